import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import wasmAddress from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import { ident, type Query } from "../model/sql.ts";
import { columnsOf, rowsOf } from "./decode.ts";
import type { Engine, ResultTable, RunOptions } from "./engine.ts";
import { refuseForbidden, touchesViews } from "./forbidden.ts";
import { insertTables, loadTables, type TableBytes, type TableFile } from "./load.ts";
import { queryErrorOf } from "./query-error.ts";
import { EngineStartError, startErrorOf } from "./start-error.ts";
import { checkFile, startWorker } from "./worker.ts";

export interface WasmOptions {
  readonly tables: readonly TableFile[];
  /** Statements that define the views on the tables, in order. */
  readonly statements: readonly string[];
  /** Names of all tables and views that a reader's statement may ask. */
  readonly names: readonly string[];
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

/**
 * A database of its own for what readers type: views on the model's tables and views. What they
 * create stays there, and `DROP TABLE fact` or `DELETE FROM fact` cannot empty the other screens.
 */
const SCRATCH = "scratch";

const scratchView = (name: string): string =>
  `CREATE VIEW IF NOT EXISTS ${SCRATCH}.main.${ident(name).text} AS FROM memory.main.${ident(name).text}`;

/** Rejects when `check` does and never resolves: a loser of every race but its own. */
function onlyFailure(check: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => {
    check.catch(reject);
  });
}

const wasmUrl = (): string => new URL(wasmAddress, document.baseURI).href;

async function boot(
  database: AsyncDuckDB,
  tables: Promise<TableBytes[]>,
  options: WasmOptions,
): Promise<AsyncDuckDBConnection> {
  await database.instantiate(wasmUrl());
  await database.open({ path: ":memory:", query: { castBigIntToDouble: false, castDecimalToDouble: false } });
  const connection = await database.connect();
  await insertTables(connection, await tables);
  const statements = [...options.statements, `ATTACH ':memory:' AS ${SCRATCH}`, ...lockDown(location.origin)];
  await connection.query(statements.join(";\n"));
  return connection;
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
 * @param started the engine's worker where it runs already.
 * @throws EngineStartError with a typed reason; nothing stays running then.
 */
export async function startWasm(options: WasmOptions, started = startWorker()): Promise<Engine> {
  const { worker, failed } = started;
  const { elapsed, stop } = timer(options.timeout);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    if (typeof WebAssembly === "undefined") {
      throw new EngineStartError("no-webassembly", "this browser has no WebAssembly");
    }
    // The tables are fetched and decoded while the engine compiles.
    const tables = loadTables(options.tables);
    const booted = boot(database, tables, options);
    const missing = onlyFailure(checkFile(wasmUrl(), "the engine's program"));
    const [connection] = await Promise.race([Promise.all([booted, tables]), missing, failed, elapsed]);
    return new WasmEngine(database, connection, options.names);
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
  readonly #names: ReadonlySet<string>;
  /** The reader's views, made when the first statement is typed: until then nobody asks them. */
  #scratchViews: Promise<void> | null = null;

  constructor(database: AsyncDuckDB, connection: AsyncDuckDBConnection, names: readonly string[]) {
    this.#database = database;
    this.#connection = connection;
    this.#names = new Set(names);
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
    refuseForbidden(text);
    const connection = await this.#database.connect();
    const cancel = () => void connection.cancelSent();
    try {
      await (this.#scratchViews ??= this.#restoreViews());
      signal?.throwIfAborted();
      signal?.addEventListener("abort", cancel);
      await connection.query(`USE ${SCRATCH}`);
      const reader = await (await connection.send(text, true)).open();
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
      if (touchesViews(text, this.#names)) await this.#restoreViews();
    }
  }

  /** Makes a reader's views again that a statement took away; a table made in their place stays. */
  async #restoreViews(): Promise<void> {
    for (const name of this.#names) await this.#connection.query(scratchView(name)).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.#connection.close();
    await this.#database.terminate();
  }
}
