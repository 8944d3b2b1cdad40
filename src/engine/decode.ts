import { DataType, type RecordBatch, type Schema, type Vector } from "apache-arrow";
import type { Cell, ResultTable } from "./engine.ts";

/** Bits of the integer that a little-endian run of 32-bit words holds, two's complement. */
function bigIntOf(words: Uint32Array): bigint {
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

/** One Arrow value as a cell: see `Cell` for what becomes of each type. */
function cellOf(type: DataType, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (DataType.isDecimal(type)) return decimalToNumber(bigIntOf(value as Uint32Array), type.scale);
  if (DataType.isDate(type)) return dateText(Number(value));
  if (DataType.isTimestamp(type)) return timestampText(Number(value));
  if (DataType.isTime(type)) return typeof value === "bigint" ? timeText(value) : Number(value);
  if (DataType.isDictionary(type)) return cellOf(type.dictionary as DataType, value);
  if (DataType.isList(type) || DataType.isFixedSizeList(type)) return vectorCells(value as Vector);
  if (DataType.isStruct(type)) return structCell(type, value);
  if (DataType.isMap(type)) return mapCell(type, value);
  if (DataType.isFixedSizeBinary(type) && type.byteWidth === 16) {
    const bytes = (value as Uint8Array).slice();
    return String(bigIntOf(new Uint32Array(bytes.buffer)));
  }
  if (value instanceof Uint8Array) return bytesText(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return String(value);
}

/** DuckDB's name of the type of an Arrow column. */
export function sqlTypeOf(type: DataType): string {
  if (DataType.isDecimal(type)) return `DECIMAL(${type.precision},${type.scale})`;
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
  if (DataType.isFixedSizeBinary(type) && type.byteWidth === 16) return "HUGEINT";
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

/** The rows of a batch by column name. */
export function rowsOf(batch: RecordBatch, columns: ResultColumns): Record<string, Cell>[] {
  const vectors = columns.map((column, index) => ({
    name: column.name,
    vector: batch.getChildAt(index),
    type: batch.schema.fields[index]?.type as DataType,
  }));
  return Array.from({ length: batch.numRows }, (_, row) =>
    Object.fromEntries(vectors.map(({ name, vector, type }) => [name, cellOf(type, vector?.get(row))])),
  );
}
