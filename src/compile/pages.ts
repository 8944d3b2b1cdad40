import { ByteWriter } from "hyparquet-writer";
import { writePageHeader } from "hyparquet-writer/src/datapage.js";
import { ByteSink } from "./byte-sink.ts";
import type { NumberList } from "./number-list.ts";
import { writeHybrid } from "./rle-hybrid.ts";
import { appendSnappy } from "./snappy.ts";

type DataEncoding = "PLAIN" | "RLE_DICTIONARY";

/** Buffers that one page after the other uses: nothing of a page is kept once it is written. */
const LEVELS = new ByteSink();
const INDEXES = new ByteSink();
const PACKED = new ByteSink();

/** Bits of the numbers from 0 to one less than a count. */
const bitsFor = (count: number): number => 32 - Math.clz32(Math.max(0, count - 1));

/** Appends the pages of one column, version 2, snappy: levels, then values, each with its header. */
export class Pages {
  /** Bytes of all pages as they would be uncompressed, headers included. */
  uncompressed = 0;
  readonly #out: ByteSink;
  readonly #repetition: NumberList | null;
  readonly #definition: NumberList | null;
  readonly #full: number;

  /** @param full the level of definition of an entry with a value. */
  constructor(out: ByteSink, repetition: NumberList | null, definition: NumberList | null, full: number) {
    this.#out = out;
    this.#repetition = repetition;
    this.#definition = definition;
    this.#full = full;
  }

  /** The distinct values, before any page that names them. */
  dictionary(bytes: ByteSink, count: number): void {
    const values = bytes.taken();
    PACKED.at = 0;
    appendSnappy(PACKED, values);
    this.#header({
      type: "DICTIONARY_PAGE",
      uncompressed_page_size: values.length,
      compressed_page_size: PACKED.at,
      dictionary_page_header: { num_values: count, encoding: "PLAIN" },
    });
    this.#out.append(PACKED.taken());
    this.uncompressed += values.length;
  }

  /** All entries, by the places of their values among `distinct` ones. */
  indexes(indexes: NumberList, distinct: number, rows: number): void {
    const width = bitsFor(distinct);
    INDEXES.at = 0;
    INDEXES.room(1);
    INDEXES.bytes[INDEXES.at++] = width;
    writeHybrid(INDEXES, indexes.list, 0, indexes.count, width);
    this.#data(INDEXES.taken(), "RLE_DICTIONARY", 0, this.#definition?.count ?? rows, rows);
  }

  /** Entries `[from, to)`, which are so many whole rows and whose values are these. */
  plain(values: Uint8Array, from: number, to: number, rows: number): void {
    this.#data(values, "PLAIN", from, to, rows);
  }

  #data(values: Uint8Array, encoding: DataEncoding, from: number, to: number, rows: number): void {
    LEVELS.at = 0;
    if (this.#repetition !== null) writeHybrid(LEVELS, this.#repetition.list, from, to, 1);
    const repetitionBytes = LEVELS.at;
    let nulls = 0;
    if (this.#definition !== null) {
      const { list } = this.#definition;
      writeHybrid(LEVELS, list, from, to, bitsFor(this.#full + 1));
      for (let entry = from; entry < to; entry += 1) if (list[entry] !== this.#full) nulls += 1;
    }
    PACKED.at = 0;
    appendSnappy(PACKED, values);
    this.#header({
      type: "DATA_PAGE_V2",
      uncompressed_page_size: LEVELS.at + values.length,
      compressed_page_size: LEVELS.at + PACKED.at,
      data_page_header_v2: {
        num_values: to - from,
        num_nulls: nulls,
        num_rows: rows,
        encoding,
        definition_levels_byte_length: LEVELS.at - repetitionBytes,
        repetition_levels_byte_length: repetitionBytes,
        is_compressed: true,
      },
    });
    this.#out.append(LEVELS.taken());
    this.#out.append(PACKED.taken());
    this.uncompressed += LEVELS.at + values.length;
  }

  #header(header: Parameters<typeof writePageHeader>[1]): void {
    const writer = new ByteWriter(64);
    writePageHeader(writer, header);
    const bytes = writer.getBytes();
    this.#out.append(bytes);
    this.uncompressed += bytes.length;
  }
}
