import type { SchemaElement } from "hyparquet";
import type { StoredTable } from "../model/stored.ts";
import type { ByteSink } from "./byte-sink.ts";
import { SCALE, epochDays, unscaledDecimal, unscaledSmall } from "./stored-values.ts";

export type StoredColumn = StoredTable["columns"][string];
export type StoredType = StoredColumn["type"];
type Leaf = Omit<SchemaElement, "name" | "repetition_type">;

/** How the values of a column lie in a file. */
export interface ValueType {
  readonly leaf: Leaf;
  /**
   * Appends one value as Parquet's PLAIN encoding has it.
   *
   * @throws RangeError for a value that the type does not hold; `name` is its column's.
   */
  readonly append: (page: ByteSink, value: unknown, name: string) => void;
  /** Appends many values at once, quicker than one by one. */
  readonly appendAll?: (page: ByteSink, values: readonly unknown[], name: string) => void;
  /** Turns what was appended into what a page holds, in place; the bytes left. */
  readonly pack?: (bytes: Uint8Array) => number;
  /** Whether equal values are worth finding: a dictionary tells neither −0 from 0 nor one NaN from the other. */
  readonly comparable: boolean;
  /** Whether the values are whole numbers, most of them small. */
  readonly isWhole: boolean;
}

const TWO_32 = 2 ** 32;

function appendText(page: ByteSink, value: unknown, name: string): void {
  if (typeof value !== "string") throw new RangeError(`${name} holds ${String(value)}, which is no text`);
  page.room(4);
  const begin = page.at;
  page.at += 4;
  page.utf8(value);
  page.view.setUint32(begin, page.at - begin - 4, true);
}

/** As long as the length of a text is, which stands before it. */
const BEFORE_TEXT = "\0\0\0\0";
const ENCODER = new TextEncoder();

/** Texts encoded as one, with room between them for their lengths. */
function appendTexts(page: ByteSink, values: readonly unknown[], name: string): void {
  const texts = values.filter((value) => typeof value === "string");
  if (texts.length < Math.max(values.length, FEW_TEXTS)) {
    for (const value of values) appendText(page, value, name);
    return;
  }
  const joined = BEFORE_TEXT + texts.join(BEFORE_TEXT);
  page.room(3 * joined.length);
  const { written } = ENCODER.encodeInto(joined, page.bytes.subarray(page.at));
  const lengths = written === joined.length ? texts.map(({ length }) => length) : lengthsBetween(page, written);
  if (lengths.length !== texts.length) {
    // A text holds a character 0 itself.
    for (const text of texts) appendText(page, text, name);
    return;
  }
  for (const length of lengths) {
    page.view.setUint32(page.at, length, true);
    page.at += 4 + length;
  }
}

/** Fewer texts are encoded one by one. */
const FEW_TEXTS = 4;

/** Bytes of each text in what was written; more numbers than texts where one of them holds a 0 itself. */
function lengthsBetween({ bytes, at }: ByteSink, written: number): number[] {
  const lengths: number[] = [];
  const end = at + written;
  let begin = at + 4;
  for (let place = begin; place < end; place += 1) {
    if (bytes[place] !== 0) continue;
    lengths.push(place - begin);
    begin = place + 4;
    place += 3;
  }
  lengths.push(end - begin);
  return lengths;
}

function appendInt32(page: ByteSink, value: unknown, name: string): void {
  if (typeof value !== "number" || (value | 0) !== value) {
    throw new RangeError(`${name} holds ${String(value)}, which is no 32-bit integer`);
  }
  page.room(4);
  page.view.setInt32(page.at, value, true);
  page.at += 4;
}

/** Decimal text. */
function appendDecimal(page: ByteSink, value: unknown): void {
  const text = String(value);
  page.room(8);
  const small = unscaledSmall(text);
  if (small === null) {
    page.view.setBigInt64(page.at, unscaledDecimal(text), true);
  } else {
    const high = Math.floor(small / TWO_32);
    page.view.setUint32(page.at, small - high * TWO_32, true);
    page.view.setInt32(page.at + 4, high, true);
  }
  page.at += 8;
}

/** A number or its text. */
function appendInt64(page: ByteSink, value: unknown): void {
  page.room(8);
  page.view.setBigInt64(page.at, BigInt(String(value)), true);
  page.at += 8;
}

function appendDouble(page: ByteSink, value: unknown, name: string): void {
  if (typeof value !== "number") throw new RangeError(`${name} holds ${String(value)}, which is no number`);
  page.room(8);
  page.view.setFloat64(page.at, value, true);
  page.at += 8;
}

/** A byte of 0 or 1, of which `packedBits` makes bits. */
function appendBoolean(page: ByteSink, value: unknown, name: string): void {
  if (typeof value !== "boolean")
    throw new RangeError(`${name} holds ${String(value)}, which is neither true nor false`);
  page.room(1);
  page.bytes[page.at++] = value ? 1 : 0;
}

/** Eight bytes of 0 or 1 as one, the first one lowest. */
function packedBits(bytes: Uint8Array): number {
  const length = Math.ceil(bytes.length / 8);
  for (let at = 0; at < length; at += 1) {
    let byte = 0;
    for (let bit = 0; bit < 8; bit += 1) byte |= (bytes[8 * at + bit] ?? 0) << bit;
    bytes[at] = byte;
  }
  return length;
}

const VARCHAR: ValueType = {
  leaf: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  append: appendText,
  appendAll: appendTexts,
  comparable: true,
  isWhole: false,
};
const INTEGER: ValueType = { leaf: { type: "INT32" }, append: appendInt32, comparable: true, isWhole: true };

/** By the type of a column; of a list that of its elements. */
export const VALUE_TYPES: Readonly<Record<StoredType, ValueType>> = {
  VARCHAR,
  INTEGER,
  "DECIMAL(18,6)": {
    leaf: {
      type: "INT64",
      converted_type: "DECIMAL",
      logical_type: { type: "DECIMAL", precision: 18, scale: SCALE },
      precision: 18,
      scale: SCALE,
    },
    append: appendDecimal,
    comparable: true,
    isWhole: false,
  },
  DATE: {
    leaf: { type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } },
    append: (page, value, name) => appendInt32(page, epochDays(String(value)), name),
    comparable: true,
    isWhole: false,
  },
  DOUBLE: { leaf: { type: "DOUBLE" }, append: appendDouble, comparable: false, isWhole: false },
  BOOLEAN: { leaf: { type: "BOOLEAN" }, append: appendBoolean, pack: packedBits, comparable: false, isWhole: false },
  BIGINT: { leaf: { type: "INT64" }, append: appendInt64, comparable: true, isWhole: false },
  "INTEGER[]": INTEGER,
  "VARCHAR[]": VARCHAR,
};

export const isList = (type: StoredType): boolean => type.endsWith("[]");

/** What the schema of a file says of a column. */
export function schemaElements(name: string, column: StoredColumn): SchemaElement[] {
  const { leaf } = VALUE_TYPES[column.type];
  const repetition_type = column.nullable ? "OPTIONAL" : "REQUIRED";
  if (!isList(column.type)) return [{ name, repetition_type, ...leaf }];
  return [
    { name, repetition_type, num_children: 1, converted_type: "LIST", logical_type: { type: "LIST" } },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", repetition_type: "REQUIRED", ...leaf },
  ];
}

/** Where the values of a column lie in that schema. */
export const pathOf = (name: string, { type }: StoredColumn): string[] =>
  isList(type) ? [name, "list", "element"] : [name];
