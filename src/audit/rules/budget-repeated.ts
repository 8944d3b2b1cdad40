import { said } from "../cases.ts";
import { printed } from "../describe.ts";
import { budgetOfSameYear, placeIn } from "../families/prior-report.ts";
import { coarserPrecision, valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

export const budgetRepeated: Rule = {
  id: "budget-repeated",
  category: "between_reports",
  severity: "warning",
  holds: {
    zh: "决算所述年初预算与同年部门预算所印相同。",
    en: "The initial budget told by a final account is what the budget of the same year prints.",
  },
  inputs: {
    zh: "决算的年初预算数、同年预算的同一数字",
    en: "An initial budget, and the same figure in that year's budget",
  },
  message: {
    zh: "{place}「{what}」年初预算 {stated}，而{priorPlace}为 {priorStated}，相差 {differenceInUnit}。",
    en: "{place}: the initial budget of “{what}” is {stated}; {priorPlace} has {priorStated}, a difference of {differenceInUnit}.",
  },
  check(ledger, others): readonly Check[] {
    const checks: Check[] = [];
    const budget = ledger.report.report_kind === "final" ? budgetOfSameYear(ledger, others) : undefined;
    if (budget === undefined) return checks;
    for (const stated of ledger.find({ measure: "initial_budget" })) {
      if (stated.item === null || stated.item === "project" || stated.item === "project.indicator") continue;
      if (stated.item === "expenditure.function" && stated.code === null) continue;
      const printedThere = budget.find({ item: stated.item, code: stated.code, measure: "budget" });
      const [first] = printedThere;
      if (first === undefined) continue;
      const same = printedThere.find((fact) => fact.value === stated.value) ?? first;
      const gap = valueOf(stated).minus(valueOf(same)).abs();
      checks.push({
        verdict: gap.isZero() ? "passed" : gap.lte(coarserPrecision(stated, same)) ? "rounding" : "failed",
        facts: [stated, same],
        stated: valueOf(stated),
        expected: valueOf(same),
        unit: stated.unit,
        fill: { priorPlace: placeIn(budget, same), priorStated: printed(same) },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "the budget as it was printed",
      expect: "passed",
      facts: [said("three_public.total", "16.20", { measure: "initial_budget" })],
      other: { report: { fiscal_year: 2030, report_kind: "budget" }, facts: [said("three_public.total", "16.20")] },
    },
    {
      name: "another budget",
      expect: "failed",
      facts: [said("three_public.total", "12.60", { measure: "initial_budget" })],
      other: { report: { fiscal_year: 2030, report_kind: "budget" }, facts: [said("three_public.total", "16.20")] },
      message: "情况说明第1行「“三公”经费合计」年初预算 12.60万元，而2030 年度预算第1行为 16.20万元，相差 3.60万元。",
    },
    {
      name: "no budget of that year",
      expect: "not_checkable",
      facts: [said("three_public.total", "12.60", { measure: "initial_budget" })],
    },
  ],
};
