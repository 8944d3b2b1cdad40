import { createStatements, TABLES, VIEWS } from "../model/index.ts";
import type { Engine } from "./engine.ts";
import { startWasm } from "./wasm.ts";

/** Longer than a slow office machine needs for 6 MB and the compilation. */
const TIMEOUT = 90_000;

/**
 * The page's engine with the tables of `data/` beside the page and all views of the model. Kept
 * apart from everything the first chart needs: this file brings DuckDB, Arrow and hyparquet.
 *
 * @throws EngineStartError
 */
export function startPageEngine(): Promise<Engine> {
  return startWasm({
    data: new URL("data/", document.baseURI),
    statements: createStatements({ comments: false, store: false }),
    stored: VIEWS.filter((view) => view.stored).map(({ name }) => name),
    names: [...TABLES, ...VIEWS].map(({ name }) => name),
    timeout: TIMEOUT,
  });
}
