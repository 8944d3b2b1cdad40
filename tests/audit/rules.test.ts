import { describe, expect, it } from "vitest";
import { auditWith } from "../../src/audit/audit.ts";
import { reportOf } from "../../src/audit/cases.ts";
import { RULES } from "../../src/audit/rules/index.ts";
import { CATEGORIES } from "../../src/audit/types.ts";

const OUTCOMES = ["passed", "failed", "not_checkable"] as const;
const CHINESE = /[\u4e00-\u9fa5]/;

describe("RULES", () => {
  it("has distinct ids, named like their files", () => {
    const ids = RULES.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))("%s has its texts and its cases", (_, rule) => {
    expect(CATEGORIES.map((category) => category.id)).toContain(rule.category);
    for (const text of [rule.holds, rule.inputs, rule.message]) {
      expect(text.zh).toMatch(CHINESE);
      expect(text.en.length).toBeGreaterThan(10);
    }
    for (const outcome of OUTCOMES) {
      expect(
        rule.cases.map((testCase) => testCase.expect),
        `a case that is ${outcome}`,
      ).toContain(outcome);
    }
    expect(rule.cases.some((testCase) => testCase.message !== undefined)).toBe(true);
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))("rule %s", (_, rule) => {
  it.each(rule.cases.map((testCase) => [testCase.name, testCase] as const))("%s", (_name, testCase) => {
    const reports = reportOf(testCase);
    const { findings, sheet } = auditWith([rule], reports);
    const own = findings.filter((finding) => finding.report_id === "a-report");
    expect(
      sheet.find((entry) => entry.report_id === "a-report")?.outcome,
      own.map((finding) => finding.message_zh).join("\n"),
    ).toBe(testCase.expect);
    if (testCase.expect === "passed" || testCase.expect === "not_checkable") expect(own).toEqual([]);
    if (testCase.expect === "rounding") expect(own.map((finding) => finding.severity)).toContain("rounding");
    if (testCase.severity !== undefined) expect(own.map((finding) => finding.severity)).toContain(testCase.severity);
    if (testCase.message !== undefined) expect(own.map((finding) => finding.message_zh)).toContain(testCase.message);
    for (const finding of own) {
      expect(finding.message_en.replace(/“[^”]*”/g, ""), "English units").not.toMatch(
        /\d\s?(?:[万亿百]?元|人次?|辆|批次)/,
      );
      expect(finding.message_en, "no place left unfilled").not.toMatch(/\{\w+\}|undefined/);
      expect(finding.message_zh, "no place left unfilled").not.toMatch(/\{\w+\}|undefined/);
    }
  });
});
