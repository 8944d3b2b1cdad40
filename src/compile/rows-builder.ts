import type { RowGroup } from "hyparquet";
import type { StoredTable } from "../model/stored.ts";
import { ByteSink } from "./byte-sink.ts";
import { ColumnBuilder } from "./column-builder.ts";

/** A row group holds no more rows. */
const GROUP_ROWS = 100_000;
/** So many rows are turned into columns at a time: few enough to stay near. */
const TURNED_ROWS = 256;

/** Rows of one table as row groups: their bytes, and where their columns stand in them. */
export interface EncodedRows {
  readonly rows: number;
  /** Snappy-compressed column chunks, without the file's own head and foot. */
  readonly bytes: Uint8Array;
  /** Offsets count from the beginning of `bytes`. */
  readonly groups: readonly RowGroup[];
}

/** Where a column's values come from: a field of the rows under another name, or one value for all. */
type Source = { readonly field: string } | { readonly all: unknown };
/** By column; those that are not named come from the field of their name. */
export type Sources = Readonly<Record<string, Source>>;

/** Takes the rows of one table as they come and encodes them: the same bytes for the same rows. */
export class RowsBuilder {
  readonly #columns: readonly { readonly name: string; readonly builder: ColumnBuilder }[];
  /** For each field what the rows at hand have there. */
  readonly #turned: readonly unknown[][];
  readonly #out: ByteSink = new ByteSink();
  #groups: RowGroup[] = [];
  #rowsOfGroup = 0;
  #rows = 0;

  constructor(table: StoredTable) {
    this.#columns = Object.entries(table.columns).map(([name, column]) => ({
      name,
      builder: new ColumnBuilder(`${table.name}.${name}`, name, column),
    }));
    this.#turned = this.#columns.map(() => new Array<unknown>(TURNED_ROWS));
  }

  get rows(): number {
    return this.#rows;
  }

  /**
   * @param rows by the column names of the table; a decimal is text, a date `YYYY-MM-DD`, a BIGINT text or number.
   * @param sources of columns that the rows do not have under their names.
   * @throws RangeError when a value does not fit its column or a required one is missing; nothing more can be taken then.
   */
  append(rows: readonly object[], sources: Sources = {}): void {
    const fields: string[] = [];
    for (const { name } of this.#columns) {
      const source = sources[name];
      if (source === undefined) fields.push(name);
      else if ("field" in source) fields.push(source.field);
    }
    for (let from = 0; from < rows.length;) {
      if (this.#rowsOfGroup === GROUP_ROWS) this.#endGroup();
      const count = Math.min(rows.length - from, TURNED_ROWS, GROUP_ROWS - this.#rowsOfGroup);
      for (let at = 0; at < count; at += 1) this.#turn(rows[from + at] ?? {}, fields, at);
      let field = 0;
      for (const { name, builder } of this.#columns) {
        const source = sources[name];
        if (source !== undefined && "all" in source) builder.repeat(source.all, count);
        else builder.append(this.#turned[field++] ?? [], count);
      }
      this.#rowsOfGroup += count;
      this.#rows += count;
      from += count;
    }
  }

  /** Puts the values of a row where those of their columns stand. */
  #turn(row: object, fields: readonly string[], at: number): void {
    const values = row as Readonly<Record<string, unknown>>;
    const turned = this.#turned;
    let field = 0;
    // Rows have their fields in the order of the columns: to go through them so is several times as fast as to ask for each.
    for (const name in values) {
      const column = turned[field];
      if (column === undefined || name !== fields[field]) break;
      column[at] = values[name];
      field += 1;
    }
    for (; field < fields.length; field += 1) {
      const column = turned[field];
      if (column !== undefined) column[at] = values[fields[field] ?? ""];
    }
  }

  /** All rows taken since the last time. */
  take(): EncodedRows {
    if (this.#rowsOfGroup > 0) this.#endGroup();
    const encoded = { rows: this.#rows, bytes: this.#out.taken().slice(), groups: this.#groups };
    this.#out.at = 0;
    this.#groups = [];
    this.#rows = 0;
    return encoded;
  }

  #endGroup(): void {
    const begin = this.#out.at;
    const columns = this.#columns.map(({ builder }) => builder.finish(this.#out));
    this.#groups.push({
      columns,
      total_byte_size: columns.reduce((sum, { meta_data }) => sum + (meta_data?.total_uncompressed_size ?? 0n), 0n),
      num_rows: BigInt(this.#rowsOfGroup),
      total_compressed_size: BigInt(this.#out.at - begin),
    });
    this.#rowsOfGroup = 0;
  }
}
