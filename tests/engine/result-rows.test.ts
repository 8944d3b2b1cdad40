import {
  Decimal,
  Field,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  tableFromIPC,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { ArrowRows } from "../../src/engine/arrow-rows.ts";
import { decimalText } from "../../src/engine/exact-text.ts";
import { Lifeline } from "../../src/engine/lifeline.ts";
import { ownParquetToIpc } from "../../src/engine/own-parquet.ts";
import { asUtf8 } from "../../src/engine/own-table.ts";
import { resultFile } from "../../src/engine/result-file.ts";
import type { ResultFormat } from "../../src/engine/result-file.ts";
import { isScratchView } from "../../src/engine/scratch.ts";

/** Invented amounts that no double holds digit for digit. */
const AMOUNTS = [12345678901234567890123456n, -7n, null, 30n];
const NAMES = ["长春", 'a "b", c', "", null];

function decimals(values: readonly (bigint | null)[]) {
  const words = new BigInt64Array(values.length * 2);
  values.forEach((value, index) => {
    words[index * 2] = value ?? 0n;
    words[index * 2 + 1] = (value ?? 0n) >> 64n;
  });
  const nullBitmap = Uint8Array.of(values.reduce((bits, value, index) => bits | (value === null ? 0 : 1 << index), 0));
  return makeData({
    type: new Decimal(2, 28, 128),
    length: values.length,
    nullCount: values.filter((value) => value === null).length,
    nullBitmap,
    data: new Uint32Array(words.buffer),
  });
}

function batchOf(from: number, to: number): RecordBatch {
  const children = [
    decimals(AMOUNTS.slice(from, to)),
    vectorFromArray(NAMES.slice(from, to), new Utf8()).data[0],
    vectorFromArray([from, to].slice(0, to - from), new Int32()).data[0],
  ].filter((child) => child !== undefined);
  const fields = [
    new Field("amount", new Decimal(2, 28, 128), true),
    new Field("name", new Utf8(), true),
    new Field("n", new Int32(), true),
  ];
  return new RecordBatch(
    new Schema(fields),
    makeData({ type: new Struct(fields), length: to - from, nullCount: 0, children }),
  );
}

/** Four rows that came in two batches. */
function fourRows(): ArrowRows {
  const [first, second] = [batchOf(0, 2), batchOf(2, 4)];
  const rows = new ArrowRows(first.schema);
  rows.add(first, 100);
  rows.add(second, 100);
  return rows;
}

describe("ArrowRows", () => {
  it("finds a row in whichever batch it came, exact as text and near as a number", () => {
    const rows = fourRows();
    expect(rows.count).toBe(4);
    expect([0, 1, 2, 3].map((row) => rows.text(row, 0))).toEqual(["123456789012345678901234.56", "-0.07", null, "0.3"]);
    expect(rows.number(3, 0)).toBe(0.3);
    expect([3, 0, 1].map((row) => rows.cell(row, 1))).toEqual([null, "长春", 'a "b", c']);
    expect(rows.cell(4, 0)).toBeNull();
    expect(rows.text(-1, 0)).toBeNull();
  });

  it("keeps no more rows than asked for, and says that there were more", () => {
    const [first, second] = [batchOf(0, 2), batchOf(2, 4)];
    const rows = new ArrowRows(first.schema);
    expect(rows.add(first, 3)).toBe(true);
    expect(rows.add(second, 3)).toBe(false);
    expect(rows.count).toBe(3);
    expect(rows.text(2, 1)).toBe("");
  });
});

describe("decimalText(unscaled, scale)", () => {
  it.each([
    [133656000n, 6, "133.656"],
    [-5n, 2, "-0.05"],
    [0n, 6, "0"],
    [42n, 0, "42"],
    [-1200n, 2, "-12"],
  ])("prints %s with scale %s as %s", (unscaled, scale, text) => {
    expect(decimalText(unscaled, scale)).toBe(text);
  });
});

describe("resultFile(rows, order, format)", () => {
  const text = async (format: ResultFormat, order: Uint32Array | null = null): Promise<string> => {
    const bytes = await (await resultFile(fourRows(), order, format)).arrayBuffer();
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  };

  it("writes CSV with a byte order mark, null as nothing and an empty text as quotes", async () => {
    expect(await text("csv")).toBe(
      '\uFEFFamount,name,n\r\n123456789012345678901234.56,长春,0\r\n-0.07,"a ""b"", c",2\r\n,"",2\r\n0.3,,4\r\n',
    );
  });

  it("writes the rows shown, in their order", async () => {
    expect(await text("tsv", Uint32Array.of(3, 0))).toBe(
      "amount\tname\tn\n0.3\t\t4\n123456789012345678901234.56\t长春\t0\n",
    );
  });

  it("writes JSON whose numbers keep their digits", async () => {
    const json = await text("json");
    expect(json).toContain('"amount":123456789012345678901234.56');
    expect(JSON.parse(json)).toHaveLength(4);
    expect(
      (await text("ndjson"))
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown)[2],
    ).toEqual({
      amount: null,
      name: "",
      n: 2,
    });
  });

  it("writes Arrow that gives the same decimals back, sorted or not", async () => {
    for (const order of [null, Uint32Array.of(3, 2, 1, 0)]) {
      const blob = await resultFile(fourRows(), order, "arrow");
      const table = tableFromIPC(new Uint8Array(await blob.arrayBuffer()));
      const back = new ArrowRows(table.schema);
      for (const batch of table.batches) back.add(batch, 100);
      const texts = [0, 1, 2, 3].map((row) => back.text(row, 0));
      const expected = ["123456789012345678901234.56", "-0.07", null, "0.3"];
      expect(texts).toEqual(order === null ? expected : expected.toReversed());
    }
  });

  it("writes Parquet that our own reader of dropped files reads back digit for digit", async () => {
    const bytes = await (await resultFile(fourRows(), null, "parquet")).arrayBuffer();
    expect(await parquetReadObjects({ file: bytes, columns: ["name"] })).toEqual([
      { name: "长春" },
      { name: 'a "b", c' },
      { name: "" },
      { name: null },
    ]);
    const table = tableFromIPC(await ownParquetToIpc(bytes));
    const back = new ArrowRows(table.schema);
    for (const batch of table.batches) back.add(batch, 100);
    expect(back.columns.map((column) => column.type)).toEqual(["DECIMAL(28,2)", "VARCHAR", "INTEGER"]);
    expect([0, 1, 2, 3].map((row) => back.text(row, 0))).toEqual(["123456789012345678901234.56", "-0.07", null, "0.3"]);
    expect([0, 1, 2, 3].map((row) => back.text(row, 1))).toEqual(NAMES);
  });
});

