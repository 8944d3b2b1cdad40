import { parquetMetadata, parquetReadObjects, type Encoding } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { ByteSink } from "../../src/compile/byte-sink.ts";
import { ColumnBuilder } from "../../src/compile/column-builder.ts";
import { encodeRows, tableToParquet } from "../../src/compile/parquet.ts";
import { RowsBuilder } from "../../src/compile/rows-builder.ts";
import { schemaElements, type StoredColumn, type StoredType } from "../../src/compile/stored-types.ts";
import { epochDays, unscaledDecimal } from "../../src/compile/stored-values.ts";

/** A value as the library takes it. */
function physical(type: StoredType, value: unknown): unknown {
  if (value === null) return null;
  if (type === "DECIMAL(18,6)") return unscaledDecimal(String(value));
  if (type === "BIGINT") return BigInt(String(value));
  if (type === "DATE") return epochDays(String(value));
  return value;
}

/** What the library writes for the same column in the same encoding. */
function byLibrary(column: StoredColumn, values: readonly unknown[], encoding: Encoding) {
  const writer = new ByteWriter();
  const schema = [
    { name: "schema", num_children: 1, repetition_type: "REQUIRED" } as const,
    ...schemaElements("c", column),
  ];
  const parquet = new ParquetWriter({ writer, schema, codec: "SNAPPY", statistics: false });
  const data = values.map((value) => physical(column.type, value));
  void parquet.write({ columnData: [{ name: "c", data, encoding, offsetIndex: false }], rowGroupSize: data.length });
  return { bytes: writer.getBytes(), chunk: parquet.row_groups[0]?.columns[0] };
}

const rowsOf = (values: readonly unknown[]): object[] => values.map((c) => ({ c }));

/** What the builder appends behind the four bytes that begin a file. */
function appended(column: StoredColumn, values: readonly unknown[], builder = new ColumnBuilder("t.c", "c", column)) {
  const out = new ByteSink();
  out.append(new TextEncoder().encode("PAR1"));
  builder.append([...values]);
  const chunk = builder.finish(out);
  return { bytes: out.taken(), chunk, encoding: chunk.meta_data?.encodings.at(-1) ?? "PLAIN" };
}

const many = <Value>(count: number, value: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => value(index));

type Case = readonly [type: StoredType, values: readonly unknown[], encoding: Encoding];

const TEXTS = ["", "款", "é", "a", "𠮷", "\ud83d", "社会保险"];
const DECIMALS = ["0", "-0.000001", "7.8", "-12948.8", "999999999999.999999"];

const COLUMNS: Readonly<Record<string, Case>> = {
  "texts in every script": ["VARCHAR", many(700, (index) => TEXTS[index % TEXTS.length]), "RLE_DICTIONARY"],
  "one text for all": ["VARCHAR", many(300, () => "万元"), "RLE_DICTIONARY"],
  "texts in runs": ["VARCHAR", many(2000, (index) => `r${Math.floor(index / 13)}`), "RLE_DICTIONARY"],
  "texts of which none comes twice": ["VARCHAR", many(700, (index) => `第${index}行`), "PLAIN"],
  "few texts of which none comes twice": ["VARCHAR", many(9, (index) => `第${index}行`), "PLAIN"],
  "few texts of which some come twice": [
    "VARCHAR",
    many(40, (index) => `第${index % 9 === 5 ? index - 3 : index}行`),
    "PLAIN",
  ],
  "texts that come in one order and in another": [
    "VARCHAR",
    many(900, (index) => `款${index < 500 ? index % 11 : (index * 7) % 11}`),
    "RLE_DICTIONARY",
  ],
  "texts that no longer repeat": ["VARCHAR", many(5000, (index) => `${index < 900 ? index % 7 : index}`), "PLAIN"],
  "texts of many pages": ["VARCHAR", many(900, (index) => `${index}${"决算".repeat(500 + (index % 7))}`), "PLAIN"],
  integers: ["INTEGER", many(1000, (index) => (index % 37) - 18), "RLE_DICTIONARY"],
  "integers at the ends": ["INTEGER", [2_147_483_647, -2_147_483_648, 0], "PLAIN"],
  decimals: ["DECIMAL(18,6)", many(500, (index) => DECIMALS[index % 5]), "RLE_DICTIONARY"],
  "decimals that never repeat": ["DECIMAL(18,6)", many(700, (index) => `${index}.25`), "PLAIN"],
  dates: ["DATE", many(90, (index) => `20${10 + (index % 12)}-08-31`), "RLE_DICTIONARY"],
  counts: ["BIGINT", many(40, (index) => `${index}000000000000`), "PLAIN"],
  measurements: ["DOUBLE", [0, -0, 1.5, Number.NaN, -1e300, 1.5, 1.5], "PLAIN"],
  answers: ["BOOLEAN", many(21, (index) => index % 3 === 0), "PLAIN"],
};

