import type { Query } from "../model/sql.ts";

/** A decoded cell: money as number (exact in the database, double at this edge), BIGINT as string, DATE as `YYYY-MM-DD`. */
export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [key: string]: Cell };

export interface ResultTable {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Record<string, Cell>[];
}

export interface RunOptions {
  /** Aborting cancels the statement; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** At most so many rows are read, the rest is never decoded. All when absent. */
  readonly limit?: number;
}

export interface AskOptions {
  /** Nobody looks at the answer yet: what is asked in earnest meanwhile goes first. */
  readonly background?: boolean;
  /** Of such a question: aborted, it is given up, and the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Where rows come from; callers do not know whether prepared files, the page's engine or the native one answered. */
export interface Engine {
  /** Rows of a named query, by column name. */
  query<Params extends object, Row>(query: Query<Params, Row>, params: Params, options?: AskOptions): Promise<Row[]>;
  /** The rows that `query` gave before, without waiting; null where it has to be asked. */
  known?<Params extends object, Row>(query: Query<Params, Row>, params: Params): Row[] | null;
  /** Any statement, as a reader types it. @throws QueryError, or the signal's reason when aborted. */
  run(text: string, options?: RunOptions): Promise<ResultTable>;
  close(): Promise<void>;
}

/** The engine refused or failed a statement. `position` is the 0-based character in `sql`, where known. */
export class QueryError extends Error {
  override readonly name = "QueryError";

  readonly sql: string;
  readonly position: number | null;

  constructor(message: string, statement: string, position: number | null, options?: { cause?: unknown }) {
    super(message, options);
    this.sql = statement;
    this.position = position;
  }
}
