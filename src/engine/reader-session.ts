import type { AsyncDuckDB, AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { ident } from "../model/sql.ts";
import { ArrowRows } from "./arrow-rows.ts";
import { refuseForbidden, touchesViews } from "./forbidden.ts";
import type { Lifeline } from "./lifeline.ts";
import { queryErrorOf } from "./query-error.ts";
import { EngineLostError } from "./reader-engine.ts";
import type { Cut, OwnFile, StreamOptions } from "./reader-engine.ts";
import { isScratchView, SCRATCH, scratchView } from "./scratch.ts";

/** How long a stopped statement may take to stop before the engine counts as lost, ms. */
const STOPPING = 2500;
/**
 * Messages of a program that is broken for good, not of a statement that is wrong. After a trap the
 * engine may still answer a plain question while its locks and memory are in no order any more.
 */
const BROKEN =
  /^(?:RuntimeError: )?(?:memory access out of bounds|table index is out of bounds|unreachable|null function|indirect call|Aborted\(|Maximum call stack)|^(?:INTERNAL|FATAL) Error|^\{"exception_type":"(?:INTERNAL|FATAL)"/i;

function after(milliseconds: number, message: string): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => {
      reject(new EngineLostError(message));
    }, milliseconds);
  });
}

/** A result in the form it came, for this folder. */
export interface StreamedRows {
  readonly rows: ArrowRows;
  readonly cut: Cut | null;
}

/** What a reader types, on connections of its own, in the reader's own database. */
export class ReaderSession {
  readonly #database: AsyncDuckDB;
  readonly #line: Lifeline;
  readonly #names: ReadonlySet<string>;
  #spare: Promise<AsyncDuckDBConnection> | null = null;
  /** The reader's views, made for the first statement: until then nobody asks them. */
  #views: Promise<void> | null = null;

  /** @param line cut when the engine ends. @param names of the model's tables and views. */
  constructor(database: AsyncDuckDB, line: Lifeline, names: ReadonlySet<string>) {
    this.#database = database;
    this.#line = line;
    this.#names = names;
  }

