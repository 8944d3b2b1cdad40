import { linesText } from "../describe.ts";
import { said } from "../cases.ts";
import { HELD } from "../check.ts";
import { before } from "../families/nearby.ts";
import { isZero } from "../families/rates.ts";
import { shareBase } from "../families/shares.ts";
import type { FactRow } from "../../domain/records.ts";
import type { Ledger } from "../ledger.ts";
import type { Check, Rule } from "../types.ts";

export const rateOfZero: Rule = {
  id: "rate-of-zero",
  category: "stated_ratio",
  severity: "info",
  holds: {
    zh: "基数为 0（或无预算而决算为 0）时不称完成率、占比。",
    en: "No completion rate or share is told of a base of 0, or of nothing spent on nothing budgeted.",
  },
  inputs: { zh: "完成率或占比", en: "A completion rate or a share" },
  message: {
    zh: "第{where}行对 0 的 0 称「{rates}」，基数为 0 的比率不可算。",
    en: "Line {where}: “{rates}” is told of 0 out of 0, which is no rate.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const rates = ledger.find({ measure: ["completion_rate", "share"] });
    if (rates.length === 0) return checks;
    const empty = rates.filter((rate) =>
      rate.measure === "share" ? shareOfZero(ledger, rate) : completionOfZero(ledger, rate),
    );
    if (empty.length === 0) return [HELD];
    checks.push({
      verdict: "failed",
      facts: empty,
      stated: null,
      expected: null,
      unit: "%",
      fill: {
        where: linesText(empty.map((rate) => rate.source_line)),
        rates: [...new Set(empty.map((rate) => `${rate.value_text.replace("%", "")}%`))].join("、"),
      },
    });
    return checks;
  },
  cases: [
    {
      name: "a rate of an amount",
      expect: "passed",
      facts: [
        said("three_public.total", "8.26", { measure: "budget" }),
        said("three_public.total", "8.26"),
        said("three_public.total", "100.0%", { measure: "completion_rate" }),
      ],
    },
    {
      name: "0 % of 0",
      expect: "failed",
      facts: [
        said("three_public.total", "0", { measure: "budget" }),
        said("three_public.total", "0"),
        said("three_public.total", "0.00%", { measure: "completion_rate" }),
      ],
      message: "第3行对 0 的 0 称「0.00%」，基数为 0 的比率不可算。",
    },
    { name: "no rate is told", expect: "not_checkable", facts: [said("three_public.total", "0")] },
  ],
};

function completionOfZero(ledger: Ledger, rate: FactRow): boolean {
  const done = before(ledger, rate, ["final", "executed"]);
  if (done === undefined || !isZero(done)) return false;
  const budget = before(ledger, rate, ["budget", "initial_budget", "adjusted_budget"]);
  return budget === undefined || isZero(budget);
}

function shareOfZero(ledger: Ledger, share: FactRow): boolean {
  const base = shareBase(ledger, share);
  return base.said && base.amounts.length > 0 && base.amounts.every((amount) => isZero(amount));
}
