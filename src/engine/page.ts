import { createStatements, storedViews, TABLES, VIEWS } from "../model/index.ts";
import type { PageEngine } from "./sources.ts";
import { startWasm } from "./wasm.ts";
import type { EngineWorker } from "./worker.ts";

/** Longer than a slow office machine needs for 6 MB and the compilation. */
const TIMEOUT = 90_000;

const fileOf = (path: string): string => new URL(`${path}.parquet`, document.baseURI).href;

/**
 * The page's engine with the tables of `data/` beside the page and all views of the model, those
 * that are stored with the rows that the build computed. Kept
 * apart from everything the first chart needs: this file brings DuckDB, Arrow and hyparquet.
 *
 * @param reports how many the tables hold.
 * @param worker the engine's worker where it runs already.
 * @param again whether one was up on this page before.
 * @throws EngineStartError
 */
export function startPageEngine(
  reports: number,
  worker?: EngineWorker,
  { again = false }: { readonly again?: boolean } = {},
): Promise<PageEngine> {
  const options = {
    tables: [
      ...TABLES.map((table) => ({ table, address: fileOf(`data/${table.name}`) })),
      ...storedViews(reports).map((table) => ({ table, address: fileOf(`prepared/${table.name}`) })),
    ],
    statements: createStatements({ comments: false, store: "loaded", reports }),
    names: [...TABLES, ...VIEWS].map(({ name }) => name),
    timeout: TIMEOUT,
    again,
  };
  return startWasm(options, worker);
}
