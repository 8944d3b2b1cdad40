import { said } from "../cases.ts";
import { figure } from "../describe.ts";
import { projectsOf } from "../families/performance.ts";
import { sumOf, valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

const EVALUATED = /涉及(?:预算)?(?:资金|金额)|自评涉及/;

export const evaluatedAmount: Rule = {
  id: "evaluated-amount",
  category: "performance",
  severity: "warning",
  holds: {
    zh: "所述自评涉及资金等于逐项所述各项目预算数之和。",
    en: "The amount said to be covered by self-evaluation is the sum of the budgets of the projects told.",
  },
  inputs: {
    zh: "自评涉及资金、两个以上项目的预算数",
    en: "The amount covered, and the budgets of at least two projects",
  },
  message: {
    zh: "{place}称自评涉及 {stated}，而所述各项目预算之和为 {expected} 万元，相差 {difference} 万元（有项目未列出，或数字有误）。",
    en: "{place}: self-evaluation is said to cover {stated}, while the projects told add up to {expected} 万元, a difference of {difference} (a project is not told, or a figure is wrong).",
  },
  *check(ledger): Iterable<Check> {
    const told = ledger.told.find((fact) => fact.item === null && fact.unit === "万元" && EVALUATED.test(fact.label));
    if (told === undefined) return;
    const budgets = projectsOf(ledger, "text").flatMap(
      (project) => project.own.find((fact) => fact.measure === "adjusted_budget" || fact.measure === "budget") ?? [],
    );
    if (budgets.length < 2) return;
    const sum = sumOf(budgets);
    yield {
      verdict: valueOf(told).eq(sum) ? "passed" : "failed",
      facts: [told, ...budgets],
      stated: valueOf(told),
      expected: sum,
      unit: "万元",
      fill: { expected: figure(sum) },
    };
  },
  cases: [
    {
      name: "the projects make the amount",
      expect: "passed",
      facts: [
        said(null, "100", { label: "共涉及资金", measure: "budget" }),
        said("project", "70", { label: "甲", measure: "adjusted_budget" }),
        said("project", "30", { label: "乙", measure: "adjusted_budget" }),
      ],
    },
    {
      name: "the projects make another amount",
      expect: "failed",
      facts: [
        said(null, "120", { label: "共涉及资金", measure: "budget" }),
        said("project", "70", { label: "甲", measure: "adjusted_budget" }),
        said("project", "30", { label: "乙", measure: "adjusted_budget" }),
      ],
      message:
        "情况说明第1行称自评涉及 120万元，而所述各项目预算之和为 100 万元，相差 20 万元（有项目未列出，或数字有误）。",
    },
    {
      name: "no projects are told",
      expect: "not_checkable",
      facts: [said(null, "120", { label: "共涉及资金", measure: "budget" })],
    },
  ],
};
