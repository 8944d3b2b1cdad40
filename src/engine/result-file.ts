import { DataType, Table as ArrowTable, tableToIPC, vectorFromArray, type Decimal, type Vector } from "apache-arrow";
import type { SchemaElement } from "hyparquet";
import { ByteWriter, parquetWrite } from "hyparquet-writer";
import { ArrowRows } from "./arrow-rows.ts";
import { bigIntOf } from "./decode.ts";
import type { ResultRows } from "./reader-engine.ts";

export const RESULT_FORMATS = ["csv", "tsv", "json", "ndjson", "parquet", "arrow"] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];

/** Rows written between two breaths of the page. */
const PIECE = 10_000;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const RAW = /^(?:DECIMAL|DOUBLE|FLOAT|U?(?:TINY|SMALL|BIG|HUGE)?INT|INTEGER|UINTEGER|BOOLEAN|STRUCT|MAP)|\]$/;

/** How rows become lines: a head, a line each, what stands between them, an end. */
interface Lines {
  readonly type: string;
  readonly head: string;
  readonly line: (row: number) => string;
  readonly between: string;
  readonly end: string;
}

function csvLines(rows: ResultRows): Lines {
  const quoted = (text: string): string =>
    text === "" || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const cell = (text: string | null): string => (text === null ? "" : quoted(text));
  return {
    type: "text/csv;charset=utf-8",
    // With its byte order mark, spreadsheets take it for UTF-8.
    head: `\uFEFF${rows.columns.map((column) => quoted(column.name)).join(",")}\r\n`,
    line: (row) => rows.columns.map((_, column) => cell(rows.text(row, column))).join(","),
    between: "\r\n",
    end: "\r\n",
  };
}

function tsvLines(rows: ResultRows): Lines {
  const flat = (text: string): string => text.replace(/[\t\r\n]+/g, " ");
  return {
    type: "text/tab-separated-values;charset=utf-8",
    head: `${rows.columns.map((column) => flat(column.name)).join("\t")}\n`,
    line: (row) => rows.columns.map((_, column) => flat(rows.text(row, column) ?? "")).join("\t"),
    between: "\n",
    end: "\n",
  };
}

function jsonLines(rows: ResultRows, isArray: boolean): Lines {
  const names = rows.columns.map((column) => JSON.stringify(column.name));
  const isRaw = rows.columns.map((column) => RAW.test(column.type));
  const value = (row: number, column: number): string => {
    const text = rows.text(row, column);
    if (text === null) return "null";
    // Numbers go digit for digit; JSON has no word for those that are none.
    return isRaw[column] === true && !/^-?(?:nan|inf)/i.test(text) ? text : JSON.stringify(text);
  };
  return {
    type: isArray ? "application/json" : "application/x-ndjson",
    head: isArray ? "[\n" : "",
    line: (row) => `{${names.map((name, column) => `${name}:${value(row, column)}`).join(",")}}`,
    between: isArray ? ",\n" : "\n",
    end: isArray ? "\n]\n" : "\n",
  };
}

async function textFile(lines: Lines, count: number, rowAt: (place: number) => number): Promise<Blob> {
  const pieces: string[] = [lines.head];
  for (let start = 0; start < count; start += PIECE) {
    const piece: string[] = [];
    for (let place = start; place < Math.min(count, start + PIECE); place++) piece.push(lines.line(rowAt(place)));
    pieces.push((start === 0 ? "" : lines.between) + piece.join(lines.between));
    await breathe();
  }
  if (count > 0 || lines.head === "[\n") pieces.push(lines.end);
  return new Blob(pieces, { type: lines.type });
}

/** A column's values in the order shown, as Arrow gives them. */
function* valuesOf(rows: ArrowRows, column: number, order: Uint32Array | null): Generator<unknown> {
  if (order === null) {
    for (const batch of rows.batches) {
      const vector = batch.getChildAt(column);
      for (let row = 0; row < batch.numRows; row++) yield vector?.get(row) ?? null;
    }
    return;
  }
  for (const row of order) yield rows.value(row, column);
}

function arrowFile(rows: ArrowRows, order: Uint32Array | null): Blob {
  const table =
    order === null
      ? new ArrowTable(rows.schema, [...rows.batches])
      : new ArrowTable(
          Object.fromEntries(
            rows.schema.fields.map((field, column): [string, Vector] => [
              rows.columns[column]?.name ?? field.name,
              vectorFromArray([...valuesOf(rows, column, order)], field.type as DataType),
            ]),
          ),
        );
  return new Blob([tableToIPC(table, "file") as Uint8Array<ArrayBuffer>], {
    type: "application/vnd.apache.arrow.file",
  });
}

