import { parquetMetadata, type ColumnChunk, type RowGroup, type SchemaElement } from "hyparquet";
import { ByteWriter } from "hyparquet-writer";
import { writeMetadata } from "hyparquet-writer/src/metadata.js";
import type { StoredTable } from "../model/stored.ts";
import { RowsBuilder, type EncodedRows } from "./rows-builder.ts";
import { schemaElements } from "./stored-types.ts";

function schemaOf(table: StoredTable): SchemaElement[] {
  const columns = Object.entries(table.columns);
  return [
    { name: "schema", num_children: columns.length, repetition_type: "REQUIRED" },
    ...columns.flatMap(([name, column]) => schemaElements(name, column)),
  ];
}

/**
 * Encodes rows of a table, the same bytes for the same rows.
 *
 * @param rows by the column names of the table; a decimal is text, a date `YYYY-MM-DD`, a BIGINT text or number.
 * @throws RangeError when a value does not fit its column or a required one is missing.
 */
export function encodeRows(table: StoredTable, rows: readonly object[]): EncodedRows {
  const builder = new RowsBuilder(table);
  builder.append(rows);
  return builder.take();
}

const MAGIC = new TextEncoder().encode("PAR1");

/** The same row group further on in a file. */
function moved(group: RowGroup, by: number): RowGroup {
  return { ...group, columns: group.columns.map((column) => movedColumn(column, by)) };
}

function movedColumn(column: ColumnChunk, by: number): ColumnChunk {
  const offset = (value: bigint): bigint => value + BigInt(by);
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
