import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { SchemaElement } from "hyparquet";
import { describe, expect, it } from "vitest";
import { ByteSink } from "../../src/compile/byte-sink.ts";
import { Scratch, appendColumnChunk, type FlatColumn } from "../../src/compile/column-chunk.ts";
import { unscaledDecimal } from "../../src/compile/stored-values.ts";

const CONVERTED: Readonly<Record<FlatColumn["type"], Partial<SchemaElement>>> = {
  BYTE_ARRAY: { converted_type: "UTF8" },
  INT32: {},
  INT64: { converted_type: "DECIMAL", precision: 18, scale: 6 },
};

/** What the library writes for the same column. */
function byLibrary({ name, type, nullable, dictionary, values }: FlatColumn): { bytes: Uint8Array; columns: unknown } {
  const writer = new ByteWriter();
  const schema: SchemaElement[] = [
    { name: "schema", num_children: 1, repetition_type: "REQUIRED" },
    { name, type, repetition_type: nullable ? "OPTIONAL" : "REQUIRED", ...CONVERTED[type] },
  ];
  const parquet = new ParquetWriter({ writer, schema, codec: "SNAPPY", statistics: false });
  const data = type === "INT64" ? values.map((value) => value && unscaledDecimal(String(value))) : [...values];
  const encoding = dictionary ? "RLE_DICTIONARY" : "PLAIN";
  void parquet.write({ columnData: [{ name, data, encoding, offsetIndex: false }], rowGroupSize: data.length });
  return { bytes: writer.getBytes(), columns: parquet.row_groups[0]?.columns };
}

function appended(column: FlatColumn): { bytes: Uint8Array; columns: unknown } {
  const out = new ByteSink();
  out.append(new TextEncoder().encode("PAR1"));
  const chunk = appendColumnChunk(out, column, new Scratch());
  return { bytes: out.taken(), columns: [chunk] };
}

const many = <Value>(count: number, value: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => value(index));

const COLUMNS: Readonly<Record<string, Omit<FlatColumn, "name" | "nullable" | "dictionary">>> = {
  "texts in every script": {
    type: "BYTE_ARRAY",
    values: many(700, (index) => ["", "款", "é", "a", "𠮷", "\ud83d", `${index}`, "社会保险"][index % 8] ?? ""),
  },
  "one text for all": { type: "BYTE_ARRAY", values: many(300, () => "万元") },
  "texts in runs": { type: "BYTE_ARRAY", values: many(2000, (index) => `r${Math.floor(index / 13)}`) },
  "texts of many pages": { type: "BYTE_ARRAY", values: many(900, (index) => "决算".repeat(500 + (index % 7))) },
  integers: { type: "INT32", values: many(1000, (index) => (index % 37) - 18) },
  "integers at the ends": { type: "INT32", values: [2_147_483_647, -2_147_483_648, 0] },
  decimals: {
    type: "INT64",
    values: many(
      500,
      (index) => ["0", "-0.000001", "7.8", "-12948.8", "999999999999.999999", `${index}.25`][index % 6] ?? "",
    ),
  },
};

describe("appendColumnChunk(out, column, scratch)", () => {
  const forms = [false, true].flatMap((nullable) => [false, true].map((dictionary) => ({ nullable, dictionary })));
  it.each(Object.keys(COLUMNS))("writes %s as hyparquet-writer does", (what) => {
    for (const form of forms) {
      const column = { type: "INT32", values: [], ...COLUMNS[what], name: "c", ...form } as const;
      const [own, other] = [appended(column), byLibrary(column)];
      expect(Buffer.compare(own.bytes, other.bytes)).toBe(0);
      expect(own.columns).toEqual(other.columns);
    }
  });

  it.each(Object.keys(COLUMNS))("leaves out what is null among %s", (what) => {
    const column = { type: "INT32", values: [], ...COLUMNS[what] } as const;
    for (const gaps of [2, 3, 40]) {
      for (const dictionary of [false, true]) {
        const values = column.values.map((value, index) => (index % gaps === 0 ? null : value));
        const gappy = { ...column, name: "c", nullable: true, dictionary, values };
        expect(Buffer.compare(appended(gappy).bytes, byLibrary(gappy).bytes)).toBe(0);
      }
    }
  });

  it("refuses a number among texts and a fraction among integers", () => {
    const column = { name: "c", nullable: false, dictionary: false };
    expect(() => appended({ ...column, type: "BYTE_ARRAY", values: [1] })).toThrow("c holds 1, which is no text");
    expect(() => appended({ ...column, type: "INT32", values: [1.5] })).toThrow(
      "c holds 1.5, which is no 32-bit integer",
    );
  });
});
