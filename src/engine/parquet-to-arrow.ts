import {
  Bool,
  DateDay,
  Decimal,
  Field,
  Float64,
  Int32,
  Int64,
  List,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  tableToIPC,
  Table as ArrowTable,
  Utf8,
  type Data,
  type DataType,
} from "apache-arrow";
import { parquetMetadata, parquetRead, type FileMetaData, type SchemaElement } from "hyparquet";
import type { StoredTable } from "../model/stored.ts";

/**
 * The metadata with every leaf's meaning taken off, so that hyparquet gives what is stored: a
 * DECIMAL its unscaled integer, a string its bytes, a date its days. Never a float on the way.
 */
export function physical(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map((element): SchemaElement => {
    if (element.num_children !== undefined) return element;
    const { converted_type: _converted, logical_type: _logical, ...stored } = element;
    return stored;
  });
  return { ...metadata, schema };
}

/** Rows of a file, from the first on and before the last. */
interface Rows {
  readonly from: number;
  readonly to: number;
}

/** Row groups by their rows, put together until there are enough: what is decoded at once. */
function piecesOf(metadata: FileMetaData, most: number): Rows[] {
  const pieces: { from: number; to: number }[] = [];
  for (const group of metadata.row_groups) {
    const count = Number(group.num_rows);
    const last = pieces.at(-1);
    if (last !== undefined && last.to - last.from + count <= most) last.to += count;
    else pieces.push({ from: last?.to ?? 0, to: (last?.to ?? 0) + count });
  }
  return pieces;
}

/** Every column of some rows as one array of stored values, null where there is none. */
async function storedColumns(
  bytes: ArrayBuffer,
  metadata: FileMetaData,
  { from, to }: Rows,
): Promise<Map<string, unknown[]>> {
  const columns = new Map<string, unknown[]>();
  await parquetRead({
    file: bytes,
    metadata,
    utf8: false,
    rowStart: from,
    rowEnd: to,
    onChunk: ({ columnName, columnData, rowStart }) => {
      const column = columns.get(columnName) ?? new Array<unknown>(to - from).fill(null);
      columns.set(columnName, column);
      for (let index = 0; index < columnData.length; index++) column[rowStart - from + index] = columnData[index];
    },
  });
  return columns;
}

/** One bit per value, padded as Arrow wants it. */
export function bits(values: readonly unknown[], isSet: (value: unknown) => boolean): Uint8Array {
  const bitmap = new Uint8Array(Math.ceil(values.length / 64) * 8);
  values.forEach((value, index) => {
    if (isSet(value)) bitmap[index >> 3] = (bitmap[index >> 3] ?? 0) | (1 << (index & 7));
  });
  return bitmap;
}

const isPresent = (value: unknown): boolean => value !== null && value !== undefined;

export function validity(values: readonly unknown[]): { nullBitmap: Uint8Array; nullCount: number } {
  return { nullBitmap: bits(values, isPresent), nullCount: values.filter((value) => !isPresent(value)).length };
}

export function utf8Data(values: readonly unknown[]): Data<Utf8> {
  const valueOffsets = new Int32Array(values.length + 1);
  values.forEach((value, index) => {
    valueOffsets[index + 1] = (valueOffsets[index] ?? 0) + (value instanceof Uint8Array ? value.length : 0);
  });
  const data = new Uint8Array(valueOffsets.at(-1) ?? 0);
  values.forEach((value, index) => {
    if (value instanceof Uint8Array) data.set(value, valueOffsets[index]);
  });
  return makeData({ type: new Utf8(), length: values.length, ...validity(values), valueOffsets, data });
}

function int32Values(values: readonly unknown[]): Int32Array {
  return Int32Array.from(values, (value) => (typeof value === "number" ? value : 0));
}

