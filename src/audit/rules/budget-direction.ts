import { said } from "../cases.ts";
import { HELD } from "../check.ts";
import { valueOf } from "../tolerance.ts";
import { matchesOf } from "../matches.ts";
import type { Check, Rule } from "../types.ts";

const SAID = /决算数?(大于|高于|小于|低于|等于|与)(?:年初|全年)?预算数?(持平)?/g;
const BUDGETS = new Set(["budget", "initial_budget", "adjusted_budget"]);

export const budgetDirection: Rule = {
  id: "budget-direction",
  category: "stated_ratio",
  severity: "error",
  holds: {
    zh: "「决算数大于（小于）预算数」与所印决算数、预算数的大小相符。",
    en: "«Final above (below) budget» fits the printed amounts.",
  },
  inputs: { zh: "该说法和其前的决算数、预算数", en: "The words and the two amounts before them" },
  message: {
    zh: "第{line}行称「{quote}」，而决算数 {stated}、预算数 {otherStated}，与所称不符。",
    en: "Line {line} says “{quote}”, while the final figure is {stated} and the budget {otherStated}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const line of ledger.linesWith("大于", "高于", "小于", "低于", "等于", "持平")) {
      for (const match of matchesOf(SAID, line.text)) {
        const earlier = ledger.onLine(line.no).filter((fact) => fact.source_to <= match.index && fact.unit === "万元");
        const final = earlier.findLast((fact) => fact.measure === ledger.own);
        const budget = earlier.findLast(
          (fact) => BUDGETS.has(fact.measure) && fact.item === final?.item && fact !== final,
        );
        if (final === undefined || budget === undefined) continue;
        const difference = valueOf(final).cmp(valueOf(budget));
        const told = /大于|高于/.test(match[1] ?? "") ? 1 : /小于|低于/.test(match[1] ?? "") ? -1 : 0;
        if (told === 0 && match[1] === "与" && match[2] === undefined) continue;
        if (difference === told) {
          checks.push(HELD);
          continue;
        }
        checks.push({
          verdict: "failed",
          facts: [final, budget],
          lines: [line.no],
          stated: valueOf(final),
          expected: valueOf(budget),
          unit: final.unit,
          fill: { quote: match[0] },
        });
      }
    }
    return checks;
  },
  cases: [
    { name: "above the budget and said so", expect: "passed", facts: amounts("80.00"), lines: [sentence("大于")] },
    {
      name: "below the budget and said to be above",
      expect: "failed",
      facts: amounts("40.00"),
      lines: [sentence("大于")],
      message: "第1行称「决算数大于预算数」，而决算数 40.00万元、预算数 60.00万元，与所称不符。",
    },
    {
      name: "a budget is not held against itself",
      expect: "not_checkable",
      report: { report_kind: "budget" },
      facts: [said("expenditure.function", "60.00", { code: "208", measure: "budget", source_line: 1 })],
      lines: [sentence("大于")],
    },
    { name: "no budget printed", expect: "not_checkable", facts: amounts("80.00").slice(1), lines: [sentence("大于")] },
  ],
};

function sentence(word: string): string {
  return `年初预算为 60.00 万元，支出决算为 NN.NN 万元。决算数${word}预算数的主要原因是追加。`;
}

function amounts(final: string) {
  return [
    said("expenditure.function", "60.00", { code: "208", measure: "initial_budget", source_line: 1 }),
    said("expenditure.function", final, { code: "208", source_line: 1 }),
  ];
}
