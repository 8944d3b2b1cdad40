import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { CREATE_LISTS } from "../model/lists.ts";
import type { Query } from "../model/sql.ts";
import { AnswerMemory } from "./answer-memory.ts";
import { BackgroundQuestions, SLICE } from "./background.ts";
import { columnsOf, rowsOf, rowsOfAll } from "./decode.ts";
import type { AskOptions, ResultTable, RunOptions } from "./engine.ts";
import { Lifeline } from "./lifeline.ts";
import { insertTables, loadTables, type TableBytes, type TableFile } from "./load.ts";
import { queryErrorOf } from "./query-error.ts";
import { EngineLostError } from "./reader-engine.ts";
import type { OwnFile, StreamedResult, StreamOptions } from "./reader-engine.ts";
import { ReaderSession } from "./reader-session.ts";
import { SCRATCH } from "./scratch.ts";
import type { PageEngine } from "./sources.ts";
import { EngineStartError, startErrorOf } from "./start-error.ts";
import { checkFile, programUrl, startWorker } from "./worker.ts";

export interface WasmOptions {
  readonly tables: readonly TableFile[];
  /** Statements that define the views on the tables, in order. */
  readonly statements: readonly string[];
  /** Names of all tables and views that a reader's statement may ask. */
  readonly names: readonly string[];
  /** After this the start counts as failed, ms. */
  readonly timeout: number;
  /** Whether an engine was up on this page before: then it starts without the server too, from what the browser keeps. */
  readonly again: boolean;
}

/** More than this a statement is refused, with a message: well below what the browser gives a page before it ends it. */
const MEMORY = "2GB";

/**
 * Nothing of a reader's SQL may reach another host or the network at all. The order matters: each
 * line works only while the later ones have not run. Files registered under `drop/` stay readable.
 */
const lockDown = (origin: string): readonly string[] => [
  `SET memory_limit = '${MEMORY}'`,
  `SET custom_extension_repository = '${origin}/no-extensions'`,
  "SET allowed_directories = ['drop/']",
  "SET enable_external_access = false",
  "SET autoinstall_known_extensions = false",
  "SET autoload_known_extensions = false",
  "SET lock_configuration = true",
];

/** Rejects when `check` does and never resolves: a loser of every race but its own. */
function onlyFailure(check: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => {
    check.catch(reject);
  });
}

/** For what a reader waits for, and for what nobody waits for yet. */
interface Connections {
  readonly urgent: AsyncDuckDBConnection;
  readonly patient: AsyncDuckDBConnection;
}

async function boot(database: AsyncDuckDB, tables: Promise<TableBytes[]>, options: WasmOptions): Promise<Connections> {
  await database.instantiate(programUrl());
  await database.open({
    path: ":memory:",
    query: { castBigIntToDouble: false, castDecimalToDouble: false, queryPollingInterval: SLICE },
  });
  const [urgent, patient] = [await database.connect(), await database.connect()];
  // What a page that only boots DuckDB has at this point as well: see scripts/bench.
  performance.mark("duibiao:engine-open");
  // While the tables are on their way.
  for (const connection of [urgent, patient]) await connection.query(CREATE_LISTS.join(";\n"));
  await insertTables(urgent, await tables);
  const statements = [...options.statements, `ATTACH ':memory:' AS ${SCRATCH}`, ...lockDown(location.origin)];
  await urgent.query(statements.join(";\n"));
  return { urgent, patient };
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
export async function startWasm(options: WasmOptions, started = startWorker()): Promise<PageEngine> {
  const { worker, failed } = started;
  const { elapsed, stop } = timer(options.timeout);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    if (typeof WebAssembly === "undefined") {
      throw new EngineStartError("no-webassembly", "this browser has no WebAssembly");
    }
    // The tables are fetched and decoded while the engine compiles.
    const tables = loadTables(options.tables, options.again);
    const booted = boot(database, tables, options);
    const missing = onlyFailure(checkFile(programUrl(), "the engine's program", options.again));
    const [connections] = await Promise.race([Promise.all([booted, tables]), missing, failed, elapsed]);
    return new WasmEngine(database, connections, options.names);
  } catch (error) {
    worker.terminate();
    throw startErrorOf(error);
  } finally {
    stop();
  }
}

type Prepared = Awaited<ReturnType<AsyncDuckDBConnection["prepare"]>>;

/** Statements kept ready: a screen asks the same few again and again, with other values. */
const MOST_PREPARED = 24;

