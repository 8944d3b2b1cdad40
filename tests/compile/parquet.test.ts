import { DuckDBInstance } from "@duckdb/node-api";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tableToParquet } from "../../src/compile/parquet.ts";
import { unscaledDecimal } from "../../src/compile/stored-values.ts";
import { TABLES, type Table } from "../../src/model/tables.ts";

const EXAMPLE: Table = {
  name: "example",
  zh: "例",
  en: "Example",
  columns: Object.fromEntries(
    (["VARCHAR", "INTEGER", "DECIMAL(18,6)", "DATE", "INTEGER[]", "VARCHAR[]"] as const).map((type, index) => [
      `c${index}`,
      { type, nullable: index < 4, zh: "列", en: "column" },
    ]),
  ),
};
const ROWS = [
  { c0: "中文，“引号”", c1: -7, c2: "999999999999.999999", c3: "2021-08-31", c4: [3, 1], c5: ["甲", "乙"] },
  { c0: "", c1: 0, c2: "-0.000001", c3: "1969-12-31", c4: [], c5: [] },
  { c0: null, c1: null, c2: null, c3: null, c4: [5], c5: [""] },
];

describe("unscaledDecimal(text)", () => {
  it.each([
    ["0", 0n],
    ["7.80", 7_800_000n],
    ["-0.11", -110_000n],
    ["0.0515", 51_500n],
    ["16036.010000000", 16_036_010_000n],
    ["999999999999.999999", 999_999_999_999_999_999n],
  ])("stores %s without a float on the way", (text, unscaled) => {
    expect(unscaledDecimal(text)).toBe(unscaled);
  });

  it.each(["", "1e3", "1,000", "0.0000001", "1000000000000", "NaN", "."])("refuses %j", (text) => {
    expect(() => unscaledDecimal(text)).toThrow(RangeError);
  });
});

describe("tableToParquet(table, rows)", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "duibiao-parquet-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function readBack(table: Table, rows: readonly object[]) {
    const path = join(folder, `${table.name}-${rows.length}.parquet`);
    await writeFile(path, tableToParquet(table, rows));
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    try {
      const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${path}'`);
      const read = await connection.runAndReadAll(`SELECT * FROM '${path}'`);
      return {
        types: Object.fromEntries(described.getRows().map((row) => [row[0], row[1]])),
        rows: read.getRowObjectsJson(),
      };
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  }

  it("gives DuckDB every type, null, list and sign exactly", async () => {
    const back = await readBack(EXAMPLE, ROWS);
    expect(Object.values(back.types)).toEqual(Object.values(EXAMPLE.columns).map((column) => column.type));
    expect(back.rows).toEqual(ROWS);
  });

  it.each(TABLES.map((table) => [table.name, table] as const))(
    "types an empty %s as the contract says",
    async (_, table) => {
      const back = await readBack(table, []);
      expect(back.rows).toEqual([]);
      expect(back.types).toEqual(
        Object.fromEntries(
          Object.entries<{ type: string }>(table.columns).map(([name, column]) => [name, column.type]),
        ),
      );
    },
  );

  it("gives the same bytes for the same rows", () => {
    expect(tableToParquet(EXAMPLE, ROWS)).toEqual(tableToParquet(EXAMPLE, structuredClone(ROWS)));
  });

  it("refuses a missing value where the contract wants one", () => {
    expect(() => tableToParquet(EXAMPLE, [{ ...ROWS[0], c4: null }])).toThrow("example.c4 has no value");
  });
});
