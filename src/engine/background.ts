import type { AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { inlined } from "../model/sql.ts";
import type { Query } from "../model/sql.ts";
import { columnsOf, rowsOf } from "./decode.ts";
import { queryErrorOf } from "./query-error.ts";

/**
 * A statement that was begun this way is worked at for so long at a time, ms: whatever else the engine
 * is asked meanwhile comes in between.
 */
export const SLICE = 10;

/** Statements kept planned. */
const MOST_PLANNED = 8;

/**
 * Questions that nobody waits for, one after the other on a connection of their own and in slices. A
 * prepared statement would hold the engine from its beginning to its end; one that SQL has prepared
 * by name is run in slices too, and need not be planned, which no slice interrupts.
 */
export class BackgroundQuestions {
  readonly #connection: AsyncDuckDBConnection;
  #last: Promise<unknown> = Promise.resolve();
  /** Names of what is planned, by text, those asked for longest ago first. */
  readonly #planned = new Map<string, string>();
  #named = 0;

  /** @param connection nobody else's. */
  constructor(connection: AsyncDuckDBConnection) {
    this.#connection = connection;
  }

  /** @param signal gives it up, wherever it is: in its turn, or at the end of a slice. */
  query<Params extends object, Row>(
    query: Query<Params, Row>,
    params: Params,
    signal: AbortSignal | null,
  ): Promise<Row[]> {
    const mine = this.#last.then(() => this.#query(query, params, signal));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #query<Params extends object, Row>(
    query: Query<Params, Row>,
    params: Params,
    signal: AbortSignal | null,
  ): Promise<Row[]> {
    signal?.throwIfAborted();
    const listed = query.listed?.(params) ?? null;
    const text = listed?.text ?? inlined(query.sql(params));
    const connection = this.#connection;
    const stop = (): void => void connection.cancelSent();
    try {
      const statement = listed === null ? text : await this.#plan(connection, text);
      if (listed !== null) await connection.query(listed.fill);
      signal?.throwIfAborted();
      signal?.addEventListener("abort", stop);
      const reader = await (await connection.send(statement)).open();
      const columns = columnsOf(reader.schema);
      const rows: Row[] = [];
      for await (const batch of reader) rows.push(...(rowsOf(batch, columns) as Row[])); // columns are checked against Row by test
      return rows;
    } catch (error) {
      signal?.throwIfAborted();
      throw queryErrorOf(error, text);
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  }

  /** The statement that runs what is planned, planned now where it is not. */
  async #plan(connection: AsyncDuckDBConnection, text: string): Promise<string> {
    const known = this.#planned.get(text);
    const name = known ?? `planned_${this.#named++}`;
    if (known === undefined) await connection.query(`PREPARE ${name} AS ${text}`);
    this.#planned.delete(text);
    this.#planned.set(text, name);
    const [oldest] = this.#planned;
    if (oldest !== undefined && this.#planned.size > MOST_PLANNED) {
      this.#planned.delete(oldest[0]);
      await connection.query(`DEALLOCATE ${oldest[1]}`);
    }
    return `EXECUTE ${name}`;
  }
}
