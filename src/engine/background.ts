import type { AsyncDuckDB, AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { inlined } from "../model/sql.ts";
import type { Query } from "../model/sql.ts";
import { columnsOf, rowsOf } from "./decode.ts";
import { queryErrorOf } from "./query-error.ts";

/**
 * A statement that was begun this way is worked at for so long at a time, ms: whatever else the engine
 * is asked meanwhile comes in between.
 */
export const SLICE = 10;

/**
 * Questions that nobody waits for, one after the other on a connection of their own and in slices. A
 * prepared statement would hold the engine from its beginning to its end.
 */
export class BackgroundQuestions {
  readonly #database: AsyncDuckDB;
  #connection: Promise<AsyncDuckDBConnection> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(database: AsyncDuckDB) {
    this.#database = database;
  }

  query<Params extends object, Row>(query: Query<Params, Row>, params: Params): Promise<Row[]> {
    const mine = this.#last.then(() => this.#query(query, params));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** The connection of its own, made at the first question; one that could not be made is tried again. */
  async #connected(): Promise<AsyncDuckDBConnection> {
    this.#connection ??= this.#database.connect();
    try {
      return await this.#connection;
    } catch (error) {
      this.#connection = null;
      throw error;
    }
  }

  async #query<Params extends object, Row>(query: Query<Params, Row>, params: Params): Promise<Row[]> {
    const text = inlined(query.sql(params));
    try {
      const connection = await this.#connected();
      const reader = await (await connection.send(text)).open();
      const columns = columnsOf(reader.schema);
      const rows: Row[] = [];
      for await (const batch of reader) rows.push(...(rowsOf(batch, columns) as Row[])); // columns are checked against Row by test
      return rows;
    } catch (error) {
      throw queryErrorOf(error, text);
    }
  }
}
