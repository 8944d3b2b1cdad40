import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RuleOutcomeRow, RuleRow } from "../../src/domain/records.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { openNative } from "../../src/engine/native.ts";
import { auditSheet, findingEvidence, ruleOutcomes, rules } from "../../src/model/queries/index.ts";
import { fact, finding, rowsOf } from "./rows.ts";

const A = "a-2020-final";
const B = "a-2019-final";

function rule(rule_id: string, position: number, category: string): RuleRow {
  return {
    rule_id,
    position,
    category,
    category_zh: category,
    category_en: category,
    severity: "error",
    statement_zh: "成立",
    statement_en: "holds",
    inputs_zh: "合计",
    inputs_en: "the total",
  };
}

function outcome(rule_id: string, verdict: RuleOutcomeRow["outcome"], report_id = A): RuleOutcomeRow {
  const checked = verdict === "not_checkable" ? 0 : 1;
  return { report_id, rule_id, outcome: verdict, checked, failed: 0, rounding: 0, finding_ids: [] };
}

const total = fact({
  report_id: A,
  item: "income.total",
  value: "12.50",
  source_line: 3,
  source_from: 2,
  source_to: 7,
});
const other = fact({ report_id: B, item: "income.total", value: "18.50", source_line: 4 });

describe("the queries of the audit", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNative(
      rowsOf([A, B], {
        facts: [total, other],
        findings: [
          finding(A, [total.fact_id, other.fact_id], { finding_id: "pair", source_lines: [2, 3] }),
          finding(A, [], { finding_id: "lines", source_lines: [2] }),
          finding(A, [], { finding_id: "nothing", source_lines: [] }),
          finding(B, [other.fact_id], { finding_id: "elsewhere", source_lines: [4] }),
        ],
        rules: [rule("second", 1, "year"), rule("first", 0, "footing"), rule("third", 2, "footing")],
        outcomes: [
          outcome("second", "not_checkable"),
          outcome("first", "failed"),
          outcome("third", "passed"),
          outcome("first", "rounding", B),
        ],
        lines: [
          { report_id: A, line_no: 2, text: "收入情况" },
          { report_id: A, line_no: 3, text: "合计12.50" },
          { report_id: B, line_no: 4, text: "18.50" },
        ],
      }),
    );
  });
  afterAll(() => engine.close());

  it("findingEvidence: figures in the order of the finding, also of another report, then lines that hold none", async () => {
    const rows = await engine.query(findingEvidence, { report_id: A });
    expect(rows.map((row) => [row.finding_id, row.position, row.report_id, row.line_no, row.line_text])).toEqual([
      ["lines", 1, A, 2, "收入情况"],
      ["pair", 1, A, 3, "合计12.50"],
      ["pair", 2, B, 4, "18.50"],
      ["pair", 3, A, 2, "收入情况"],
    ]);
    expect(rows[1]).toMatchObject({ fact_id: total.fact_id, value: 12.5, source_from: 2, source_to: 7 });
    expect(rows[3]).toMatchObject({ fact_id: null, value: null, statement: null, source_from: null });
  });

  it("auditSheet: counts rules by outcome, and never what could not be checked as passed", async () => {
    const rows = await engine.query(auditSheet, {});
    const counted = rows.map(({ report_id, category, passed, failed, rounding, not_checkable }) => [
      report_id,
      category,
      [passed, failed, rounding, not_checkable],
    ]);
    expect(counted).toEqual([
      [B, "footing", [0, 0, 1, 0]],
      [A, "footing", [1, 1, 0, 0]],
      [A, "year", [0, 0, 0, 1]],
    ]);
  });

  it("ruleOutcomes and rules: in the order of the catalogue", async () => {
    expect((await engine.query(ruleOutcomes, { report_id: A })).map((row) => row.rule_id)).toEqual([
      "first",
      "second",
      "third",
    ]);
    expect((await engine.query(rules, {})).map((row) => row.rule_id)).toEqual(["first", "second", "third"]);
  });
});