const LISTS: Readonly<Record<string, Case>> = {
  "lists of texts": ["VARCHAR[]", many(400, (index) => many(index % 4, (at) => `f${index}-${at}`)), "PLAIN"],
  "lists that repeat": ["VARCHAR[]", many(400, (index) => many(index % 3, (at) => `f${at}`)), "RLE_DICTIONARY"],
  "lists of numbers": ["INTEGER[]", many(300, (index) => many(index % 5, (at) => at)), "RLE_DICTIONARY"],
  "lists of which all are empty": ["INTEGER[]", many(50, () => []), "PLAIN"],
};

describe("ColumnBuilder", () => {
  it.each(Object.keys({ ...COLUMNS, ...LISTS }))("writes %s as hyparquet-writer does", (what) => {
    const [type, values, expected] = { ...COLUMNS, ...LISTS }[what] ?? ["INTEGER", [], "PLAIN"];
    for (const nullable of [false, true]) {
      const own = appended({ type, nullable }, values);
      expect(own.encoding).toBe(expected);
      const other = byLibrary({ type, nullable }, values, expected);
      expect(Buffer.compare(own.bytes, other.bytes)).toBe(0);
      expect(own.chunk).toEqual(other.chunk);
    }
  });

  it.each(Object.keys({ ...COLUMNS, ...LISTS }))("leaves out what is null among %s", (what) => {
    const [type, values] = { ...COLUMNS, ...LISTS }[what] ?? ["INTEGER", []];
    for (const gaps of [1, 2, 3, 40]) {
      const gappy = values.map((value, index) => (index % gaps === 0 ? null : value));
      const own = appended({ type, nullable: true }, gappy);
      expect(Buffer.compare(own.bytes, byLibrary({ type, nullable: true }, gappy, own.encoding).bytes)).toBe(0);
    }
  });

  it("begins anew after each column chunk", () => {
    for (const [type, values] of Object.values({ ...COLUMNS, ...LISTS })) {
      const builder = new ColumnBuilder("t.c", "c", { type, nullable: true });
      const once = appended({ type, nullable: true }, values, builder).bytes.slice();
      appended({ type, nullable: true }, [null, ...values.slice(0, 5)], builder);
      expect(Buffer.compare(appended({ type, nullable: true }, values, builder).bytes, once)).toBe(0);
    }
  });

  it("cuts lists of many texts into pages between rows, and they read back", async () => {
    const lists = many(900, (index) => many(3, (at) => `${index}-${at}${"决算".repeat(200)}`));
    const table = { name: "t", columns: { c: { type: "VARCHAR[]", nullable: false } } } as const;
    const file = tableToParquet(table, rowsOf(lists)).slice().buffer;
    expect(await parquetReadObjects({ file })).toEqual(rowsOf(lists));
  });

  it("refuses a number among texts, a fraction among integers and a text among numbers", () => {
    const column = (type: StoredType) => ({ type, nullable: false });
    expect(() => appended(column("VARCHAR"), [1])).toThrow("t.c holds 1, which is no text");
    expect(() => appended(column("INTEGER"), [1.5])).toThrow("t.c holds 1.5, which is no 32-bit integer");
    expect(() => appended(column("DOUBLE"), ["1"])).toThrow("t.c holds 1, which is no number");
    expect(() => appended(column("BOOLEAN"), [1])).toThrow("t.c holds 1, which is neither true nor false");
    expect(() => appended(column("VARCHAR[]"), [["甲", null]])).toThrow("t.c holds null, which is no text");
  });
});

describe("RowsBuilder", () => {
  const table = {
    name: "t",
    columns: { id: { type: "VARCHAR", nullable: false }, no: { type: "INTEGER", nullable: true } },
  } as const;

  it("gives the bytes of all rows at once, however they came", () => {
    const rows = many(1000, (index) => ({
      id: `r${Math.floor(index / 100)}`,
      no: index % 9 === 0 ? null : index % 50,
    }));
    const builder = new RowsBuilder(table);
    for (let from = 0; from < rows.length; from += 100) builder.append(rows.slice(from, from + 100));
    expect(builder.take()).toEqual(encodeRows(table, rows));
  });

  it("takes one value for all rows, and a field of another name", () => {
    const builder = new RowsBuilder(table);
    builder.append([{ line: 1 }, { line: 2 }], { id: { all: "a" }, no: { field: "line" } });
    builder.append([{ line: 1 }], { id: { all: "b" }, no: { field: "line" } });
    const rows = [
      { id: "a", no: 1 },
      { id: "a", no: 2 },
      { id: "b", no: 1 },
    ];
    expect(builder.take()).toEqual(encodeRows(table, rows));
  });

  it("begins a row group when one is full", () => {
    const rows = many(100_001, (index) => ({ id: "a", no: index % 7 }));
    const encoded = encodeRows(table, rows);
    expect(encoded.groups.map(({ num_rows }) => num_rows)).toEqual([100_000n, 1n]);
    expect(parquetMetadata(tableToParquet(table, rows).slice().buffer).num_rows).toBe(100_001n);
  });
});
