import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/index.ts";
import { readReport } from "../../src/report/index.ts";

const FIXTURES = new URL("../fixtures/tables/", import.meta.url);

/** What a fixture's `.facts.json` holds: one line of text per fact and per reason, in reading order. */
function described(report: Report): { facts: string[]; reasons: string[] } {
  return {
    facts: report.facts.map((fact) => {
      const meaning = `${fact.statement} ${fact.item ?? "–"}${fact.code === null ? "" : ` ${fact.code}`}`;
      const value = fact.value === null ? "null" : `${fact.value} ${fact.unit}`.trim();
      const parent = fact.parent_label === null ? "" : ` < ${fact.parent_label}`;
      return `${fact.source_line}: ${fact.value_text} = ${meaning} ${fact.measure} ${fact.fiscal_year} ${value} | ${fact.label}${parent}`;
    }),
    reasons: report.reasons.map(
      (reason) => `${reason.source_line}: ${reason.item ?? "–"} | ${reason.label} | ${reason.text}`,
    ),
  };
}

describe("readReport(fixture)", () => {
  const fixtures = readdirSync(FIXTURES).filter((file) => file.endsWith(".txt"));

  it.each(fixtures)("reads %s as its .facts.json says", (file) => {
    const text = readFileSync(new URL(file, FIXTURES), "utf8");
    const report = readReport({ sourceName: file, text }, { agencies: [] });
    const expected = new URL(file.replace(".txt", ".facts.json"), FIXTURES);
    const found = described(report);
    // A new fixture writes its first expectation, to be read before it is committed; CI never does.
    if (!existsSync(expected) && process.env["CI"] === undefined) {
      writeFileSync(expected, `${JSON.stringify(found, null, 2)}\n`);
    }
    expect(found).toEqual(JSON.parse(readFileSync(expected, "utf8")));
    expect(report.refused).toEqual([]);
  });
});
