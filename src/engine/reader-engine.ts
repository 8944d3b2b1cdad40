import type { Cell } from "./engine.ts";

/** A column of a result: its name, once only in a result, and DuckDB's name of its type. */
export interface ResultColumn {
  readonly name: string;
  readonly type: string;
}

/**
 * Rows of a result as far as they are read, kept as they came and decoded when asked for. The same
 * object grows while its statement runs.
 */
export interface ResultRows {
  readonly columns: readonly ResultColumn[];
  /** Rows read so far. */
  readonly count: number;
  /** @returns null for null, and beyond the rows or columns. */
  cell(row: number, column: number): Cell;
  /** A cell as text, digit for digit: no decimal passes through a float. Null for null. */
  text(row: number, column: number): string | null;
  /** A number, or a date and time as ms since 1970, for sorting and drawing; null for null and for anything else. */
  number(row: number, column: number): number | null;
}

/** Why a result ends before its statement's does: more rows, or more bytes, than are kept. */
export type Cut = "rows" | "bytes";

export interface StreamOptions {
  /** Aborting stops the statement; the promise then rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** Rows and bytes kept at most. */
  readonly most: { readonly rows: number; readonly bytes: number };
  /** Called when the columns are known, and after each batch. */
  readonly onrows: (rows: ResultRows) => void;
}

export interface StreamedResult {
  readonly rows: ResultRows;
  readonly cut: Cut | null;
}

export const FILE_KINDS = ["csv", "parquet", "arrow"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A file of the reader's that becomes a table. */
export interface OwnFile {
  /** Name of the table. */
  readonly table: string;
  readonly kind: FileKind;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What only a reader's own statements need of the page's engine. */
export interface ReaderEngine {
  /** Runs what a reader types and hands over rows as they come. @throws QueryError, EngineLostError, or the signal's reason. */
  stream(text: string, options: StreamOptions): Promise<StreamedResult>;
  /** Makes a table of a file, in place of one of that name. @throws QueryError, or an Error that says what is wrong with the file. */
  addTable(file: OwnFile): Promise<void>;
  removeTable(table: string): Promise<void>;
  /** Names of the model's tables and views in whose place a statement has put another. */
  replaced(): Promise<readonly string[]>;
  /** Puts the model's tables and views back in their place. */
  restore(): Promise<void>;
  /** Ends the engine, whatever it does, and starts another with the model's tables; the reader's own are gone. */
  restart(): Promise<void>;
}

/** The engine broke, or does not answer any more: only a new one helps. */
export class EngineLostError extends Error {
  override readonly name = "EngineLostError";
}
