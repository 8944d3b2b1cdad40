import { parquetMetadata, type ColumnChunk, type RowGroup, type SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { writeMetadata } from "hyparquet-writer/src/metadata.js";
import type { StoredTable } from "../model/stored.ts";
import { ByteSink } from "./byte-sink.ts";
import { Scratch, appendColumnChunk, isFlatType, type FlatColumn } from "./column-chunk.ts";
import { SCALE, epochDays, unscaledDecimal } from "./stored-values.ts";

type Column = StoredTable["columns"][string];
type StoredType = Column["type"];
type Leaf = Omit<SchemaElement, "name" | "repetition_type">;

const VARCHAR: Leaf = { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } };
const INTEGER: Leaf = { type: "INT32" };

const LEAVES: Readonly<Record<StoredType, Leaf>> = {
  VARCHAR,
  INTEGER,
  "DECIMAL(18,6)": {
    type: "INT64",
    converted_type: "DECIMAL",
    logical_type: { type: "DECIMAL", precision: 18, scale: SCALE },
    precision: 18,
    scale: SCALE,
  },
  DATE: { type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } },
  DOUBLE: { type: "DOUBLE" },
  BOOLEAN: { type: "BOOLEAN" },
  BIGINT: { type: "INT64" },
  "INTEGER[]": INTEGER,
  "VARCHAR[]": VARCHAR,
};

function elements(name: string, column: Column): SchemaElement[] {
  const leaf = LEAVES[column.type];
  const repetition_type = column.nullable ? "OPTIONAL" : "REQUIRED";
  if (!column.type.endsWith("[]")) return [{ name, repetition_type, ...leaf }];
  return [
    { name, repetition_type, num_children: 1, converted_type: "LIST", logical_type: { type: "LIST" } },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", repetition_type: "REQUIRED", ...leaf },
  ];
}

function stored(type: StoredType, value: unknown): unknown {
  if (value === null) return null;
  if (type === "DECIMAL(18,6)") return unscaledDecimal(String(value));
  if (type === "BIGINT") return BigInt(String(value));
  if (type === "DATE") return epochDays(String(value));
  return value;
}

/** Rows of one table as a row group: its bytes, and where its columns stand in them. */
export interface EncodedRows {
  readonly rows: number;
  /** Snappy-compressed column chunks, without the file's own head and foot. */
  readonly bytes: Uint8Array;
  /** Offsets count from the beginning of `bytes`. */
  readonly groups: readonly RowGroup[];
}

function schemaOf(table: StoredTable): SchemaElement[] {
  const columns = Object.entries(table.columns);
  return [
    { name: "schema", num_children: columns.length, repetition_type: "REQUIRED" },
    ...columns.flatMap(([name, column]) => elements(name, column)),
  ];
}

/**
 * Encodes rows of a table, the same bytes for the same rows.
 *
 * @param rows by the column names of the table; a decimal is text, a date `YYYY-MM-DD`, a BIGINT text or number.
 * @throws RangeError when a value does not fit its column or a required one is missing.
 */
export function encodeRows(table: StoredTable, rows: readonly object[]): EncodedRows {
  const out = new ByteSink();
  const scratch = new Scratch();
  const values: unknown[] = [];
  const groups: RowGroup[] = [];
  for (let from = 0; from < rows.length; from += GROUP_ROWS) {
    const ofGroup = rows.length <= GROUP_ROWS ? rows : rows.slice(from, from + GROUP_ROWS);
    const begin = out.at;
    const columns = Object.entries(table.columns).map(([name, column]) => {
      fillWith(values, table, name, ofGroup);
      const flat = flatColumn(name, column, values);
      return flat === null ? appendNested(out, name, column, values) : appendColumnChunk(out, flat, scratch);
    });
    groups.push({
      columns,
      total_byte_size: columns.reduce((sum, { meta_data }) => sum + (meta_data?.total_uncompressed_size ?? 0n), 0n),
      num_rows: BigInt(ofGroup.length),
      total_compressed_size: BigInt(out.at - begin),
    });
  }
  return { rows: rows.length, bytes: out.bytes.slice(0, out.at), groups };
}

/** Puts the values of one column into a list that every column uses. */
function fillWith(values: unknown[], table: StoredTable, name: string, rows: readonly object[]): void {
  const nullable = table.columns[name]?.nullable === true;
  values.length = rows.length;
  for (let index = 0; index < rows.length; index += 1) {
    const value = (rows[index] as Readonly<Record<string, unknown>>)[name];
    if (value === undefined || (value === null && !nullable))
      throw new RangeError(`${table.name}.${name} has no value`);
    values[index] = value;
  }
}

/** Values that tell whether a column repeats itself. */
const SAMPLE = 128;

/**
 * A column of single values with its encoding chosen from a few of them; null for any other, of
 * which there is little.
 */
