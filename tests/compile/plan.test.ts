import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile/compile.ts";
import { joinParquet } from "../../src/compile/parquet.ts";
import { batchesOf, isLarge } from "../../src/compile/plan.ts";
import { TABLES } from "../../src/model/tables.ts";
import type { Identity } from "../../src/compile/source.ts";
import { memoryEffects, plainSteps, reportText } from "./invented-report.ts";

const identity = (agency_id: string, year: number): Identity => ({
  path: `${agency_id}/${year}.txt`,
  sourceName: `${year}.txt`,
  reportId: `${agency_id}-${year}-final`,
  titleLine: 1,
  agency: {
    agency_id,
    name: agency_id,
    short_name: agency_id,
    name_en: null,
    province: null,
    prefecture: null,
    county: null,
    level: null,
    region_code: null,
  },
});

const collection = (agencies: number, years: number): Identity[] =>
  Array.from({ length: agencies * years }, (_, index) =>
    identity(`agency-${String(Math.floor(index / years)).padStart(5, "0")}`, 2015 + (index % years)),
  );

describe("batchesOf(reports)", () => {
  it("keeps the reports of an agency together, in the order of their ids, whatever the order given", () => {
    const reports = collection(100, 3);
    const batches = batchesOf(reports);
    expect(batches.map(({ agencies }) => agencies.length)).toEqual([11, 11, 11, 11, 11, 11, 11, 11, 11, 1]);
    expect(batches.flatMap(({ agencies }) => agencies).map((paths) => paths.length)).toEqual(Array(100).fill(3));
    expect(batches.flatMap(({ agencies }) => agencies.flat())).toEqual(reports.map(({ path }) => path));
    expect(batchesOf([...reports].reverse())).toEqual(batches);
  });

  it("makes larger batches of more reports, up to a size", () => {
    const sizeOf = (agencies: number) => batchesOf(collection(agencies, 2))[0]?.agencies.flat().length;
    expect([10, 800, 2400, 4608, 20_000].map(sizeOf)).toEqual([20, 34, 100, 192, 192]);
  });

  it("divides the tables of a large collection by year", () => {
    expect(isLarge(collection(666, 3))).toBe(false);
    expect(isLarge(collection(667, 3))).toBe(true);
    expect(batchesOf(collection(667, 3))[0]?.divided).toBe(true);
  });
});

describe("compile(files, effects, steps) of a large collection", { timeout: 120_000 }, () => {
  it("writes a file per table and year that the manifest lists, and joined they are the whole", async () => {
    const letters = [..."东西南北清平长永安宁和丰泰新青金石云白临"];
    const texts = Object.fromEntries(
      Array.from({ length: 2100 }, (_, index) => {
        const name = `${letters[index % 20] ?? ""}${letters[Math.floor(index / 20) % 20] ?? ""}${letters[Math.floor(index / 400)] ?? ""}市社会保险中心`;
        return [`${String(index).padStart(4, "0")}.txt`, reportText(name, 2019 + (index % 2), `${index}.00`)];
      }),
    );
    const { effects, written } = memoryEffects(texts);
    const reports = Object.keys(texts);
    const { manifest, rows } = await compile({ reports, agencies: null, adjustments: null }, effects, plainSteps);
    expect(rows).toMatchObject({ report: 2100, fact: 2100, agency: 2100 });
    const facts = manifest?.tables.filter(({ name }) => name === "fact") ?? [];
    expect(facts.map(({ file, rows: count }) => [file, count])).toEqual([
      ["fact-2019.parquet", 1050],
      ["fact-2020.parquet", 1050],
    ]);
    expect(manifest?.tables.filter(({ name }) => name === "report")).toHaveLength(1);
    const table = TABLES.find(({ name }) => name === "fact");
    if (table === undefined) throw new Error("there is a table of facts");
    const parts = facts.map(({ file }) => written.find(({ name }) => name === file)?.bytes ?? new Uint8Array());
    const joined = await parquetReadObjects({ file: joinParquet(table, parts).slice().buffer });
    const apart = (await Promise.all(parts.map((bytes) => parquetReadObjects({ file: bytes.slice().buffer })))).flat();
    expect(joined).toHaveLength(2100);
    expect(joined).toEqual(apart);
  });
});