type Leaf = Omit<SchemaElement, "name" | "repetition_type">;

const TEXT: Leaf = { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } };

function decimalLeaf({ precision, scale }: Decimal): Leaf {
  const logical = { type: "DECIMAL", precision, scale } as const;
  return precision <= 18
    ? { type: "INT64", converted_type: "DECIMAL", logical_type: logical, precision, scale }
    : {
        type: "FIXED_LEN_BYTE_ARRAY",
        type_length: 16,
        converted_type: "DECIMAL",
        logical_type: logical,
        precision,
        scale,
      };
}

/** How a column lies in a Parquet file, and what its values become; types that Parquet lacks, and nested ones, become text. */
function leafOf(type: DataType): { leaf: Leaf; value: ((value: unknown) => unknown) | null } {
  if (DataType.isDecimal(type)) return { leaf: decimalLeaf(type), value: (value) => bigIntOf(value as Uint32Array) };
  if (DataType.isBool(type)) return { leaf: { type: "BOOLEAN" }, value: (value) => value };
  if (DataType.isInt(type) && type.bitWidth <= 32 && (type.isSigned || type.bitWidth < 32)) {
    return { leaf: { type: "INT32" }, value: (value) => value };
  }
  if (DataType.isInt(type) && (type.isSigned || type.bitWidth === 32)) {
    return { leaf: { type: "INT64" }, value: (value) => BigInt(value as number | bigint) };
  }
  if (DataType.isFloat(type)) return { leaf: { type: "DOUBLE" }, value: (value) => value };
  if (DataType.isDate(type)) {
    const leaf: Leaf = { type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } };
    return { leaf, value: (value) => Math.floor(Number(value) / 86_400_000) };
  }
  if (DataType.isTimestamp(type) && !type.timezone) {
    const leaf: Leaf = {
      type: "INT64",
      converted_type: "TIMESTAMP_MICROS",
      logical_type: { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "MICROS" },
    };
    return { leaf, value: (value) => BigInt(Math.round(Number(value) * 1000)) };
  }
  return { leaf: TEXT, value: null };
}

function parquetFile(rows: ArrowRows, order: Uint32Array | null): Blob {
  const count = order?.length ?? rows.count;
  const rowAt = (place: number): number => (order === null ? place : (order[place] ?? -1));
  const columns = rows.schema.fields.map((field, column) => {
    const { leaf, value } = leafOf(field.type as DataType);
    const data =
      value === null
        ? Array.from({ length: count }, (_, place) => rows.text(rowAt(place), column))
        : Array.from(valuesOf(rows, column, order), (found) => (found === null ? null : value(found)));
    return { name: rows.columns[column]?.name ?? field.name, leaf, data };
  });
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    columnData: columns.map(({ name, data }) => ({ name, data })),
    schema: [
      { name: "schema", num_children: columns.length, repetition_type: "REQUIRED" },
      ...columns.map(({ name, leaf }): SchemaElement => ({ name, repetition_type: "OPTIONAL", ...leaf })),
    ],
    codec: "SNAPPY",
    rowGroupSize: 100_000,
    createdBy: "duibiao",
  });
  return new Blob([writer.getBuffer()], { type: "application/vnd.apache.parquet" });
}

/**
 * A result as a file, digit for digit.
 *
 * @param order rows of the result to write, in their order; null for all as they came.
 * @throws Error for Parquet and Arrow when the rows did not come from this page's engine.
 */
export function resultFile(rows: ResultRows, order: Uint32Array | null, format: ResultFormat): Promise<Blob> {
  const count = order?.length ?? rows.count;
  const rowAt = (place: number): number => (order === null ? place : (order[place] ?? -1));
  if (format === "csv") return textFile(csvLines(rows), count, rowAt);
  if (format === "tsv") return textFile(tsvLines(rows), count, rowAt);
  if (format === "json" || format === "ndjson") return textFile(jsonLines(rows, format === "json"), count, rowAt);
  if (!(rows instanceof ArrowRows))
    return Promise.reject(new Error("found rows of another kind, expected Arrow batches"));
  return Promise.resolve(format === "arrow" ? arrowFile(rows, order) : parquetFile(rows, order));
}
