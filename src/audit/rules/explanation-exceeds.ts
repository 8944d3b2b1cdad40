import { Decimal } from "../../domain/decimal.ts";
import type { FactRow } from "../../domain/records.ts";
import { said } from "../cases.ts";
import { figure, sumText } from "../describe.ts";
import { backwards } from "../families/nearby.ts";
import { holdsTwice, matchesOf } from "../matches.ts";
import type { Ledger } from "../ledger.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

/** Amounts told in an explanation; what lowers the figure counts against the rest. */
const AMOUNT = /([^，。；,;、]*?)(\d+(?:\.\d+)?)\s*万元/g;
const LOWERS = /扣回|收回|减少|压减|核减|追减|调减|调入|结余/;
/** «年初预算的 60 万元» repeats what is explained. */
const REPEATS = /预算(?:的|数|为|安排)?\s*$|决算(?:的|数|为)?\s*$/;

const CENT = Decimal.of("0.01");

export const explanationExceeds: Rule = {
  id: "explanation-exceeds",
  category: "explanation",
  severity: "warning",
  holds: {
    zh: "原因说明所列金额之和不超过其所说明的差额（决算数 − 预算数）。",
    en: "The amounts of an explanation do not exceed the difference between final and budget that they explain.",
  },
  inputs: {
    zh: "决算数大于预算数的原因说明（含两个以上金额）、决算数、预算数",
    en: "An explanation with two amounts or more, the final figure and the budget",
  },
  message: {
    zh: "{place}「{what}」决算数与预算数相差 {expected} 万元，而原因说明所列 {told} 合计 {sum} 万元，多出 {excess} 万元。",
    en: "{place}: “{what}” exceeds its budget by {expected} ¥10k, while the explanation tells {told} = {sum} ¥10k, {excess} ¥10k more.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const reason of ledger.source.reasons) {
      if (reason.item === null || !holdsTwice(reason.text, "万元")) continue;
      const amounts = amountsOf(reason.text);
      if (amounts.length < 2) continue;
      const pair = explained(ledger, reason);
      if (pair === null) continue;
      const difference = valueOf(pair.final).minus(valueOf(pair.budget));
      const sum = amounts.reduce((total, amount) => total.plus(amount), Decimal.zero);
      if (difference.sign <= 0) continue;
      const excess = sum.minus(difference);
      checks.push({
        verdict: excess.gt(CENT) && !makeTogether(amounts, difference) ? "failed" : "passed",
        facts: [pair.final, pair.budget],
        lines: [reason.source_line],
        stated: sum,
        expected: difference,
        unit: "万元",
        fill: {
          told: sumText(amounts),
          sum: figure(sum),
          excess: figure(excess),
        },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "taken back and added amounts make the difference",
      expect: "passed",
      facts: figures("60.00", "124.90"),
      reasons: [reason("年初预算的60万元，财政扣回12万元，另年中追加经费59.8万元，追加奖励金17.1万元")],
    },
    {
      name: "what was put off counts against what was added",
      expect: "passed",
      facts: figures("2200.00", "2320.00"),
      reasons: [reason("追加改革补助320万元，部分设备购置推迟200万元")],
    },
    {
      name: "more is explained than differs",
      expect: "failed",
      facts: figures("490.80", "1362.40"),
      reasons: [reason("包含代发贴息资金76万元，本年经费追加811.25万元")],
      message:
        "情况说明第1行「208 支出（按功能分类）」决算数与预算数相差 871.60 万元，而原因说明所列 76 + 811.25 合计 887.25 万元，多出 15.65 万元。",
    },
    {
      name: "an explanation without amounts",
      expect: "not_checkable",
      facts: figures("60.00", "124.90"),
      reasons: [reason("年中追加经费")],
    },
  ],
};

function amountsOf(text: string): Decimal[] {
  return matchesOf(AMOUNT, text).flatMap(([, words = "", digits = "0"]) => {
    if (REPEATS.test(words)) return [];
    return [LOWERS.test(words) ? Decimal.of(digits).negated() : Decimal.of(digits)];
  });
}

/** More amounts than these make any difference in some way. */
const MOST_AMOUNTS = 4;

/** Whether amounts, some of them counted against the rest, are the difference: «追加320万元，部分设备购置推迟200万元». */
function makeTogether(amounts: readonly Decimal[], difference: Decimal): boolean {
  if (amounts.length > MOST_AMOUNTS) return false;
  let sums = [Decimal.zero];
  for (const amount of amounts) sums = sums.flatMap((sum) => [sum.plus(amount), sum.minus(amount)]);
  return sums.some((sum) => sum.minus(difference).abs().lte(CENT));
}

/** Final figure and budget of what the reason explains, told on its line or shortly before. */
function explained(
  ledger: Ledger,
  reason: { readonly item: string | null; readonly code: string | null; readonly source_line: number },
): { readonly final: FactRow; readonly budget: FactRow } | null {
  const about = (fact: FactRow) => fact.item === reason.item && fact.code === reason.code && fact.origin !== "table";
  const near = ledger.told.findLast(
    (fact) => about(fact) && fact.measure === "final" && Math.abs(fact.source_line - reason.source_line) <= 4,
  );
  if (near === undefined) return null;
  const budget = backwards(ledger, near, (fact) => about(fact) && fact.measure === "initial_budget");
  return budget === undefined ? null : { final: near, budget };
}

function figures(budget: string, final: string) {
  return [
    said("expenditure.function", budget, { code: "208", measure: "initial_budget", source_line: 1 }),
    said("expenditure.function", final, { code: "208", source_line: 1 }),
  ];
}

function reason(text: string) {
  return { item: "expenditure.function", code: "208", text, source_line: 1 } as const;
}