class WasmEngine implements PageEngine {
  readonly #database: AsyncDuckDB;
  readonly #connection: AsyncDuckDBConnection;
  readonly #names: ReadonlySet<string>;
  /** By text, those asked for longest ago first; what is prepared is there without waiting. */
  readonly #prepared = new Map<string, Prepared | Promise<Prepared>>();
  readonly #line = new Lifeline();
  // The model's tables stay as they are while a page runs: what a reader adds lies beside them.
  readonly #answers = new AnswerMemory();
  readonly #session: ReaderSession;
  readonly #background: BackgroundQuestions;

  constructor(database: AsyncDuckDB, { urgent, patient }: Connections, names: readonly string[]) {
    this.#database = database;
    this.#connection = urgent;
    this.#names = new Set(names);
    this.#background = new BackgroundQuestions(patient);
    this.#session = new ReaderSession(database, this.#line, this.#names);
  }

  known<Params extends object, Row>(query: Query<Params, Row>, params: Params): Row[] | null {
    return this.#answers.recall(query, params);
  }

  async query<Params extends object, Row>(
    query: Query<Params, Row>,
    params: Params,
    { background = false, signal }: AskOptions = {},
  ): Promise<Row[]> {
    const known = this.known(query, params);
    if (known !== null) return known;
    const open = this.#answers.open(query, params);
    const answer = background
      ? this.#background.query(query, open.params, signal ?? null)
      : this.#query(query, open.params);
    return open.complete(await this.#line.guard(answer));
  }

  run(text: string, options: RunOptions = {}): Promise<ResultTable> {
    return this.#run(text, options);
  }

  stream(text: string, options: StreamOptions): Promise<StreamedResult> {
    return this.#session.stream(text, options);
  }

  addTable(file: OwnFile): Promise<void> {
    return this.#session.addTable(file);
  }

  removeTable(table: string): Promise<void> {
    return this.#session.removeTable(table);
  }

  replaced(): Promise<readonly string[]> {
    return this.#session.replaced();
  }

  restore(): Promise<void> {
    return this.#session.restore();
  }

  async #query<Params extends object, Row>(query: Query<Params, Row>, params: Params): Promise<Row[]> {
    const listed = query.listed?.(params) ?? null;
    const { text, values } = listed === null ? query.sql(params) : { text: listed.text, values: [] };
    try {
      const prepared = this.#prepare(text);
      const statement = prepared instanceof Promise ? await prepared : prepared;
      // Handed to the worker together: nothing that is asked meanwhile comes between lists and statement.
      const filled = listed === null ? null : this.#connection.query(listed.fill);
      const [result] = await Promise.all([statement.query(...values), filled]);
      const columns = columnsOf(result.schema);
      return (await rowsOfAll(result.batches, columns)) as Row[]; // columns are checked against Row by test
    } catch (error) {
      this.#forget(text);
      throw queryErrorOf(error, text);
    }
  }

  /** A statement that was prepared before, or prepared now in place of the one asked for longest ago. */
  #prepare(text: string): Prepared | Promise<Prepared> {
    const prepared = this.#prepared.get(text) ?? this.#connection.prepare(text);
    if (prepared instanceof Promise) {
      const keep = (statement: Prepared): void => {
        if (this.#prepared.get(text) === prepared) this.#prepared.set(text, statement);
      };
      prepared.then(keep, () => undefined);
    }
    this.#prepared.delete(text);
    this.#prepared.set(text, prepared);
    const [oldest] = this.#prepared.keys();
    if (oldest !== undefined && this.#prepared.size > MOST_PREPARED) this.#forget(oldest);
    return prepared;
  }

  #forget(text: string): void {
    const prepared = this.#prepared.get(text);
    this.#prepared.delete(text);
    // What cannot be prepared has nothing to close, and an engine that is lost closes all.
    Promise.resolve(prepared)
      .then((statement) => statement?.close())
      .catch(() => undefined);
  }

  async #run(text: string, { signal, limit = Infinity }: RunOptions): Promise<ResultTable> {
    const { rows } = await this.#session.stream(text, {
      signal: signal ?? new AbortController().signal,
      most: { rows: limit, bytes: Infinity },
      onrows: () => undefined,
    });
    return { columns: rows.columns, rows: rows.batches.flatMap((batch) => rowsOf(batch, rows.columns)) };
  }

  /** Ends the worker whatever it does; what is under way is told so. */
  async close(): Promise<void> {
    this.#line.cut(new EngineLostError("the engine was ended"));
    await this.#database.terminate();
  }
}
