import { parquetMetadata, type RowGroup, type SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { writeMetadata } from "hyparquet-writer/src/metadata.js";
import type { StoredTable } from "../model/stored.ts";

/** Digits after the point of every DECIMAL column of the contract. */
const SCALE = 6;
/** DECIMAL(18,6) holds 18 digits. */
const LIMIT = 10n ** 18n;

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Decimal text as the integer that a DECIMAL(18,6) stores: `"7.8"` → `7800000n`.
 *
 * @throws RangeError when the text is no decimal, has more than six decimals or does not fit.
 */
export function unscaledDecimal(text: string): bigint {
  return unscaledSmall(text) ?? unscaledAny(text);
}

/** The same for digits that a double holds exactly, as nearly all have; null for any other text. */
function unscaledSmall(text: string): bigint | null {
  const negative = text.startsWith("-");
  const point = text.indexOf(".");
  const decimals = point === -1 ? 0 : text.length - point - 1;
  const first = negative ? 1 : 0;
  if (text.length - first > SAFE_DIGITS - SCALE || decimals > SCALE || point === first || point === text.length - 1) {
    return null;
  }
  let digits = 0;
  for (let at = first; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (at === point) continue;
    if (digit < 0 || digit > 9) return null;
    digits = digits * 10 + digit;
  }
  if (text.length === first) return null;
  const unscaled = digits * 10 ** (SCALE - decimals);
  return BigInt(negative ? -unscaled : unscaled);
}

/** Digits of which any number is held exactly. */
const SAFE_DIGITS = 15;

function unscaledAny(text: string): bigint {
  const match = DECIMAL.exec(text);
  if (match === null) throw new RangeError(`"${text}" is no decimal number`);
  const [, sign = "", whole = "", fraction = ""] = match;
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > SCALE) throw new RangeError(`${text} has more than ${SCALE} decimals`);
  const magnitude = BigInt(whole + significant.padEnd(SCALE, "0"));
  if (magnitude >= LIMIT) throw new RangeError(`${text} has more than 12 digits before the point`);
  return sign === "-" ? -magnitude : magnitude;
}

/** Days since 1970-01-01 of `YYYY-MM-DD`. */
function epochDays(date: string): number {
  const days = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  if (!Number.isInteger(days)) throw new RangeError(`"${date}" is no date`);
  return days;
}

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
  const columnData = Object.entries(table.columns).map(([name, column]) => {
    const data = rows.map((row) => {
      const value: unknown = (row as Readonly<Record<string, unknown>>)[name];
      if (value === undefined || (value === null && !column.nullable)) {
        throw new RangeError(`${table.name}.${name} has no value`);
      }
      return stored(column.type, value);
    });
    const encoding = encodingOf(column.type, data);
    // Every reader takes the whole file: places of pages and least and greatest values would serve nobody.
    return { name, data, offsetIndex: false, ...(encoding === null ? {} : { encoding }) };
  });
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(table), codec: "SNAPPY", statistics: false });
  if (rows.length > 0) void writer.write({ columnData, rowGroupSize: GROUP_ROWS });
  return {
    rows: rows.length,
    bytes: bytes.getBytes().slice(MAGIC.length),
    groups: writer.row_groups.map((group) => moved(group, -MAGIC.length)),
  };
}

/** Values that tell whether a column repeats itself. */
const SAMPLE = 128;

/**
 * Whether a column is worth a dictionary, from a few values: the writer's own look at a thousand of
 * each takes longer than writing them. Null leaves the choice to it.
 */
function encodingOf(type: StoredType, data: readonly unknown[]): "PLAIN" | "RLE_DICTIONARY" | null {
  if (type === "BOOLEAN" || type === "DOUBLE" || type.endsWith("[]") || data.length < SAMPLE) return null;
  const values = Array.from({ length: SAMPLE }, (_, index) => data[Math.floor((index * data.length) / SAMPLE)]);
  const filled = values.filter((value) => value !== null);
  if (filled.length === 0) return null;
  return new Set(filled).size * 2 > filled.length ? "PLAIN" : "RLE_DICTIONARY";
}

const GROUP_ROWS = 100_000;
const MAGIC = new TextEncoder().encode("PAR1");

/** The same row group further on in a file. */
function moved(group: RowGroup, by: number): RowGroup {
  const offset = (value: bigint): bigint => value + BigInt(by);
  return {
    ...group,
    columns: group.columns.map((column) => {
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
    }),
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