function flatColumn(name: string, { type, nullable }: Column, values: readonly unknown[]): FlatColumn | null {
  const leaf = LEAVES[type].type;
  if (!isFlatType(leaf) || type === "BIGINT" || type.endsWith("[]") || values.length < SAMPLE) return null;
  const sample = Array.from({ length: SAMPLE }, (_, index) => values[Math.floor((index * values.length) / SAMPLE)]);
  const filled = sample.filter((value) => value !== null);
  if (filled.length === 0) return null;
  return {
    name,
    type: leaf,
    nullable,
    dictionary: new Set(filled).size * 2 <= filled.length,
    // What is no text or number is refused where it is written.
    values: (type === "DATE" ? values.map((value) => stored(type, value)) : values) as FlatColumn["values"],
  };
}

/** Appends any column by way of the library, which writes lists and finds its own encoding. */
function appendNested(out: ByteSink, name: string, column: Column, values: readonly unknown[]): ColumnChunk {
  const bytes = new ByteWriter();
  const schema: SchemaElement[] = [
    { name: "schema", num_children: 1, repetition_type: "REQUIRED" },
    ...elements(name, column),
  ];
  const writer = new ParquetWriter({ writer: bytes, schema, codec: "SNAPPY", statistics: false });
  const data = values.map((value) => stored(column.type, value));
  // Every reader takes the whole file: places of pages and least and greatest values would serve nobody.
  void writer.write({ columnData: [{ name, data, offsetIndex: false }], rowGroupSize: GROUP_ROWS });
  const [group] = writer.row_groups;
  if (group?.columns[0] === undefined) throw new RangeError(`${name} was not written`);
  const begin = out.at;
  out.append(bytes.getBytes().subarray(MAGIC.length));
  return movedColumn(group.columns[0], begin - MAGIC.length);
}

const GROUP_ROWS = 100_000;
const MAGIC = new TextEncoder().encode("PAR1");

/** The same row group further on in a file. */
function moved(group: RowGroup, by: number): RowGroup {
  return { ...group, columns: group.columns.map((column) => movedColumn(column, by)) };
}

function movedColumn(column: ColumnChunk, by: number): ColumnChunk {
  const offset = (value: bigint): bigint => value + BigInt(by);
  const { meta_data: meta } = column;
  if (meta === undefined) return column;
  const { data_page_offset, dictionary_page_offset } = meta;
  return {
    ...column,
    file_offset: offset(column.file_offset),
    meta_data: {
      ...meta,
      data_page_offset: offset(data_page_offset),
      ...(dictionary_page_offset === undefined ? {} : { dictionary_page_offset: offset(dictionary_page_offset) }),
    },
  };
}

/** The row groups of a whole file that this compiler wrote, so that files of one table can be joined. */
function rowGroupsOf(file: Uint8Array): EncodedRows {
  const { row_groups: groups, num_rows: rows } = parquetMetadata(file.slice().buffer);
  const end = groups.reduce((total, group) => total + Number(group.total_compressed_size ?? 0n), MAGIC.length);
  return {
    rows: Number(rows),
    bytes: file.subarray(MAGIC.length, end),
    groups: groups.map((group) => moved(group, -MAGIC.length)),
  };
}

/** Files of one table as one file. */
export function joinParquet(table: StoredTable, files: readonly Uint8Array[]): Uint8Array {
  const whole = new ParquetFile(table);
  const bodies = files.map((file) => whole.add(rowGroupsOf(file)));
  return joined([whole.head, ...bodies, whole.foot]);
}

/** A Parquet file that is put together piece by piece; nothing but the places of its columns is kept. */
export class ParquetFile {
  readonly #table: StoredTable;
  readonly #groups: RowGroup[] = [];
  #offset = MAGIC.length;
  #rows = 0;

  /** @param table whose rows the file will hold. */
  constructor(table: StoredTable) {
    this.#table = table;
  }

  get rows(): number {
    return this.#rows;
  }

  /** What every Parquet file begins with. */
  get head(): Uint8Array {
    return MAGIC;
  }

  /** Takes rows behind those before; their bytes are to be appended to the file. */
  add(encoded: EncodedRows): Uint8Array {
    for (const group of encoded.groups) this.#groups.push(moved(group, this.#offset));
    this.#offset += encoded.bytes.length;
    this.#rows += encoded.rows;
    return encoded.bytes;
  }

  /** What ends the file. */
  get foot(): Uint8Array {
    const writer = new ByteWriter();
    writeMetadata(writer, {
      version: 2,
      created_by: "duibiao",
      schema: schemaOf(this.#table),
      num_rows: BigInt(this.#rows),
      row_groups: this.#groups,
      metadata_length: 0,
    });
    writer.appendBytes(MAGIC);
    return writer.getBytes();
  }
}

/**
 * A table as a Parquet file (snappy), the same bytes for the same rows.
 *
 * @throws RangeError as `encodeRows`.
 */
export function tableToParquet(table: StoredTable, rows: readonly object[]): Uint8Array {
  const file = new ParquetFile(table);
  const body = file.add(encodeRows(table, rows));
  return joined([file.head, body, file.foot]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