/** 128-bit little-endian integers. */
export function decimalData(values: readonly unknown[], precision: number, scale: number): Data<Decimal> {
  const words = new BigInt64Array(values.length * 2);
  values.forEach((value, index) => {
    if (typeof value !== "bigint") return;
    words[index * 2] = value;
    words[index * 2 + 1] = value >> 64n;
  });
  return makeData({
    type: new Decimal(scale, precision, 128),
    length: values.length,
    ...validity(values),
    data: new Uint32Array(words.buffer),
  });
}

function listData<Item extends DataType>(
  values: readonly unknown[],
  itemData: (items: readonly unknown[]) => Data<Item>,
): Data<List<Item>> {
  const lists = values.map((value): readonly unknown[] => (Array.isArray(value) ? value : []));
  const valueOffsets = new Int32Array(lists.length + 1);
  lists.forEach((list, index) => {
    valueOffsets[index + 1] = (valueOffsets[index] ?? 0) + list.length;
  });
  const child = itemData(lists.flat());
  return makeData({
    type: new List(new Field("item", child.type, true)),
    length: values.length,
    ...validity(values),
    valueOffsets,
    child,
  });
}

export const int32Data = (values: readonly unknown[]): Data<Int32> =>
  makeData({ type: new Int32(), length: values.length, ...validity(values), data: int32Values(values) });

/** How a column of the contract is built from stored values. */
const BUILDERS: Readonly<Record<StoredTable["columns"][string]["type"], (values: readonly unknown[]) => Data>> = {
  VARCHAR: utf8Data,
  INTEGER: int32Data,
  "DECIMAL(18,6)": (values) => decimalData(values, 18, 6),
  DATE: (values) =>
    makeData({ type: new DateDay(), length: values.length, ...validity(values), data: int32Values(values) }),
  DOUBLE: (values) =>
    makeData({
      type: new Float64(),
      length: values.length,
      ...validity(values),
      data: Float64Array.from(values, (value) => (typeof value === "number" ? value : 0)),
    }),
  BOOLEAN: (values) =>
    makeData({
      type: new Bool(),
      length: values.length,
      ...validity(values),
      data: bits(values, (value) => value === true),
    }),
  BIGINT: (values) =>
    makeData({
      type: new Int64(),
      length: values.length,
      ...validity(values),
      data: BigInt64Array.from(values, (value) => (typeof value === "bigint" ? value : 0n)),
    }),
  "INTEGER[]": (values) => listData(values, int32Data),
  "VARCHAR[]": (values) => listData(values, utf8Data),
};

/** About so many rows are decoded at once: a page answers between two pieces, and holds no more of them as values. */
const PIECE_ROWS = 30_000;

/**
 * A table's Parquet file as Arrow IPC streams of some of its rows each, with the columns and types
 * of the contract. None when the file holds no row.
 *
 * @param most rows of a piece, where the row groups of the file allow it.
 * @throws Error when the bytes are no Parquet file or lack a column of the table.
 */
export async function* parquetToIpc(
  table: StoredTable,
  bytes: ArrayBuffer,
  most = PIECE_ROWS,
): AsyncGenerator<Uint8Array, void, void> {
  const metadata = physical(parquetMetadata(bytes));
  for (const piece of piecesOf(metadata, most)) {
    yield ipcOf(table, await storedColumns(bytes, metadata, piece), piece.to - piece.from);
  }
}

function ipcOf(table: StoredTable, columns: ReadonlyMap<string, unknown[]>, rows: number): Uint8Array {
  const fields: Field[] = [];
  const children: Data[] = [];
  for (const [name, column] of Object.entries(table.columns)) {
    const values = columns.get(name);
    if (values === undefined) throw new Error(`${table.name}.parquet has no column ${name}`);
    const data = BUILDERS[column.type](values);
    fields.push(new Field(name, data.type, true));
    children.push(data);
  }
  const schema = new Schema(fields);
  const batch = new RecordBatch(schema, makeData({ type: new Struct(fields), length: rows, nullCount: 0, children }));
  return tableToIPC(new ArrowTable(schema, [batch]), "stream");
}
