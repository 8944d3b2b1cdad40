import type { FactRow } from "../../domain/records.ts";
import { Decimal } from "../../domain/decimal.ts";
import { printed } from "../describe.ts";
import { said } from "../cases.ts";
import { HELD } from "../check.ts";
import { valueOf } from "../tolerance.ts";
import { matchesOf } from "../matches.ts";
import type { Bilingual, Check, Rule } from "../types.ts";

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
    zh: "第{line}行称「{quote}」，而{against}，与所称不符。",
    en: "Line {line} says “{quote}”, while {against}.",
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
        const told = /大于|高于/.test(match[1] ?? "") ? 1 : /小于|低于/.test(match[1] ?? "") ? -1 : 0;
        if (told === 0 && match[1] === "与" && match[2] === undefined) continue;
        const rate = ledger
          .onLine(line.no)
          .findLast((fact) => fact.source_to <= match.index && fact.measure === "completion_rate");
        const measured = amountsOf(final, budget) ?? rateOf(rate) ?? unbudgeted(final, line.text.slice(0, match.index));
        if (measured === null) continue;
        if (measured.direction === told) {
          checks.push(HELD);
          continue;
        }
        checks.push({
          verdict: "failed",
          facts: measured.facts,
          lines: [line.no],
          stated: measured.stated,
          expected: measured.expected,
          unit: measured.facts[0]?.unit ?? null,
          fill: { quote: match[0], against: measured.against },
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
      name: "a completion rate says the opposite",
      expect: "failed",
      facts: [said("expenditure.function", "108.62%", { code: "208", measure: "completion_rate", source_line: 1 })],
      lines: ["完成年初预算的108.62%，支出决算数小于年初预算数的主要原因：节约。"],
      message: "第1行称「决算数小于年初预算数」，而完成率为 108.62%，与所称不符。",
    },
    {
      name: "below a budget that there was none of",
      expect: "failed",
      facts: [said("expenditure.function", "24.06", { code: "208", source_line: 1 })],
      lines: ["年初未申请财政拨款预算，支出决算为24.06万元。决算数小于预算数。"],
      message: "第1行称「决算数小于预算数」，而决算数 24.06万元、年初没有预算，与所称不符。",
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

/** How a final figure stands to its budget, and what says so. */
interface Measured {
  readonly direction: number;
  readonly facts: readonly FactRow[];
  readonly stated: Decimal;
  readonly expected: Decimal;
  readonly against: Bilingual;
}

function amountsOf(final: FactRow | undefined, budget: FactRow | undefined): Measured | null {
  if (final === undefined || budget === undefined) return null;
  const [stated, expected] = [valueOf(final), valueOf(budget)];
  return {
    direction: stated.cmp(expected),
    facts: [final, budget],
    stated,
    expected,
    against: {
      zh: `决算数 ${printed(final).zh}、预算数 ${printed(budget).zh}`,
      en: `the final figure is ${printed(final).en} and the budget ${printed(budget).en}`,
    },
  };
}

/** «完成年初预算的108.62%，决算数小于年初预算数» where a line break has taken the amounts away. */
function rateOf(rate: FactRow | undefined): Measured | null {
  if (rate === undefined || valueOf(rate).isZero()) return null;
  return {
    direction: valueOf(rate).cmp(WHOLE),
    facts: [rate],
    stated: valueOf(rate),
    expected: WHOLE,
    against: { zh: `完成率为 ${printed(rate).zh}`, en: `${printed(rate).en} of the budget is executed` },
  };
}

const WHOLE = Decimal.of(100);
const NO_BUDGET = /(?:未申请|未安排|没有|无)(?:财政拨款|年初)?预算/;

/** «年初未申请财政拨款预算，支出决算为2406万元。决算数大于预算数» */
function unbudgeted(final: FactRow | undefined, before: string): Measured | null {
  if (final === undefined || !NO_BUDGET.test(before)) return null;
  return {
    direction: valueOf(final).sign,
    facts: [final],
    stated: valueOf(final),
    expected: Decimal.zero,
    against: {
      zh: `决算数 ${printed(final).zh}、年初没有预算`,
      en: `the final figure is ${printed(final).en} and there was no budget`,
    },
  };
}

function sentence(word: string): string {
  return `年初预算为 60.00 万元，支出决算为 NN.NN 万元。决算数${word}预算数的主要原因是追加。`;
}

function amounts(final: string) {
  return [
    said("expenditure.function", "60.00", { code: "208", measure: "initial_budget", source_line: 1 }),
    said("expenditure.function", final, { code: "208", source_line: 1 }),
  ];
}
