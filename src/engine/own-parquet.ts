import {
  Bool,
  DateDay,
  Field,
  Float64,
  Int64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table as ArrowTable,
  tableToIPC,
  TimestampMicrosecond,
  type Data,
} from "apache-arrow";
import { parquetMetadata, parquetRead, parquetSchema, toJson } from "hyparquet";
import type { FileMetaData, SchemaElement, SchemaTree } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { bits, decimalData, int32Data, physical, utf8Data, validity } from "./parquet-to-arrow.ts";

/** Columns of any Parquet file by name, one value per row. */
type Columns = ReadonlyMap<string, readonly unknown[]>;

async function readColumns(
  bytes: ArrayBuffer,
  metadata: FileMetaData,
  columns: string[],
  utf8: boolean,
): Promise<Columns> {
  const rows = Number(metadata.num_rows);
  const read = new Map(columns.map((name) => [name, new Array<unknown>(rows).fill(null)]));
  if (rows === 0 || columns.length === 0) return read;
  await parquetRead({
    file: bytes,
    metadata,
    columns,
    utf8,
    compressors,
    onChunk: ({ columnName, columnData, rowStart }) => {
      const column = read.get(columnName);
      if (column === undefined) return;
      for (let index = 0; index < columnData.length; index++) column[rowStart + index] = columnData[index] ?? null;
    },
  });
  return read;
}

/** Big-endian two's complement, as Parquet keeps wide decimals. */
function bigEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}

function unscaled(value: unknown): bigint | null {
  if (value instanceof Uint8Array) return bigEndian(value);
  return typeof value === "bigint" || typeof value === "number" ? BigInt(value) : null;
}

const NANOSECONDS_A_DAY = 86_400_000_000_000n;
const JULIAN_EPOCH = 2_440_588n;

/** Microseconds since 1970 of a stored time, whatever unit it is kept in. */
function micros(element: SchemaElement, value: unknown): bigint | null {
  if (typeof value !== "bigint") return null;
  if (element.type === "INT96") {
    const days = (value >> 64n) - JULIAN_EPOCH;
    return (days * NANOSECONDS_A_DAY + (value & 0xffff_ffff_ffff_ffffn)) / 1000n;
  }
  const unit = element.logical_type?.type === "TIMESTAMP" ? element.logical_type.unit : undefined;
  if (unit === "NANOS") return value / 1000n;
  return unit === "MILLIS" || element.converted_type === "TIMESTAMP_MILLIS" ? value * 1000n : value;
}

function int64(values: readonly (bigint | null)[]): BigInt64Array {
  return BigInt64Array.from(values, (value) => value ?? 0n);
}

const encoder = new TextEncoder();
const asBytes = (text: string): Uint8Array => encoder.encode(text);

/** A flat column from its stored values, null where its type is none that we keep as it is. */
function flatData(element: SchemaElement, values: readonly unknown[]): Data | null {
  const { type, converted_type: converted, logical_type: logical } = element;
  const length = values.length;
  const frame = { length, ...validity(values) };
  if (converted === "DECIMAL" || logical?.type === "DECIMAL") {
    const precision = element.precision ?? (logical?.type === "DECIMAL" ? logical.precision : 38);
    const scale = element.scale ?? (logical?.type === "DECIMAL" ? logical.scale : 0);
    return decimalData(values.map(unscaled), precision, scale);
  }
  if (converted === "DATE" || logical?.type === "DATE") {
    const days = Int32Array.from(values, (value) => (typeof value === "number" ? value : 0));
    return makeData({ type: new DateDay(), ...frame, data: days });
  }
  if (type === "INT96" || logical?.type === "TIMESTAMP" || converted?.startsWith("TIMESTAMP_")) {
    return makeData({
      type: new TimestampMicrosecond(),
      ...frame,
      data: int64(values.map((value) => micros(element, value))),
    });
  }
  if (type === "BOOLEAN") {
    return makeData({ type: new Bool(), ...frame, data: bits(values, (value) => value === true) });
  }
  if (converted === "UINT_32" || converted === "UINT_64" || converted?.startsWith("TIME_")) return null;
  if (type === "INT32") return int32Data(values);
  if (type === "INT64") {
    return makeData({
      type: new Int64(),
      ...frame,
      data: int64(values.map((value) => (typeof value === "bigint" ? value : null))),
    });
  }
  if (type === "FLOAT" || type === "DOUBLE") {
    const numbers = Float64Array.from(values, (value) => (typeof value === "number" ? value : 0));
    return makeData({ type: new Float64(), ...frame, data: numbers });
  }
  const isText = converted === "UTF8" || converted === "JSON" || converted === "ENUM" || logical?.type === "STRING";
  return type === "BYTE_ARRAY" && (isText || (converted === undefined && logical === undefined))
    ? utf8Data(values)
    : null;
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object") return JSON.stringify(toJson(value));
  return String(value);
}

const isFlat = (column: SchemaTree): boolean =>
  column.children.length === 0 && column.element.repetition_type !== "REPEATED";

/**
 * Any Parquet file as an Arrow IPC stream. Flat columns keep their types, decimals digit for digit;
 * lists, structs and rarer types become text, nested ones as JSON.
 *
 * @throws Error when the bytes are no Parquet file.
 */
export async function ownParquetToIpc(bytes: ArrayBuffer): Promise<Uint8Array> {
  const metadata = parquetMetadata(bytes);
  const tree = parquetSchema(metadata).children;
  const flat = tree.filter(isFlat).map((column) => column.element.name);
  const stored = await readColumns(bytes, physical(metadata), flat, false);
  const built = new Map<string, Data>();
  for (const { element } of tree) {
    const values = stored.get(element.name);
    const data = values === undefined ? null : flatData(element, values);
    if (data !== null) built.set(element.name, data);
  }
  const others = tree.map((column) => column.element.name).filter((name) => !built.has(name));
  const converted = await readColumns(bytes, metadata, others, true);
  for (const [name, values] of converted) {
    built.set(name, utf8Data(values.map((value) => (value === null ? null : asBytes(textOf(value))))));
  }
  const fields: Field[] = [];
  const children: Data[] = [];
  for (const { element } of tree) {
    const data = built.get(element.name);
    if (data === undefined) continue;
    fields.push(new Field(element.name, data.type, true));
    children.push(data);
  }
  const schema = new Schema(fields);
  const length = Number(metadata.num_rows);
  const batch = new RecordBatch(schema, makeData({ type: new Struct(fields), length, nullCount: 0, children }));
  return tableToIPC(new ArrowTable(schema, [batch]), "stream");
}
