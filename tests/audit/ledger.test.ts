import { describe, expect, it } from "vitest";
import { cell, reportOf, row, said } from "../../src/audit/cases.ts";
import { Ledger } from "../../src/audit/ledger.ts";
import type { FactRow } from "../../src/domain/records.ts";

const [report] = reportOf({
  name: "",
  expect: "passed",
  facts: [
    ...row("income", 1, null, { "income.total": "60", "income.fiscal": "50" }),
    ...row("income", 2, "208", { "income.function": "60", "income.fiscal": "50" }),
    ...row("income", 4, "20801", { "income.function": "60", "income.fiscal": "50" }),
    cell("expenditure", "expenditure.total", "60", { source_line: 5 }),
    said("income.total", "60", { source_line: 6 }),
    said(null, "3", { source_line: 6 }),
    said("income.total", "58", { source_line: 7, measure: "prior_final" }),
  ],
});
if (report === undefined) throw new Error("a case has its report");
const ledger = new Ledger({ ...report, facts: report.facts.toReversed() });
const isAmong = (value: string | null, wanted: string | readonly string[] | undefined) =>
  wanted === undefined || (value !== null && (typeof wanted === "string" ? [wanted] : wanted).includes(value));
const values = (facts: readonly FactRow[]) => facts.map(({ source_line, value }) => [source_line, value]);

describe("new Ledger(report)", () => {
  it("puts the figures in printed order, and knows their places", () => {
    expect(ledger.facts).toEqual(report.facts);
    expect(ledger.facts.map((fact) => ledger.indexOf(fact))).toEqual(ledger.facts.map((_, index) => index));
    expect(report.facts[0] === undefined ? 0 : ledger.indexOf({ ...report.facts[0] })).toBe(-1);
  });

  it("gives the figures of a line from left to right, none for a line without", () => {
    expect(values(ledger.onLine(2))).toEqual([
      [2, "60"],
      [2, "50"],
    ]);
    expect(values(ledger.onLine(7))).toEqual([[7, "58"]]);
    expect(ledger.onLine(3)).toEqual([]);
    expect(ledger.onLine(9)).toEqual([]);
  });
});

describe("find(wanted)", () => {
  it("finds what every single answer would be filtered to, however the question is put", () => {
    const items = ["income.total", "income.fiscal", ["income.fiscal", "income.total"], undefined] as const;
    for (const statement of ["income", "narrative", ["narrative"], undefined] as const) {
      for (const item of items) {
        for (const code of ["208", null, undefined]) {
          for (const measure of ["final", ["prior_final"], undefined] as const) {
            const expected = ledger.facts.filter(
              (fact) =>
                isAmong(fact.statement, statement) &&
                isAmong(fact.item, item) &&
                (code === undefined || fact.code === code) &&
                isAmong(fact.measure, measure),
            );
            expect(ledger.find({ statement, item, code, measure })).toEqual(expected);
            expect(ledger.first({ statement, item, code, measure })).toEqual(expected[0]);
          }
        }
      }
    }
  });

  it("tells told figures from those of tables", () => {
    expect(values(ledger.told)).toEqual([
      [6, "60"],
      [6, "3"],
      [7, "58"],
    ]);
    expect(values(ledger.under("expenditure."))).toEqual([[5, "60"]]);
  });
});

describe("byItem", () => {
  it("has every figure with an item once, with those of its item", () => {
    const lists = [...ledger.byItem.values()];
    expect(lists.flat().toSorted((a, b) => ledger.indexOf(a) - ledger.indexOf(b))).toEqual(
      ledger.facts.filter((fact) => fact.item !== null),
    );
    for (const list of lists) expect(new Set(list.map((fact) => fact.item)).size).toBe(1);
  });
});