describe("asUtf8(bytes)", () => {
  const read = (bytes: Uint8Array<ArrayBuffer>): string => new TextDecoder().decode(asUtf8(bytes));
  it("reads what Excel on a Chinese machine writes as well as UTF-8", () => {
    expect(read(Uint8Array.of(0xb3, 0xa4, 0xb4, 0xba, 0x2c, 0x31))).toBe("长春,1");
    expect(read(new TextEncoder().encode("长春,1"))).toBe("长春,1");
    expect(read(Uint8Array.of(0xff, 0xfe, 0x7f, 0x95, 0x25, 0x66))).toBe("长春");
  });
});

describe("isScratchView(name, definition)", () => {
  it.each([
    ["CREATE VIEW main.fact AS SELECT * FROM memory.main.fact;", true],
    ['CREATE VIEW "main"."fact" AS FROM memory."main"."fact"', true],
    ["CREATE VIEW fact AS SELECT * FROM memory.main.fact WHERE (value > 0);", false],
    ["CREATE VIEW fact AS SELECT 1 AS value;", false],
    ["CREATE VIEW fact AS SELECT * FROM memory.main.report;", false],
  ])("%s: %s", (definition, isOurs) => {
    expect(isScratchView("fact", definition)).toBe(isOurs);
  });
});

describe("Lifeline", () => {
  it("hands on what comes, and ends what waits as well as what asks later", async () => {
    const line = new Lifeline();
    expect(await line.guard(Promise.resolve(1))).toBe(1);
    const waiting = line.guard(new Promise(() => undefined));
    line.cut(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
    await expect(line.guard(Promise.resolve(2))).rejects.toThrow("gone");
  });
});
