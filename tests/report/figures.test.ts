import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readReport } from "../../src/report/index.ts";
import { unmet } from "./figure-sheet.ts";
import { readCsv } from "./read-csv.ts";

const FIGURES = new URL("../figures/", import.meta.url);
const SEEDS = new URL("../../seeds/", import.meta.url);

describe("readReport(text) against figures typed by hand", () => {
  const sheets = readdirSync(FIGURES).filter((file) => file.endsWith(".csv") && file !== "metrics.csv");

  it("finds a sheet for every seed", () => {
    const seeds = readdirSync(SEEDS).filter((file) => file.endsWith(".txt"));
    expect(sheets.map((file) => file.replace(".csv", ".txt")).sort()).toEqual(seeds.sort());
  });

  it.each(sheets)("meets every row of %s with a fact of its own", (sheet) => {
    const seed = sheet.replace(".csv", ".txt");
    const text = readFileSync(new URL(seed, SEEDS), "utf8");
    const { facts } = readReport({ sourceName: seed, text }, { agencies: [] });
    const missing = unmet(readCsv(readFileSync(new URL(sheet, FIGURES), "utf8")), facts);
    expect(missing, missing.join("\n")).toEqual([]);
  });
});
