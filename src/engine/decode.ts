import { DataType, type Data, type Decimal, type RecordBatch, type Schema, type Vector } from "apache-arrow";
import type { Cell, ResultTable } from "./engine.ts";

/** Bits of the integer that a little-endian run of 32-bit words holds, two's complement. */
export function bigIntOf(words: Uint32Array): bigint {
  let value = 0n;
  for (let index = words.length - 1; index >= 0; index--) value = (value << 32n) | BigInt(words[index] ?? 0);
  return BigInt.asIntN(words.length * 32, value);
}

/**
 * An unscaled decimal as the nearest double. The division of two exact integers rounds once; a
 * bigger one goes through its decimal text, which rounds once as well.
 */
export function decimalToNumber(unscaled: bigint, scale: number): number {
  const approximate = Number(unscaled);
  if (Number.isSafeInteger(approximate) && scale <= 22) return approximate / 10 ** scale;
  return Number(`${unscaled}e-${scale}`);
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

function dateText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** `YYYY-MM-DD HH:MM:SS` and a fraction where there is one, as DuckDB prints it. */
function timestampText(milliseconds: number): string {
  const whole = Math.floor(milliseconds / 1000) * 1000;
  const micros = Math.round((milliseconds - whole) * 1000);
  const fraction = micros === 0 ? "" : `.${String(micros).padStart(6, "0").replace(/0+$/, "")}`;
  return `${new Date(whole).toISOString().slice(0, 19).replace("T", " ")}${fraction}`;
}

function timeText(micros: bigint): string {
  const seconds = Number(micros / 1_000_000n);
  const rest = String(micros % 1_000_000n)
    .padStart(6, "0")
    .replace(/0+$/, "");
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(":");
  return rest === "" ? clock : `${clock}.${rest}`;
}

function bytesText(bytes: Uint8Array): string {
  return [...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, "0").toUpperCase()}`).join("");
}

/** Rows of a nested vector: what a list or map entry holds. */
function vectorCells(vector: Vector): Cell[] {
  return Array.from({ length: vector.length }, (_, index) => cellOf(vector.type, vector.get(index)));
}

function structCell(type: DataType, value: object): Cell {
  const struct = value as Readonly<Record<string, unknown>>; // Arrow's struct row answers by field name
  return Object.fromEntries(
    type.children.map((child) => [child.name, cellOf(child.type as DataType, struct[child.name])]),
  );
}

function mapCell(type: DataType, value: unknown): Cell {
  const entry = type.children[0]?.type as DataType | undefined; // a map is a list of key-value structs
  const [keyType, valueType] = (entry?.children ?? []).map((child) => child.type as DataType);
  if (keyType === undefined || valueType === undefined) return String(value);
  return Array.from(value as Iterable<readonly [unknown, unknown]>, ([key, item]) => ({
    key: cellOf(keyType, key),
    value: cellOf(valueType, item),
  }));
}

/** Sums of integers are HUGEINT; DuckDB hands them to Arrow as whole decimals of full width. */
const isHugeInt = (type: Decimal): boolean => type.precision === 38 && type.scale === 0;

/** One Arrow value as a cell: see `Cell` for what becomes of each type. */
export function cellOf(type: DataType, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (DataType.isDecimal(type)) {
    const unscaled = bigIntOf(value as Uint32Array);
    return isHugeInt(type) ? String(unscaled) : decimalToNumber(unscaled, type.scale);
  }
  if (DataType.isDate(type)) return dateText(Number(value));
  if (DataType.isTimestamp(type)) return timestampText(Number(value));
  if (DataType.isTime(type)) return typeof value === "bigint" ? timeText(value) : Number(value);
  if (DataType.isDictionary(type)) return cellOf(type.dictionary as DataType, value);
  if (DataType.isList(type) || DataType.isFixedSizeList(type)) return vectorCells(value as Vector);
  if (DataType.isStruct(type)) return structCell(type, value);
  if (DataType.isMap(type)) return mapCell(type, value);
  if (value instanceof Uint8Array) return bytesText(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return String(value);
}

/** DuckDB's name of the type of an Arrow column. */
export function sqlTypeOf(type: DataType): string {
  if (DataType.isDecimal(type)) return isHugeInt(type) ? "HUGEINT" : `DECIMAL(${type.precision},${type.scale})`;
  if (DataType.isInt(type)) {
    const names: Readonly<Record<number, string>> = { 8: "TINYINT", 16: "SMALLINT", 32: "INTEGER", 64: "BIGINT" };
    return `${type.isSigned ? "" : "U"}${names[type.bitWidth] ?? "INTEGER"}`;
  }
  if (DataType.isFloat(type)) return type.precision === 2 ? "DOUBLE" : "FLOAT";
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return "VARCHAR";
  if (DataType.isBool(type)) return "BOOLEAN";
  if (DataType.isDate(type)) return "DATE";
  if (DataType.isTimestamp(type)) return type.timezone ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP";
  if (DataType.isTime(type)) return "TIME";
  if (DataType.isInterval(type)) return "INTERVAL";
  if (DataType.isDictionary(type)) return sqlTypeOf(type.dictionary as DataType);
  if (DataType.isNull(type)) return "NULL";
  const inside = type.children?.map((child) => [child.name, sqlTypeOf(child.type as DataType)] as const) ?? [];
  if (DataType.isList(type)) return `${inside[0]?.[1] ?? ""}[]`;
  if (DataType.isFixedSizeList(type)) return `${inside[0]?.[1] ?? ""}[${type.listSize}]`;
  if (DataType.isStruct(type)) return `STRUCT(${inside.map(([name, inner]) => `${name} ${inner}`).join(", ")})`;
  if (DataType.isMap(type)) return "MAP";
  return "BLOB";
}

type ResultColumns = ResultTable["columns"];

/** Names and types of a result's columns; a name that occurs again gets a number, as DuckDB's own shell does. */
export function columnsOf(schema: Schema): ResultColumns {
  const seen = new Map<string, number>();
  return schema.fields.map((field) => {
    const times = seen.get(field.name) ?? 0;
    seen.set(field.name, times + 1);
    return { name: times === 0 ? field.name : `${field.name}:${times}`, type: sqlTypeOf(field.type as DataType) };
  });
}

const plural = (count: number, unit: string): string => `${count} ${unit}${Math.abs(count) === 1 ? "" : "s"}`;

/**
 * An interval as DuckDB prints it: `1 year 2 months 3 days 00:00:04.5`. Its 16 bytes are months,
 * days and nanoseconds; Arrow's own reader does not know that layout, so they are read here.
 */
function intervalText(words: Int32Array): string {
  const [months = 0, days = 0, low = 0, high = 0] = words;
  const micros = ((BigInt(high) << 32n) | BigInt(low >>> 0)) / 1000n;
  const parts = [
    ...(Math.trunc(months / 12) === 0 ? [] : [plural(Math.trunc(months / 12), "year")]),
    ...(months % 12 === 0 ? [] : [plural(months % 12, "month")]),
    ...(days === 0 ? [] : [plural(days, "day")]),
  ];
  if (micros !== 0n) parts.push(micros < 0n ? `-${timeText(-micros)}` : timeText(micros));
  return parts.length === 0 ? "00:00:00" : parts.join(" ");
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Texts of a column, one for all that are the same as the one before: thousands of rows name the same few
 * metrics and states. Where all are ASCII, as identifiers are, they are decoded in one piece and cut.
 */
function textReader(data: Data): (row: number) => string | null {
  const { values, valueOffsets, length } = data;
  const bytes = values as Uint8Array; // of a text column
  const starts = valueOffsets as Int32Array; // likewise
  const first = starts[0] ?? 0;
  const all = bytes.subarray(first, starts[length] ?? first);
  const whole = decoder.decode(all);
  // Any other character takes more bytes than it counts.
  const isAscii = whole.length === all.length;
  const isValid = validity(data);
  let last = "";
  let [lastStart, lastEnd] = [0, 0];
  return (row) => {
    if (!isValid(row)) return null;
    const start = starts[row] ?? 0;
    const end = starts[row + 1] ?? 0;
    if (isAscii) {
      const isLast = end - start === last.length && whole.startsWith(last, start - first);
      if (!isLast) last = whole.slice(start - first, end - first);
    } else if (!isSame(bytes, lastStart, lastEnd, start, end)) {
      last = decoder.decode(bytes.subarray(start, end));
      [lastStart, lastEnd] = [start, end];
    }
    return last;
  };
}

/** Whether a row holds a value, by its bit: Arrow's own way to it is a dozen steps long. */
function validity({ nullBitmap, nullCount, offset }: Data): (row: number) => boolean {
  if (nullCount === 0) return () => true;
  return (row) => {
    const at = offset + row;
    return (((nullBitmap[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;
  };
}

function isSame(bytes: Uint8Array, from: number, to: number, start: number, end: number): boolean {
  if (to - from !== end - start) return false;
  for (let at = 0; at < to - from; at += 1) if (bytes[from + at] !== bytes[start + at]) return false;
  return true;
}

/** Doubles straight from their array. */
function numberReader(data: Data, values: Float64Array): (row: number) => number | null {
  const isValid = validity(data);
  return (row) => (isValid(row) ? (values[row] ?? null) : null);
}

/** Reads one column of a batch: a function from row to cell. */
export function columnReader(vector: Vector | null, type: DataType): (row: number) => Cell {
  const data = vector?.data[0];
  if (vector === null || data === undefined) return () => null;
  if (DataType.isUtf8(type)) return textReader(data);
  if (DataType.isFloat(type) && data.values instanceof Float64Array) return numberReader(data, data.values);
  if (!DataType.isInterval(type)) return (row) => cellOf(type, vector.get(row));
  const words = new Int32Array(data.values.buffer, data.values.byteOffset);
  return (row) => {
    const start = (data.offset + row) * 4;
    return vector.get(row) === null ? null : intervalText(words.subarray(start, start + 4));
  };
}

/** The cell that a whole column of a batch repeats; undefined where its cells differ, or are not looked through. */
function repeatedCell(vector: Vector | null): string | null | undefined {
  const data = vector?.data[0];
  if (data === undefined || data.nullCount === data.length) return null;
  if (!DataType.isUtf8(data.type) || data.nullCount > 0) return undefined;
  const starts = data.valueOffsets as Int32Array; // of a text column
  const [first = 0, second = 0] = starts;
  for (let row = 1; row <= data.length; row += 1) {
    if (starts[row] !== first + row * (second - first)) return undefined;
  }
  const bytes = data.values as Uint8Array; // likewise
  const text = decoder.decode(bytes.subarray(first, second));
  return decoder.decode(bytes.subarray(first, starts[data.length])) === text.repeat(data.length) ? text : undefined;
}

/** The rows of a batch by column name. */
export function rowsOf(batch: RecordBatch, columns: ResultColumns): Record<string, Cell>[] {
  const blank: Record<string, Cell> = {};
  const readers: [name: string, read: (row: number) => Cell][] = [];
  columns.forEach(({ name }, index) => {
    const vector = batch.getChildAt(index);
    const repeated = repeatedCell(vector);
    blank[name] = repeated ?? null;
    const type = batch.schema.fields[index]?.type as DataType; // columns come from the same schema
    if (repeated === undefined) readers.push([name, columnReader(vector, type)]);
  });
  // Copies of one row with what all have in common, filled column by column: none grows, all share one shape,
  // and thousands take milliseconds.
  const rows = Array.from({ length: batch.numRows }, () => ({ ...blank }));
  for (const [name, read] of readers) rows.forEach((cells, row) => (cells[name] = read(row)));
  return rows;
}

/** So many rows are decoded before a look at the clock; for so long, ms, before the page has its turn. */
const PIECE = 2048;
const TURN = 30;

/** The rows of batches. Tens of thousands take half a second: the page goes on meanwhile. */
export async function rowsOfAll(
  batches: readonly RecordBatch[],
  columns: ResultColumns,
): Promise<Record<string, Cell>[]> {
  const rows: Record<string, Cell>[] = [];
  let begun = performance.now();
  for (const batch of batches) {
    for (let start = 0; start < batch.numRows; start += PIECE) {
      if (performance.now() - begun > TURN) {
        await new Promise((resolve) => setTimeout(resolve));
        begun = performance.now();
      }
      for (const row of rowsOf(batch.slice(start, Math.min(start + PIECE, batch.numRows)), columns)) rows.push(row);
    }
  }
  return rows;
}
