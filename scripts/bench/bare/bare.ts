import { AsyncDuckDB, VoidLogger } from "@duckdb/duckdb-wasm";
import workerAddress from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasmAddress from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";

/** The least a page can do to answer SQL: what our own start is held against. */
const database = new AsyncDuckDB(new VoidLogger(), new Worker(new URL(workerAddress, document.baseURI)));
await database.instantiate(new URL(wasmAddress, document.baseURI).href);
await database.open({ path: ":memory:" });
const connection = await database.connect();
performance.mark("duibiao:engine-open");
await connection.query("SELECT 42");
performance.mark("duibiao:first-query");
