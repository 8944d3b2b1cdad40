import { screenLoaders } from "./screens/index.ts";
import { idle } from "./state/when-idle.ts";

/** All code that the page fetches when it is wanted, beside the engine: the screens, and what few readers use. */
const LATER: readonly (() => Promise<unknown>)[] = [
  ...screenLoaders.values(),
  () => import("./ui/AssumptionBar.svelte"),
  () => import("./ui/figure-export.ts"),
  () => import("./ui/copy-table.ts"),
  () => import("./ui/whole-table.ts"),
  () => import("./screens/sql/code-editor.ts"),
  () => import("./engine/result-file.ts"),
  () => import("./engine/own-table.ts"),
  () => import("./engine/own-parquet.ts"),
  () => import("sql-formatter"),
];

/**
 * Fetches all of it, one after the other while the page is idle, so that every screen opens when the
 * server is gone. What cannot be fetched now is asked for again when it is wanted. Never rejects.
 */
async function fetchAhead(): Promise<void> {
  for (const load of LATER) {
    await idle();
    await load().catch(() => undefined);
  }
  performance.mark("duibiao:fetched-ahead");
}

void fetchAhead();
