import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { QueryError } from "../../src/engine/engine.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { DataFolderError, openNative } from "../../src/engine/native.ts";
import { factsById } from "../../src/model/queries/index.ts";
import { fact, rowsOf } from "../model/rows.ts";

describe("openNative(source)", () => {
  const amount = fact({ report_id: "a-2020-final", item: "expenditure.total", value: "16036.01" });
  const odd = fact({ report_id: "a-2020-final", item: null, value: null, label: 'l\'un; "两"' });
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNative(rowsOf(["a-2020-final"], { facts: [amount, odd] }), { comments: false });
  });
  afterAll(() => engine.close());

  it("keeps a decimal exact and null apart from zero", async () => {
    const { columns, rows } = await engine.run("SELECT value, value::VARCHAR AS text FROM fact ORDER BY row_no");
    expect(columns).toEqual([
      { name: "value", type: "DECIMAL(18,6)" },
      { name: "text", type: "VARCHAR" },
    ]);
    expect(rows).toEqual([
      { value: 16036.01, text: "16036.010000" },
      { value: null, text: null },
    ]);
  });

  it("answers a named query by column name, text untouched", async () => {
    const [row] = await engine.query(factsById, { fact_ids: [odd.fact_id] });
    expect(row).toMatchObject({ fact_id: odd.fact_id, label: odd.label, short_name: "a" });
  });

  it("answers statements that run at the same time", async () => {
    const numbers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => engine.run(`SELECT ${index} AS n FROM range(5000)`)),
    );
    expect(numbers.map(({ rows }) => [rows.length, rows[0]?.["n"]])).toEqual(
      Array.from({ length: 8 }, (_, index) => [5000, index]),
    );
  });

  it("decodes lists, structs, maps, dates and big integers as cells", async () => {
    const { rows } = await engine.run(
      "SELECT [1, NULL] AS l, {'a': 1.50::DECIMAL(4,2)} AS s, MAP {'k': 2} AS m, DATE '2021-09-05' AS d, 9007199254740993 AS b",
    );
    expect(rows).toEqual([
      { l: [1, null], s: { a: 1.5 }, m: [{ key: "k", value: 2 }], d: "2021-09-05", b: "9007199254740993" },
    ]);
  });

  it("reads no more rows than asked for", async () => {
    expect((await engine.run("SELECT * FROM range(100000)", { limit: 3 })).rows).toHaveLength(3);
  });

  it("tells the place of a mistake, and answers the next statement", async () => {
    const failure = await engine.run("SELECT *\nFORM fact").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(QueryError);
    expect(failure).toMatchObject({ position: 14, sql: "SELECT *\nFORM fact" });
    expect((await engine.run("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  });

  it("rejects with the signal’s reason when aborted", async () => {
    const controller = new AbortController();
    const running = engine.run("SELECT count(*) FROM range(100000) a, range(1000000) b", { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("no longer wanted")), 100);
    await expect(running).rejects.toThrow("no longer wanted");
  });

  it("does not start a statement that is aborted already", async () => {
    await expect(engine.run("SELECT 1", { signal: AbortSignal.abort(new Error("too late")) })).rejects.toThrow(
      "too late",
    );
  });

  it.each([
    "COPY fact TO 'stolen.csv'",
    "SELECT * FROM read_csv('package.json')",
    "ATTACH 'other.db'",
    "SET enable_external_access = true",
    "INSTALL httpfs",
  ])("refuses %s", async (statement) => {
    await expect(engine.run(statement)).rejects.toBeInstanceOf(QueryError);
  });
});

describe("openNative(folder)", () => {
  it("names the file that is missing and what to do", async () => {
    const folder = await mkdtemp(join(tmpdir(), "duibiao-native-"));
    try {
      const failure = await openNative(folder).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(DataFolderError);
      expect(failure).toMatchObject({ file: join(folder, "agency.parquet") });
      expect(String(failure)).toContain("npm run compile");
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("names a file that is no table", async () => {
    const folder = await mkdtemp(join(tmpdir(), "duibiao-native-"));
    try {
      await writeFile(join(folder, "agency.parquet"), "not a table");
      await expect(openNative(folder)).rejects.toThrow(/agency\.parquet does not hold the table agency/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
