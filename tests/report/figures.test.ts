import { readdirSync, readFileSync } from "node:fs";
import Big from "big.js";
import { describe, expect, it } from "vitest";
import type { FactRow } from "../../src/domain/records.ts";
import { readReport } from "../../src/report/index.ts";
import { readCsv } from "./read-csv.ts";

const FIGURES = new URL("../figures/", import.meta.url);
const SEEDS = new URL("../../seeds/", import.meta.url);

/** The digits of a printed figure: no sign, no unit. */
function digits(text: string): string {
  return text.replace(/^[-－+＋]/, "").replace(/[%％]$/, "");
}

/** Whether a fact says what a hand-typed row says; an empty item accepts any. */
function agrees(row: Readonly<Record<string, string>>, fact: FactRow): boolean {
  return (
    fact.source_line === Number(row["line"]) &&
    digits(fact.value_text) === digits(row["printed"] ?? "") &&
    fact.statement === row["statement"] &&
    (row["item"] === "" || fact.item === row["item"]) &&
    (row["item"] === "" || (fact.code ?? "") === row["code"]) &&
    fact.measure === row["measure"] &&
    fact.unit === row["unit"] &&
    fact.fiscal_year === Number(row["fiscal_year"]) &&
    fact.value !== null &&
    new Big(fact.value).eq(new Big(row["value"] ?? ""))
  );
}

/** What the facts on a row's line say instead, for the message of a failing row. */
function instead(row: Readonly<Record<string, string>>, facts: readonly FactRow[]): string {
  const same = facts.filter(
    (fact) => fact.source_line === Number(row["line"]) && digits(fact.value_text) === digits(row["printed"] ?? ""),
  );
  if (same.length === 0) return "no fact with these digits on this line";
  return same
    .map((fact) =>
      [fact.statement, fact.item, fact.code, fact.measure, fact.value, fact.unit, fact.fiscal_year].join(" "),
    )
    .join(" | ");
}

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
    const taken = new Set<string>();
    const missing: string[] = [];
    for (const row of readCsv(readFileSync(new URL(sheet, FIGURES), "utf8"))) {
      const fact = facts.find((candidate) => !taken.has(candidate.fact_id) && agrees(row, candidate));
      if (fact === undefined) {
        const expected = [
          "line",
          "printed",
          "statement",
          "item",
          "code",
          "measure",
          "value",
          "unit",
          "fiscal_year",
          "label",
        ];
        missing.push(`${expected.map((column) => row[column]).join(" ")}  ←  ${instead(row, facts)}`);
      } else {
        taken.add(fact.fact_id);
      }
    }
    expect(missing, missing.join("\n")).toEqual([]);
  });
});
