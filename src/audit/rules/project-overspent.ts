import { said } from "../cases.ts";
import { HELD } from "../check.ts";
import { projectsOf } from "../families/performance.ts";
import { isAtMost, valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

export const projectOverspent: Rule = {
  id: "project-overspent",
  category: "plausibility",
  severity: "warning",
  holds: {
    zh: "项目执行数不超过其全年（调整）预算数。",
    en: "A project does not spend more than its full-year budget.",
  },
  inputs: { zh: "项目的预算数和执行数", en: "Budget and executed amount of a project" },
  message: {
    zh: "{place}项目「{what}」执行 {stated}，超过预算 {otherStated}，多 {differenceInUnit}。",
    en: "{place}: project “{what}” spent {stated}, {differenceInUnit} more than its budget of {otherStated}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const project of [...projectsOf(ledger, "table"), ...projectsOf(ledger, "text")]) {
      const done = project.own.find((fact) => fact.measure === "executed");
      const budget = project.own.find((fact) => fact.measure === "adjusted_budget" || fact.measure === "budget");
      if (done === undefined || budget === undefined) continue;
      if (isAtMost(done, budget)) {
        checks.push(HELD);
        continue;
      }
      checks.push({
        verdict: "failed",
        facts: [done, budget],
        stated: valueOf(done),
        expected: valueOf(budget),
        unit: done.unit,
        fill: { what: project.name },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "within its budget",
      expect: "passed",
      facts: [
        said("project", "70", { label: "甲", measure: "adjusted_budget" }),
        said("project", "52.47", { label: "甲", measure: "executed" }),
      ],
    },
    {
      name: "beyond its budget",
      expect: "failed",
      facts: [
        said("project", "70", { label: "甲", measure: "adjusted_budget" }),
        said("project", "72.50", { label: "甲", measure: "executed" }),
      ],
      message: "情况说明第2行项目「甲」执行 72.50万元，超过预算 70万元，多 2.50万元。",
    },
    {
      name: "no budget told",
      expect: "not_checkable",
      facts: [said("project", "72.50", { label: "甲", measure: "executed" })],
    },
  ],
};
