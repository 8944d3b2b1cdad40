import { said } from "../cases.ts";
import { SUM_MESSAGE } from "../families/footing.ts";
import { identity } from "../identity.ts";
import type { Check, Rule } from "../types.ts";

export const selfScoreTotal: Rule = {
  id: "self-score-total",
  category: "performance",
  severity: "error",
  holds: {
    zh: "整体支出绩效自评：总分等于自评计分表各项得分之和。",
    en: "Self-evaluation of all expenditure: the total is the sum of the scores of its sheet.",
  },
  inputs: { zh: "附件计分表的总分和五项以上得分", en: "The annex's total and at least five scores" },
  message: SUM_MESSAGE,
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const scores = ledger
      .find({ item: "project.indicator", measure: "score", origin: "annex" })
      .filter((fact) => fact.unit === "分");
    const last = scores.at(-1);
    if (last === undefined || scores.length < 5) return checks;
    const total = ledger
      .find({ item: "performance.self_score", measure: "score", origin: "annex" })
      .find((fact) => fact.source_line > last.source_line);
    if (total !== undefined) checks.push(identity({ left: [total], right: scores }));
    return checks;
  },
  cases: [
    {
      name: "the scores make the total",
      expect: "passed",
      facts: [...[20, 20, 20, 20, 17].map((points) => score(`${points}`)), total("97.00")],
    },
    {
      name: "the total is another",
      expect: "failed",
      facts: [...[20, 20, 20, 20, 15].map((points) => score(`${points}`)), total("97.00")],
      message:
        "附件第6行「整体支出绩效自评得分」印为 97.00分，而其组成部分之和为 95.00分，相差 2分：20（第1行） + 20（第2行） + 20（第3行） + 20（第4行） + 15（第5行）。",
    },
    { name: "no sheet", expect: "not_checkable", facts: [total("97.00")] },
  ],
};

function score(points: string) {
  return said("project.indicator", points, { statement: "annex", origin: "annex", measure: "score", unit: "分" });
}

function total(points: string) {
  return said("performance.self_score", points, { statement: "annex", origin: "annex", measure: "score", unit: "分" });
}
