import { Decimal } from "../../src/domain/decimal.ts";
import { describe, expect, it } from "vitest";
import { auditWith } from "../../src/audit/audit.ts";
import { cell, reportOf } from "../../src/audit/cases.ts";
import { ruleRows } from "../../src/audit/rule-rows.ts";
import { RULES } from "../../src/audit/rules/index.ts";
import type { CategoryId, Check, Rule } from "../../src/audit/types.ts";
import type { FactRow } from "../../src/domain/records.ts";

/** A rule that says what its function gives for the figures of the report, in printed order. */
function rule(id: string, check: (facts: readonly FactRow[]) => Check[], category: CategoryId = "footing"): Rule {
  const text = { zh: `${id}：{what}`, en: `${id}: {what}` };
  return {
    id,
    category,
    severity: "error",
    holds: text,
    inputs: text,
    message: text,
    check: (ledger) => check(ledger.facts),
    cases: [],
  };
}

/** The first figure must be the sum of those at the given places. */
function sum(...places: readonly number[]) {
  return (facts: readonly FactRow[]): Check[] => {
    const [total] = facts;
    const parts = places.flatMap((place) => facts[place] ?? []);
    if (total === undefined || parts.length !== places.length) return [];
    const expected = parts.reduce((all, part) => all.plus(Decimal.of(part.value ?? 0)), Decimal.zero);
    const stated = Decimal.of(total.value ?? 0);
    return [
      {
        verdict: stated.eq(expected) ? "passed" : "failed",
        facts: [total, ...parts],
        stated,
        expected,
        unit: "万元",
        equation: { left: [total], right: parts },
      },
    ];
  };
}

const PARTS = rule("parts", sum(1, 2));
const TWIN = rule("twin", sum(3), "cross_table");
const ABSENT = rule("absent", sum(7));
/** A total of 10 whose parts make 16, as its twin in another table says. */
const reports = reportOf({
  name: "a total is misprinted",
  expect: "failed",
  facts: [
    cell("income", "income.total", "10.00"),
    cell("income", "income.fiscal", "9.00"),
    cell("income", "income.other", "7.00"),
    cell("income_expenditure_summary", "income.total", "16.00"),
  ],
});

describe("auditWith(rules, reports)", () => {
  const { findings, sheet } = auditWith([PARTS, TWIN, ABSENT], reports);

  it("tells one cause once, with the witnesses that agree on it", () => {
    expect(findings.map(({ stated, expected, witnesses }) => ({ stated, expected, witnesses }))).toEqual([
      { stated: "10", expected: "16", witnesses: 2 },
    ]);
  });

  it("leads from every rule that the cause broke to that one finding", () => {
    const id = findings[0]?.finding_id;
    expect(sheet).toMatchObject([
      { rule_id: "parts", outcome: "failed", checked: 1, failed: 1, finding_ids: [id] },
      { rule_id: "twin", outcome: "failed", checked: 1, failed: 1, finding_ids: [id] },
      { rule_id: "absent", outcome: "not_checkable", checked: 0, failed: 0, finding_ids: [] },
    ]);
  });

  it("singles out no cell where one identity alone is broken", () => {
    expect(auditWith([PARTS], reports).findings.map(({ witnesses }) => witnesses)).toEqual([null]);
  });
});

describe("ruleRows(rules)", () => {
  it("has every rule of the catalogue once, category by category", () => {
    const rows = ruleRows(RULES);
    expect(rows.map((row) => row.rule_id).toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
    expect(rows.map((row) => row.position)).toEqual(rows.map((_, index) => index));
    const changes = rows.filter((row, index) => row.category !== rows[index - 1]?.category);
    expect(new Set(changes.map((row) => row.category)).size).toBe(changes.length);
  });

  it("carries what must hold and what it needs, in both languages", () => {
    expect(ruleRows([TWIN])).toMatchObject([
      { rule_id: "twin", category: "cross_table", category_zh: "表间勾稽", statement_zh: "twin：{what}", position: 0 },
    ]);
  });
});
