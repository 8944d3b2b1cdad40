import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit/index.ts";
import { cell, reportOf, row, said } from "../../src/audit/cases.ts";
import { identity } from "../../src/audit/identity.ts";
import { mergeFindings } from "../../src/audit/merge.ts";
import { RULES } from "../../src/audit/rules/index.ts";
import type { CaseFact, Check, Equation, Trouble } from "../../src/audit/types.ts";

function errorsOf(...facts: CaseFact[]) {
  const { findings } = audit(reportOf({ name: "", expect: "failed", facts }));
  return findings.filter((finding) => finding.severity === "error");
}

/** An income table whose class 208 is told by its row, its sections and the total. */
function incomeTable(class208: string): CaseFact[] {
  const column = { column_label: "合计" };
  return [
    ...row("income", 1, null, { "income.total": "60.00" }, column),
    ...row("income", 2, "208", { "income.function": class208 }, column),
    ...row("income", 2, "208", { "income.fiscal": "38.00", "income.other": "2.00" }),
    ...row("income", 3, "20801", { "income.function": "25.00" }, column),
    ...row("income", 4, "20805", { "income.function": "15.00" }, column),
    ...row("income", 5, "221", { "income.function": "20.00" }, column),
  ];
}

describe("mergeFindings", () => {
  it("tells one wrong cell once, with its likeliest value and all its witnesses", () => {
    expect(errorsOf(...incomeTable("40.00"))).toEqual([]);
    const errors = errorsOf(...incomeTable("46.00"));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ stated: "46", expected: "40", difference: "6", unit: "万元" });
    expect(errors[0]?.message_zh).toContain("应为 40.00：差 6万元，3 处旁证");
    expect(errors[0]?.source_lines).toEqual([2, 3, 4, 1, 5]);
  });

  it("makes no finding of what another correction alone put wrong", () => {
    const amounts = ["5.00", "1.00", "9.00", "2.00", "10.00", "3.00", "11.00", "6.00", "0.50", "0.50"];
    const cells = amounts.map((amount, index) => cell("income", "income.other", amount, { source_line: index + 1 }));
    const facts = reportOf({ name: "", expect: "failed", facts: cells })[0]?.facts ?? [];
    const sum = (parts: readonly number[], total: number): Equation => ({
      left: parts.flatMap((index) => facts[index] ?? []),
      right: facts.slice(total, total + 1),
    });
    const isTrouble = (check: Check): check is Trouble => check.verdict !== "passed";
    const broken = [sum([0, 1], 2), sum([0, 3], 4), sum([0, 5], 6)]
      .map((equation) => identity(equation))
      .filter(isTrouble);
    const rule = RULES.find(({ severity }) => severity === "error") ?? expect.fail("there are rules");
    // 5.00 should be 8.00, as three sums say; then two sums that held want another 6.00.
    const holding = [sum([0, 1], 7), sum([0, 8, 9], 7)];
    const told = mergeFindings(
      "report",
      broken.map((check) => ({ rule, check })),
      () => holding,
      () => true,
    );
    expect(broken).toHaveLength(3);
    expect(told.map(({ row: { stated, expected } }) => [stated, expected])).toEqual([["5", "8"]]);
  });

  it("groups thousands and names units in English, and keeps the print in Chinese", () => {
    const errors = errorsOf(
      ...row("income", 1, null, { "income.total": "1960.00" }, { column_label: "合计" }),
      ...row("income", 2, "208", { "income.function": "1460.00" }, { column_label: "合计", value_text: "1,460.00" }),
      ...row("income", 3, "221", { "income.function": "1500.00" }, { column_label: "合计" }),
    );
    expect(errors[0]?.message_zh).toContain("印为 1960.00万元，而其组成部分之和为 2960.00万元，相差 1000万元");
    expect(errors[0]?.message_en).toContain(
      "1,960.00 ¥10k, while its parts add up to 2,960.00 ¥10k, a difference of 1,000 ¥10k: 1,460.00 (line 2)",
    );
  });

  it("tells two wrong cells of one line with the same slip as one", () => {
    const column = { column_label: "总计" };
    const errors = errorsOf(
      ...row("income", 1, "21011", { "income.function": "28.00", "income.fiscal": "28.00" }, column),
      ...row("income", 2, "2101102", { "income.function": "19.00", "income.fiscal": "19.00" }, column),
      ...row("income", 3, "2101103", { "income.function": "19.00", "income.fiscal": "19.00" }, column),
      ...row("income", 3, "2101103", { "income.other": "0.00" }),
      ...row("expenditure", 4, "2101102", { "expenditure.function": "19.00" }),
    );
    expect(new Set(errors.flatMap((finding) => finding.source_lines))).toEqual(new Set([1, 2, 3]));
  });

  it("tells a misprint once that was copied to the class above", () => {
    const table = (copied: string) => [
      ...row("expenditure", 1, null, { "expenditure.total": "88.00", "expenditure.basic": "71.65" }),
      ...row("expenditure", 1, null, { "expenditure.project": "16.35" }),
      ...row("expenditure", 2, "208", { "expenditure.function": "30.00", "expenditure.basic": "20.00" }),
      ...row("expenditure", 2, "208", { "expenditure.project": "10.00" }),
      ...row("expenditure", 3, "212", { "expenditure.function": "58.00", "expenditure.basic": copied }),
      ...row("expenditure", 3, "212", { "expenditure.project": "6.35" }),
      ...row("expenditure", 4, "21201", { "expenditure.function": "53.00", "expenditure.basic": copied }),
      ...row("expenditure", 4, "21201", { "expenditure.project": "1.35" }),
      ...row("expenditure", 5, "2120101", { "expenditure.function": "41.35", "expenditure.basic": "40.00" }),
      ...row("expenditure", 5, "2120101", { "expenditure.project": "1.35" }),
      ...row("expenditure", 6, "2120104", { "expenditure.function": "11.65", "expenditure.basic": "11.65" }),
      ...row("expenditure", 7, "21203", { "expenditure.function": "5.00", "expenditure.project": "5.00" }),
    ];
    expect(errorsOf(...table("51.65"))).toEqual([]);
    const errors = errorsOf(...table("5.65"));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ stated: "5.65", expected: "51.65", witnesses: 4 });
    expect(errors[0]?.message_zh).toContain("印为 5.65万元（第4行同误），应为 51.65");
    expect(errors[0]?.source_lines.slice(0, 2)).toEqual([3, 4]);
    expect(errors[0]?.questioned_ids).toEqual(errors[0]?.fact_ids.slice(0, 2));
  });

  it("tells two independent misprints with as many witnesses each as two", () => {
    const second = incomeTable("46.00").map((fact) => ({ ...fact, statement: "expenditure" as const }));
    const spent = second.map((fact) => ({
      ...fact,
      source_line: (fact.source_line ?? 0) + 20,
      item: fact.item === "income.total" ? ("expenditure.total" as const) : ("expenditure.function" as const),
    }));
    const errors = errorsOf(...incomeTable("46.00"), ...spent.filter(({ column_label }) => column_label === "合计"));
    expect(errors.map(({ expected, source_lines }) => [expected, source_lines[0]])).toEqual([
      ["40", 2],
      ["40", 22],
    ]);
  });

  it("takes a rate that the right value would mend for a witness", () => {
    const told = (amount: string) => [
      cell("expenditure", "expenditure.total", "120.00"),
      said("expenditure.total", amount, { source_line: 5 }),
      said("expenditure.total", "20.00", { measure: "change", source_line: 5 }),
      said("expenditure.total", "20%", { measure: "change_rate", source_line: 5 }),
    ];
    expect(errorsOf(...told("120.00"))).toEqual([]);
    const errors = errorsOf(...told("170.00"));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ stated: "170", expected: "120", witnesses: 2 });
    expect(errors[0]?.message_zh).toContain("20% 随之相符");
  });

  it("tells a bound with the wrong cell that breaks it", () => {
    const errors = errorsOf(
      ...row("expenditure", 1, null, { "expenditure.total": "50.00" }),
      ...row("expenditure", 2, "208", { "expenditure.function": "3.00" }),
      ...row("expenditure", 3, "20801", { "expenditure.function": "30.00" }),
      ...row("expenditure", 4, "221", { "expenditure.function": "20.00" }),
      ...row("general_budget_expenditure", 5, "208", { "expenditure.function": "28.00" }),
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ stated: "3", expected: "30" });
  });

  it("names no cell where one identity stands against another", () => {
    const errors = errorsOf(said("headcount.retired", "10"), said("headcount.retired", "11"));
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message_zh).not.toContain("应为");
  });

  it("does not propose a correction that breaks what holds", () => {
    const errors = errorsOf(
      cell("income_expenditure_summary", "income.total", "50.00"),
      cell("income", "income.total", "50.00"),
      cell("income_expenditure_summary", "income.other", "7.88"),
      cell("income_expenditure_summary", "income.general_budget", "42.22"),
      cell("income", "income.other", "7.78"),
      said("income.other", "7.78"),
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ stated: "7.88", expected: "7.78" });
  });

  it("points out two digits turned round", () => {
    const errors = errorsOf(
      said("expenditure.fiscal", "48.81", { measure: "initial_budget" }),
      said("expenditure.function", "30.06", { code: "208", measure: "initial_budget" }),
      said("expenditure.function", "18.57", { code: "221", measure: "initial_budget" }),
    );
    expect(errors[0]?.message_zh).toContain("18.57 为 18.75（两位数字颠倒）");
  });
});
