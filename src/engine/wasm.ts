import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import workerAddress from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasmAddress from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import type { Query } from "../model/sql.ts";
import { columnsOf, rowsOf } from "./decode.ts";
import { QueryError, type Engine, type ResultTable, type RunOptions } from "./engine.ts";
import { errorPosition } from "./error-position.ts";
import { insertTables, loadTables, type TableBytes } from "./load.ts";
import { EngineStartError, startErrorOf } from "./start-error.ts";

export interface WasmOptions {
  /** Folder of the Parquet files, absolute, with a slash at its end. */
  readonly data: URL;
  /** CREATE statements of the views, in order. */
  readonly statements: readonly string[];
  /** After this the start counts as failed, ms. */
  readonly timeout: number;
}

/**
 * Nothing of a reader's SQL may reach another host or the network at all. The order matters: each
 * line works only while the later ones have not run. Files registered under `drop/` stay readable.
 */
const lockDown = (origin: string): readonly string[] => [
  `SET custom_extension_repository = '${origin}/no-extensions'`,
  "SET allowed_directories = ['drop/']",
  "SET enable_external_access = false",
  "SET autoinstall_known_extensions = false",
  "SET autoload_known_extensions = false",
  "SET lock_configuration = true",
];

/** The address of a file of the site that is not there, or null when all answer. */
async function missingFile(addresses: readonly string[]): Promise<string | null> {
  for (const address of addresses) {
    const response = await fetch(address, { method: "HEAD" }).catch(() => null);
    if (response === null || !response.ok) return address;
  }
  return null;
}

/** A worker that runs, and a promise that rejects when its script fails. */
function startWorker(): { worker: Worker; failed: Promise<never> } {
  const address = new URL(workerAddress, document.baseURI).href;
  let worker: Worker;
  try {
    worker = new Worker(address);
  } catch (error) {
    throw new EngineStartError("worker-blocked", "the browser refused to start a worker", address, { cause: error });
  }
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      void missingFile([address]).then((missing) => {
        reject(
          missing === null
            ? new EngineStartError("worker-blocked", event.message || "the worker's script was not run", address)
            : new EngineStartError("file-missing", "the worker's script is not on this server", address),
        );
      });
    });
  });
  return { worker, failed };
}

async function instantiate(database: AsyncDuckDB): Promise<void> {
  const address = new URL(wasmAddress, document.baseURI).href;
  try {
    await database.instantiate(address);
  } catch (error) {
    const missing = await missingFile([address]);
    if (missing !== null) {
      throw new EngineStartError("file-missing", "the engine's program is not on this server", address, {
        cause: error,
      });
    }
    throw startErrorOf(error);
  }
}

async function boot(database: AsyncDuckDB, tables: Promise<TableBytes[]>, options: WasmOptions): Promise<void> {
  await instantiate(database);
  await database.open({ path: ":memory:", query: { castBigIntToDouble: false, castDecimalToDouble: false } });
  const connection = await database.connect();
  try {
    await insertTables(connection, await tables);
    for (const statement of options.statements) await connection.query(statement);
    for (const statement of lockDown(location.origin)) await connection.query(statement);
  } finally {
    await connection.close();
  }
}

function timer(milliseconds: number): { elapsed: Promise<never>; stop: () => void } {
  let handle: ReturnType<typeof setTimeout> | undefined;
  const elapsed = new Promise<never>((_, reject) => {
    handle = setTimeout(() => {
      reject(new EngineStartError("timeout", `the engine was not ready after ${milliseconds / 1000} s`));
    }, milliseconds);
  });
  return { elapsed, stop: () => clearTimeout(handle) };
}

/**
 * Starts DuckDB in a worker of this site, with all tables and views, locked down.
 *
 * @throws EngineStartError with a typed reason; nothing stays running then.
 */
export async function startWasm(options: WasmOptions): Promise<Engine> {
  if (typeof WebAssembly === "undefined") {
    throw new EngineStartError("no-webassembly", "this browser has no WebAssembly");
  }
  const { worker, failed } = startWorker();
  const { elapsed, stop } = timer(options.timeout);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    // The tables are fetched and decoded while the engine compiles.
    const tables = loadTables(options.data);
    await Promise.race([Promise.all([boot(database, tables, options), tables]), failed, elapsed]);
    return new WasmEngine(database, await database.connect());
  } catch (error) {
    worker.terminate();
    throw startErrorOf(error);
  } finally {
    stop();
  }
}

class WasmEngine implements Engine {
  readonly #database: AsyncDuckDB;
  readonly #connection: AsyncDuckDBConnection;

  constructor(database: AsyncDuckDB, connection: AsyncDuckDBConnection) {
    this.#database = database;
    this.#connection = connection;
  }

  async query<Params extends object, Row>(query: Query<Params, Row>, params: Params): Promise<Row[]> {
    const { text, values } = query.sql(params);
    try {
      const statement = await this.#connection.prepare(text);
      try {
        const result = await statement.query(...values);
        const columns = columnsOf(result.schema);
        return result.batches.flatMap((batch) => rowsOf(batch, columns)) as Row[]; // columns are checked against Row by test
      } finally {
        await statement.close();
      }
    } catch (error) {
      throw queryErrorOf(error, text);
    }
  }

  async run(text: string, { signal, limit = Infinity }: RunOptions = {}): Promise<ResultTable> {
    const connection = await this.#database.connect();
    const cancel = () => void connection.cancelSent();
    try {
      signal?.throwIfAborted();
      signal?.addEventListener("abort", cancel);
      const reader = await connection.send(text, true);
      const columns = columnsOf(reader.schema);
      const rows: ResultTable["rows"][number][] = [];
      for await (const batch of reader) {
        signal?.throwIfAborted();
        for (const row of rowsOf(batch, columns)) {
          if (rows.length === limit) break;
          rows.push(row);
        }
        if (rows.length === limit) {
          await connection.cancelSent();
          break;
        }
      }
      return { columns, rows };
    } catch (error) {
      signal?.throwIfAborted();
      throw queryErrorOf(error, text);
    } finally {
      signal?.removeEventListener("abort", cancel);
      await connection.close();
    }
  }

  async close(): Promise<void> {
    await this.#connection.close();
    await this.#database.terminate();
  }
}

function queryErrorOf(error: unknown, statement: string): QueryError {
  const message = error instanceof Error ? error.message : String(error);
  return new QueryError(message, statement, errorPosition(message, statement), { cause: error });
}