  /** @throws QueryError, EngineLostError, or the signal's reason when it stopped the statement in time. */
  async stream(text: string, options: StreamOptions): Promise<StreamedRows> {
    refuseForbidden(text);
    let isLost = false;
    try {
      return await this.#stream(text, options);
    } catch (error) {
      isLost = error instanceof EngineLostError;
      throw error;
    } finally {
      // Views that the statement took away are there again for the next; what it put in their place stays.
      if (!isLost && touchesViews(text, this.#names)) await this.#makeViews().catch(() => undefined);
    }
  }

  async #stream(text: string, options: StreamOptions): Promise<StreamedRows> {
    const { signal } = options;
    const taken = this.#spare ?? this.#connect();
    // Taken at once: another statement may begin before this one has it.
    this.#spare = null;
    const connection = await this.#line.guard(taken);
    let stopped: (() => void) | undefined;
    const lost = new Promise<never>((_, reject) => {
      stopped = () => {
        void connection.cancelSent();
        // An operator that never comes to an end does not hear of it: then only a new engine helps.
        after(STOPPING, "the statement did not stop").catch(reject);
      };
      signal.addEventListener("abort", stopped);
    });
    try {
      signal.throwIfAborted();
      return await Promise.race([this.#line.guard(this.#read(connection, text, options)), lost]);
    } catch (error) {
      if (error instanceof EngineLostError) throw error;
      signal.throwIfAborted();
      const message = error instanceof Error ? error.message : String(error);
      if (BROKEN.test(message)) throw new EngineLostError(`the engine broke: ${message}`, { cause: error });
      throw queryErrorOf(error, text);
    } finally {
      if (stopped !== undefined) signal.removeEventListener("abort", stopped);
      // A lost engine answers nothing: nobody waits for it.
      void connection.close().catch(() => undefined);
      this.#prepare();
    }
  }

  async #connect(): Promise<AsyncDuckDBConnection> {
    const connection = await this.#database.connect();
    await (this.#views ??= this.#makeViewsOn(connection));
    await connection.query(`USE ${SCRATCH}`);
    return connection;
  }

  /** A connection for the next statement, so that it need not wait for one. Each statement has its own: none finds what another began. */
  #prepare(): void {
    if (this.#spare !== null) return;
    const spare = this.#connect();
    this.#spare = spare;
    spare.catch(() => {
      if (this.#spare === spare) this.#spare = null;
    });
  }

  async #read(
    connection: AsyncDuckDBConnection,
    text: string,
    { signal, most, onrows }: StreamOptions,
  ): Promise<StreamedRows> {
    const reader = await (await connection.send(text, true)).open();
    const rows = new ArrowRows(reader.schema);
    onrows(rows);
    let cut: Cut | null = null;
    for await (const batch of reader) {
      signal.throwIfAborted();
      const isWhole = rows.add(batch, most.rows);
      if (!isWhole) cut = "rows";
      else if (rows.bytes > most.bytes) cut = "bytes";
      onrows(rows);
      if (cut !== null) {
        await connection.cancelSent();
        break;
      }
    }
    return { rows, cut };
  }

  /** Makes a table of a file; its parser is fetched at first use. */
  async addTable(file: OwnFile): Promise<void> {
    const { fillTable } = await import("./own-table.ts");
    await this.#ask(async (connection) => {
      await connection.query(`USE ${SCRATCH}`);
      await fillTable(this.#database, connection, file);
    });
  }

  async removeTable(table: string): Promise<void> {
    await this.#ask((connection) => connection.query(`DROP TABLE IF EXISTS ${SCRATCH}.main.${ident(table).text}`));
  }

  /** @returns names of the model that stand for something else in the reader's database. */
  async replaced(): Promise<readonly string[]> {
    return (await this.#replacements()).map((entry) => entry.name);
  }

  async restore(): Promise<void> {
    const entries = await this.#replacements();
    await this.#ask(async (connection) => {
      for (const { name, kind } of entries) {
        await connection.query(`DROP ${kind} IF EXISTS ${SCRATCH}.main.${ident(name).text}`);
      }
    });
    await this.#makeViews();
  }

  async #replacements(): Promise<{ name: string; kind: "TABLE" | "VIEW" }[]> {
    const found = await this.#ask((connection) =>
      connection.query(
        `SELECT table_name AS name, 'TABLE' AS kind, '' AS sql FROM duckdb_tables() WHERE database_name = '${SCRATCH}'
         UNION ALL
         SELECT view_name, 'VIEW', sql FROM duckdb_views() WHERE database_name = '${SCRATCH}' AND NOT internal`,
      ),
    );
    const texts = (column: number): string[] => [...(found.getChildAt(column) ?? [])].map(String);
    const [names, kinds, definitions] = [texts(0), texts(1), texts(2)];
    return names.flatMap((name, index) => {
      const kind = kinds[index] === "TABLE" ? "TABLE" : "VIEW";
      const isOurs = kind === "VIEW" && isScratchView(name, definitions[index] ?? "");
      return this.#names.has(name) && !isOurs ? [{ name, kind }] : [];
    });
  }

  /** Makes the reader's views of the model again where nothing else has their name. */
  async #makeViews(): Promise<void> {
    await this.#ask((connection) => this.#makeViewsOn(connection));
  }

  async #makeViewsOn(connection: AsyncDuckDBConnection): Promise<void> {
    for (const name of this.#names) await connection.query(scratchView(name)).catch(() => undefined);
  }

  async #ask<Answer>(work: (connection: AsyncDuckDBConnection) => Promise<Answer>): Promise<Answer> {
    const connection = await this.#line.guard(this.#database.connect());
    try {
      return await this.#line.guard(work(connection));
    } finally {
      // A lost engine answers nothing: nobody waits for it.
      void connection.close().catch(() => undefined);
    }
  }
}
