import { DataType, type RecordBatch, type Schema } from "apache-arrow";
import { bigIntOf, columnReader, columnsOf, decimalToNumber } from "./decode.ts";
import type { Cell } from "./engine.ts";
import { exactText, plainText } from "./exact-text.ts";
import type { ResultColumn, ResultRows } from "./reader-engine.ts";

interface Chunk {
  readonly batch: RecordBatch;
  readonly start: number;
  /** One per column, made at first use. */
  readonly readers: ((row: number) => Cell)[];
}

/** Bytes of a batch as it lies in memory. */
const bytesOf = (batch: RecordBatch): number => batch.data.byteLength;

function numberOf(type: DataType, value: unknown): number | null {
  if (value === null || value === undefined) return null;
  if (DataType.isDecimal(type)) return decimalToNumber(bigIntOf(value as Uint32Array), type.scale); // its words
  if (DataType.isInt(type) || DataType.isFloat(type)) return Number(value);
  if (DataType.isDate(type) || DataType.isTimestamp(type)) return Number(value);
  return null;
}

/** The rows of a result in Arrow's own form: compact, and quick to reach at any place. */
export class ArrowRows implements ResultRows {
  readonly columns: readonly ResultColumn[];
  readonly schema: Schema;
  readonly #chunks: Chunk[] = [];
  #count = 0;
  #bytes = 0;
  #last: Chunk | null = null;

  constructor(schema: Schema) {
    this.schema = schema;
    this.columns = columnsOf(schema);
  }

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get batches(): readonly RecordBatch[] {
    return this.#chunks.map((chunk) => chunk.batch);
  }

  /** Adds a batch, or as much of it as makes `mostRows` rows in all. @returns whether all of it was added. */
  add(batch: RecordBatch, mostRows: number): boolean {
    const room = mostRows - this.#count;
    const kept = batch.numRows <= room ? batch : batch.slice(0, room);
    if (kept.numRows > 0) {
      this.#chunks.push({ batch: kept, start: this.#count, readers: [] });
      this.#count += kept.numRows;
      this.#bytes += bytesOf(batch);
    }
    return kept === batch;
  }

  cell(row: number, column: number): Cell {
    const chunk = this.#chunkOf(row);
    return chunk === null ? null : this.#reader(chunk, column)(row - chunk.start);
  }

  /** A cell as Arrow gives it, undecoded; null for null. */
  value(row: number, column: number): unknown {
    const chunk = this.#chunkOf(row);
    return chunk === null ? null : (chunk.batch.getChildAt(column)?.get(row - chunk.start) ?? null);
  }

  text(row: number, column: number): string | null {
    const chunk = this.#chunkOf(row);
    const type = this.#typeOf(column);
    if (chunk === null || type === undefined) return null;
    // Arrow reads no interval; the decoder does.
    if (DataType.isInterval(type)) return plainText(this.cell(row, column));
    return exactText(type, this.value(row, column));
  }

  number(row: number, column: number): number | null {
    const chunk = this.#chunkOf(row);
    const type = this.#typeOf(column);
    if (chunk === null || type === undefined || DataType.isInterval(type)) return null;
    return numberOf(type, this.value(row, column));
  }

  #typeOf(column: number): DataType | undefined {
    return this.schema.fields[column]?.type as DataType | undefined;
  }

  #reader(chunk: Chunk, column: number): (row: number) => Cell {
    const known = chunk.readers[column];
    if (known !== undefined) return known;
    const type = this.#typeOf(column);
    const made = type === undefined ? () => null : columnReader(chunk.batch.getChildAt(column), type);
    chunk.readers[column] = made;
    return made;
  }

  /** The chunk that holds a row: mostly the one asked last, else found by halving. */
  #chunkOf(row: number): Chunk | null {
    if (row < 0 || row >= this.#count || !Number.isInteger(row)) return null;
    const last = this.#last;
    if (last !== null && row >= last.start && row < last.start + last.batch.numRows) return last;
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#chunks[middle]?.start ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    this.#last = this.#chunks[low] ?? null;
    return this.#last;
  }
}
