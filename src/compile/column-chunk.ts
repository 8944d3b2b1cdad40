import type { ColumnChunk, Encoding, SchemaElement } from "hyparquet";
import { ByteWriter } from "hyparquet-writer";
import { writePageHeader } from "hyparquet-writer/src/datapage.js";
import { ByteSink } from "./byte-sink.ts";
import { writeHybrid } from "./rle-hybrid.ts";
import { appendSnappy } from "./snappy.ts";
import { unscaledDecimal, unscaledSmall } from "./stored-values.ts";

/** A column of texts or whole numbers, null where it has no value. */
export interface FlatColumn {
  readonly name: string;
  readonly type: "BYTE_ARRAY" | "INT32" | "INT64";
  readonly nullable: boolean;
  readonly dictionary: boolean;
  /** Text for BYTE_ARRAY, an integer for INT32, decimal text for INT64. */
  readonly values: readonly (string | number | null)[];
}

/** Buffers that one column after the other uses. */
export class Scratch {
  readonly levels: ByteSink = new ByteSink();
  readonly page: ByteSink = new ByteSink();
  readonly packed: ByteSink = new ByteSink();
  #numbers = new Int32Array(1024);

  /** At least so many whole numbers, whatever they were. */
  numbers(count: number): Int32Array {
    if (count > this.#numbers.length) this.#numbers = new Int32Array(2 * count);
    return this.#numbers;
  }
}

const TWO_32 = 2 ** 32;
/** A page of texts ends with the row that would make it longer. */
const PAGE_BYTES = 1024 * 1024;

export function isFlatType(type: SchemaElement["type"]): type is FlatColumn["type"] {
  return type === "BYTE_ARRAY" || type === "INT32" || type === "INT64";
}

/**
 * Appends a column chunk: dictionary page and data page with indexes, or pages of plain values;
 * version 2, snappy. The bytes are those of hyparquet-writer, which takes many times longer for
 * columns by the thousand, since it turns each text into an array of its own.
 *
 * @returns where it stands in `out`.
 * @throws RangeError for a value that the type does not hold.
 */
export function appendColumnChunk(out: ByteSink, column: FlatColumn, scratch: Scratch): ColumnChunk {
  const begin = out.at;
  const { values, nullable } = column;
  const pages = new Pages(out, scratch, values, nullable);
  const dictionary = column.dictionary ? dictionaryOf(values, scratch) : null;
  if (dictionary !== null) {
    scratch.page.at = 0;
    appendValues(scratch.page, column, dictionary.distinct);
    pages.dictionary(dictionary.distinct.length);
  }
  const dataBegin = out.at;
  const encoding: Encoding = dictionary === null ? "PLAIN" : "RLE_DICTIONARY";
  scratch.page.at = 0;
  if (dictionary !== null) {
    appendIndexes(scratch.page, dictionary);
    pages.data(0, values.length, encoding, scratch.page.at);
  } else if (column.type === "BYTE_ARRAY") {
    appendTextPages(pages, scratch.page, values, column.name);
  } else {
    appendValues(scratch.page, column, nullable ? values.filter((value) => value !== null) : values);
    pages.data(0, values.length, encoding, scratch.page.at);
  }
  return {
    file_offset: BigInt(begin),
    meta_data: {
      type: column.type,
      encodings: dictionary === null ? ["PLAIN"] : ["PLAIN", "RLE_DICTIONARY"],
      path_in_schema: [column.name],
      codec: "SNAPPY",
      num_values: BigInt(values.length),
      total_compressed_size: BigInt(out.at - begin),
      total_uncompressed_size: BigInt(pages.uncompressed),
      data_page_offset: BigInt(dataBegin),
      ...(dictionary === null ? {} : { dictionary_page_offset: BigInt(begin) }),
    },
  };
}

interface Dictionary {
  readonly distinct: readonly (string | number)[];
  /** One per value that is not null. */
  readonly indexes: Int32Array;
  readonly count: number;
}

/** The distinct values in order of appearance. */
function dictionaryOf(values: readonly (string | number | null)[], scratch: Scratch): Dictionary {
  const places = new Map<string | number, number>();
  const indexes = scratch.numbers(values.length);
  let count = 0;
  let last: string | number | null = null;
  let lastPlace = 0;
  for (const value of values) {
    if (value === null) continue;
    // Rows in the order of a report repeat the value before more often than not.
    if (value !== last) {
      const place = places.get(value);
      if (place === undefined) places.set(value, (lastPlace = places.size));
      else lastPlace = place;
      last = value;
    }
    indexes[count] = lastPlace;
    count += 1;
  }
  return { distinct: [...places.keys()], indexes, count };
}

function appendIndexes(page: ByteSink, { distinct, indexes, count }: Dictionary): void {
  const width = 32 - Math.clz32(Math.max(0, distinct.length - 1));
  page.room(1);
  page.bytes[page.at++] = width;
  writeHybrid(page, indexes, 0, count, width);
}

function appendValues(page: ByteSink, { name, type }: FlatColumn, values: readonly (string | number | null)[]): void {
  if (type === "BYTE_ARRAY") for (const value of values) appendText(page, value, name);
  else if (type === "INT32") for (const value of values) appendInt32(page, value, name);
  else for (const value of values) appendInt64(page, String(value));
}

function appendText(page: ByteSink, value: unknown, name: string): void {
  if (typeof value !== "string") throw new RangeError(`${name} holds ${String(value)}, which is no text`);
  page.room(4);
  const begin = page.at;
  page.at += 4;
  page.utf8(value);
  page.view.setUint32(begin, page.at - begin - 4, true);
}

function appendInt32(page: ByteSink, value: unknown, name: string): void {
  if (typeof value !== "number" || (value | 0) !== value) {
    throw new RangeError(`${name} holds ${String(value)}, which is no 32-bit integer`);
  }
  page.room(4);
  page.view.setInt32(page.at, value, true);
  page.at += 4;
}

function appendInt64(page: ByteSink, text: string): void {
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

/** Plain texts, cut into pages by the bytes of the texts themselves. */
function appendTextPages(pages: Pages, page: ByteSink, values: Pages["values"], name: string): void {
  let first = 0;
  let bytes = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    if (value === null) continue;
    const before = page.at;
    appendText(page, value, name);
    const own = page.at - before - 4;
    bytes += own;
    if (bytes < PAGE_BYTES || row === first) continue;
    const end = page.at;
    pages.data(first, row, "PLAIN", before);
    page.bytes.copyWithin(0, before, end);
    page.at = end - before;
    first = row;
    bytes = own;
  }
  if (first < values.length) pages.data(first, values.length, "PLAIN", page.at);
}

/** Pages of one column, compressed and with their headers. */
class Pages {
  /** Bytes of all pages as they would be uncompressed, headers included. */
  uncompressed = 0;
  readonly values: readonly (string | number | null)[];
  readonly #out: ByteSink;
  readonly #scratch: Scratch;
  readonly #nullable: boolean;

