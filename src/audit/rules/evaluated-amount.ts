import { Decimal } from "../../domain/decimal.ts";
import type { FactRow } from "../../domain/records.ts";
import { said } from "../cases.ts";
import { figure } from "../describe.ts";
import { projectsOf } from "../families/performance.ts";
import { sumOf, valueOf } from "../tolerance.ts";
import type { Ledger } from "../ledger.ts";
import type { Check, Rule } from "../types.ts";

/** «对4个项目开展绩效自评，涉及资金…»: the number of projects that the sentence counts. */
function projectsCounted(ledger: Ledger, told: FactRow): FactRow | null {
  const behind = (fact: FactRow) => ledger.text(fact.source_line).slice(fact.source_to);
  const counted = ledger.onLine(told.source_line).filter((fact) => fact.unit === "个" && PROJECTS.test(behind(fact)));
  return counted.reduce<FactRow | null>(
    (most, fact) => (most === null || valueOf(fact).gt(valueOf(most)) ? fact : most),
    null,
  );
}

const PROJECTS = /^\s*[个项][^，。；、]{0,12}项目/;
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
    zh: "自评涉及资金、两个以上且不少于所称个数的项目的预算数",
    en: "The amount covered, and the budgets of at least two projects and of no fewer than are counted",
  },
  message: {
    zh: "{place}称自评涉及 {stated}，而所述各项目预算之和为 {expected} 万元，相差 {difference} 万元（有项目未列出，或数字有误）。",
    en: "{place}: self-evaluation is said to cover {stated}, while the projects told add up to {expected} ¥10k, a difference of {difference} (a project is not told, or a figure is wrong).",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const told = ledger.told.find((fact) => fact.item === null && fact.unit === "万元" && EVALUATED.test(fact.label));
    if (told === undefined) return checks;
    const budgets = projectsOf(ledger, "text").flatMap(
      (project) => project.own.find((fact) => fact.measure === "adjusted_budget" || fact.measure === "budget") ?? [],
    );
    if (budgets.length < 2) return checks;
    const counted = projectsCounted(ledger, told);
    if (counted !== null && valueOf(counted).gt(Decimal.of(String(budgets.length)))) return checks;
    const sum = sumOf(budgets);
    checks.push({
      verdict: valueOf(told).eq(sum) ? "passed" : "failed",
      facts: [told, ...budgets],
      stated: valueOf(told),
      expected: sum,
      unit: "万元",
      fill: { expected: figure(sum) },
      equation: { left: [told], right: budgets },
    });
    return checks;
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
      name: "fewer projects are told than are counted",
      expect: "not_checkable",
      lines: ["对4个项目开展自评，涉及资金120万元。"],
      facts: [
        said(null, "4", { label: "对", unit: "个", source_line: 1, source_from: 1, source_to: 2 }),
        said(null, "120", { label: "涉及资金", measure: "budget", source_line: 1, source_from: 14, source_to: 17 }),
        said("project", "70", { label: "甲", measure: "adjusted_budget", source_line: 2 }),
        said("project", "30", { label: "乙", measure: "adjusted_budget", source_line: 3 }),
      ],
    },
    {
      name: "as many projects are told as are counted",
      expect: "failed",
      lines: ["对2个项目开展自评，涉及资金120万元。"],
      facts: [
        said(null, "2", { label: "对", unit: "个", source_line: 1, source_from: 1, source_to: 2 }),
        said(null, "120", { label: "涉及资金", measure: "budget", source_line: 1, source_from: 14, source_to: 17 }),
        said("project", "70", { label: "甲", measure: "adjusted_budget", source_line: 2 }),
        said("project", "30", { label: "乙", measure: "adjusted_budget", source_line: 3 }),
      ],
    },
    {
      name: "no projects are told",
      expect: "not_checkable",
      facts: [said(null, "120", { label: "共涉及资金", measure: "budget" })],
    },
  ],
};
