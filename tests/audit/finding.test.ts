import { describe, expect, it } from "vitest";
import { said, reportOf } from "../../src/audit/cases.ts";
import { findingOf } from "../../src/audit/finding.ts";
import { RULES } from "../../src/audit/index.ts";
import { Decimal } from "../../src/domain/decimal.ts";

describe("findingOf(reportId, rule, check, message)", () => {
  it("keeps no more decimals than the table's columns, also of a figure put right by its unit", () => {
    const [report] = reportOf({ name: "one figure", expect: "failed", facts: [said("expenditure.total", "0.183966")] });
    const [rule] = RULES;
    if (report === undefined || rule === undefined) throw new Error("a report and a rule are needed");
    const finding = findingOf(
      report.report.report_id,
      rule,
      {
        verdict: "failed",
        facts: report.facts,
        stated: Decimal.of("0.0000183966"),
        expected: Decimal.of("0.00002"),
        unit: "万元",
      },
      { zh: "", en: "" },
    );
    expect([finding.stated, finding.expected, finding.difference]).toEqual(["0.000018", "0.00002", "-0.000002"]);
  });
});
