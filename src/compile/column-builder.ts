import type { ColumnChunk, Encoding } from "hyparquet";
import type { ByteSink } from "./byte-sink.ts";
import { NumberList } from "./number-list.ts";
import { Pages } from "./pages.ts";
import { VALUE_TYPES, isList, pathOf, type StoredColumn, type ValueType } from "./stored-types.ts";
import { ValueList } from "./value-list.ts";

/** A page of plain texts ends with the row that would make it longer. */
const PAGE_BYTES = 1024 * 1024;

/** One column of the rows that come, encoded as they come: of no row anything else is kept. */
export class ColumnBuilder {
  readonly #place: string;
  readonly #path: readonly string[];
  readonly #column: StoredColumn;
  readonly #type: ValueType;
  readonly #values: ValueList;
  /** For each entry whether it begins a row (0) or goes on with its list (1); null for single values. */
  readonly #repetition: NumberList | null;
  /** For each entry how much of it there is, `#full` where it has a value; null where all have. */
  readonly #definition: NumberList | null;
  readonly #full: number;
  #rows = 0;

  /** @param place what errors call the column: its table and name. */
  constructor(place: string, name: string, column: StoredColumn) {
    const list = isList(column.type);
    this.#place = place;
    this.#path = pathOf(name, column);
    this.#column = column;
    this.#type = VALUE_TYPES[column.type];
    this.#values = new ValueList(this.#type, place);
    this.#full = (list ? 1 : 0) + (column.nullable ? 1 : 0);
    this.#repetition = list ? new NumberList() : null;
    this.#definition = this.#full > 0 ? new NumberList() : null;
  }

  /**
   * Takes the values of rows, one of each.
   *
   * @param values not kept; what stands in the array may be moved.
   * @param count how many of them, from the first.
   * @throws RangeError when there is none, null where the column wants a value, or one of another type.
   */
  append(values: unknown[], count: number = values.length): void {
    this.#rows += count;
    if (this.#repetition !== null) this.#appendLists(values, count, this.#repetition);
    else this.#values.add(values, this.#present(values, count));
  }

  /** Takes the same value for so many rows. */
  repeat(value: unknown, times: number): void {
    if (this.#definition !== null || value === null || value === undefined) {
      this.append(new Array<unknown>(times).fill(value));
    } else {
      this.#values.repeat(value, times);
      this.#rows += times;
    }
  }

  /** Appends the column chunk of all rows taken, and is ready for others; where it stands in `out`. */
  finish(out: ByteSink): ColumnChunk {
    const begin = out.at;
    this.#values.settle();
    const { distinct, bytes, indexes } = this.#values;
    const pages = new Pages(out, this.#repetition, this.#definition, this.#full);
    if (distinct !== null) pages.dictionary(bytes, distinct);
    const dataBegin = out.at;
    if (distinct !== null) pages.indexes(indexes, distinct, this.#rows);
    else this.#plainPages(pages);
    const chunk = this.#chunk(begin, dataBegin, out.at, pages.uncompressed);
    this.#clear();
    return chunk;
  }

  /** Moves what is not null to the front and notes for each entry whether it is; how many are not. */
  #present(values: unknown[], count: number): number {
    const definition = this.#definition;
    const before = definition?.count ?? 0;
    definition?.repeat(this.#full, count);
    let present = 0;
    for (let at = 0; at < count; at += 1) {
      const value = values[at];
      if (value === null && definition !== null) {
        definition.list[before + at] = 0;
        continue;
      }
      if (value === null || value === undefined) throw this.#nothing();
      if (present !== at) values[present] = value;
      present += 1;
    }
    return present;
  }

  #appendLists(lists: readonly unknown[], count: number, repetition: NumberList): void {
    const values: unknown[] = [];
    for (let row = 0; row < count; row += 1) {
      const list = lists[row];
      if (list === undefined || (list === null && !this.#column.nullable)) throw this.#nothing();
      // Nothing at all, or a list without anything in it.
      const none = list === null ? 0 : this.#full - 1;
      const elements = (list ?? []) as readonly unknown[]; // of a column of lists
      for (const element of elements) values.push(element);
      this.#definition?.repeat(elements.length === 0 ? none : this.#full, Math.max(1, elements.length));
      repetition.push(0);
      if (elements.length > 1) repetition.repeat(1, elements.length - 1);
    }
    this.#values.add(values);
  }

  #nothing(): RangeError {
    return new RangeError(`${this.#place} has no value`);
  }

  /** One page; texts longer than it may be are cut between rows. */
  #plainPages(pages: Pages): void {
    const { bytes } = this.#values;
    const entries = this.#entries;
    const isText = this.#type.leaf.type === "BYTE_ARRAY";
    if (!isText || bytes.at < PAGE_BYTES) {
      pages.plain(bytes.taken(), 0, entries, this.#rows);
      return;
    }
    let page = { entry: 0, byte: 0, rows: 0, text: 0 };
    let row = { entry: 0, byte: 0, text: 0 };
    let at = 0;
    let text = 0;
    for (let entry = 0; entry <= entries; entry += 1) {
      const isLast = entry === entries;
      if (isLast || this.#repetition === null || this.#repetition.list[entry] === 0) {
        // The row before is whole.
        if (page.rows > 0 && text - page.text >= PAGE_BYTES) {
          pages.plain(bytes.bytes.subarray(page.byte, row.byte), page.entry, row.entry, page.rows);
          page = { ...row, rows: 0 };
        }
        if (entry > 0) page.rows += 1;
        row = { entry, byte: at, text };
      }
      if (isLast || (this.#definition !== null && this.#definition.list[entry] !== this.#full)) continue;
      const length = bytes.view.getUint32(at, true);
      at += 4 + length;
      text += length;
    }
    if (page.rows > 0) pages.plain(bytes.bytes.subarray(page.byte, at), page.entry, entries, page.rows);
  }

  get #entries(): number {
    return this.#definition?.count ?? this.#rows;
  }

  #chunk(begin: number, dataBegin: number, end: number, uncompressed: number): ColumnChunk {
    const plain: Encoding = "PLAIN";
    const hasDictionary = this.#values.distinct !== null;
    return {
      file_offset: BigInt(begin),
      meta_data: {
        type: this.#type.leaf.type ?? "BYTE_ARRAY",
        encodings: hasDictionary ? [plain, "RLE_DICTIONARY"] : [plain],
        path_in_schema: [...this.#path],
        codec: "SNAPPY",
        num_values: BigInt(this.#entries),
        total_compressed_size: BigInt(end - begin),
        total_uncompressed_size: BigInt(uncompressed),
        data_page_offset: BigInt(dataBegin),
        ...(hasDictionary ? { dictionary_page_offset: BigInt(begin) } : {}),
      },
    };
  }

  #clear(): void {
    this.#values.clear();
    if (this.#repetition !== null) this.#repetition.count = 0;
    if (this.#definition !== null) this.#definition.count = 0;
    this.#rows = 0;
  }
}