  constructor(out: ByteSink, scratch: Scratch, values: Pages["values"], nullable: boolean) {
    this.#out = out;
    this.#scratch = scratch;
    this.values = values;
    this.#nullable = nullable;
  }

  /** The distinct values, which stand in the page buffer. */
  dictionary(count: number): void {
    const { page } = this.#scratch;
    const packed = this.#packed(page.at);
    this.#header({
      type: "DICTIONARY_PAGE",
      uncompressed_page_size: page.at,
      compressed_page_size: packed.length,
      dictionary_page_header: { num_values: count, encoding: "PLAIN" },
    });
    this.#out.append(packed);
    this.uncompressed += page.at;
  }

  /** Rows `[from, to)`, of which the first `length` bytes of the page buffer hold the values. */
  data(from: number, to: number, encoding: Encoding, length: number): void {
    const { levels } = this.#scratch;
    levels.at = 0;
    const packed = this.#packed(length);
    const nulls = this.#nullable ? this.#definitions(from, to) : 0;
    this.#header({
      type: "DATA_PAGE_V2",
      uncompressed_page_size: levels.at + length,
      compressed_page_size: levels.at + packed.length,
      data_page_header_v2: {
        num_values: to - from,
        num_nulls: nulls,
        num_rows: to - from,
        encoding,
        definition_levels_byte_length: levels.at,
        repetition_levels_byte_length: 0,
        is_compressed: true,
      },
    });
    this.#out.append(levels.taken());
    this.#out.append(packed);
    this.uncompressed += levels.at + length;
  }

  /** The first bytes of the page buffer, compressed; valid until the next page. */
  #packed(length: number): Uint8Array {
    const { page, packed } = this.#scratch;
    packed.at = 0;
    appendSnappy(packed, page, length);
    return packed.taken();
  }

  /** Appends which rows have a value; how many have none. */
  #definitions(from: number, to: number): number {
    const present = this.#scratch.numbers(to - from);
    let nulls = 0;
    for (let row = from; row < to; row += 1) {
      const isNull = this.values[row] === null;
      if (isNull) nulls += 1;
      present[row - from] = isNull ? 0 : 1;
    }
    writeHybrid(this.#scratch.levels, present, 0, to - from, 1);
    return nulls;
  }

  #header(header: Parameters<typeof writePageHeader>[1]): void {
    const writer = new ByteWriter(64);
    writePageHeader(writer, header);
    const bytes = writer.getBytes();
    this.#out.append(bytes);
    this.uncompressed += bytes.length;
  }
}
