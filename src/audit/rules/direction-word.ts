import type { MeasureId } from "../../domain/measures.ts";
import { said } from "../cases.ts";
import { HELD } from "../check.ts";
import { before } from "../families/nearby.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

/** The change whose sign a rate shares. */
const CHANGE_OF: ReadonlyMap<MeasureId, MeasureId> = new Map([
  ["change_rate", "change"],
  ["budget_change_rate", "budget_change"],
  ["earlier_change_rate", "earlier_change"],
]);

export const directionWord: Rule = {
  id: "direction-word",
  category: "stated_ratio",
  severity: "error",
  holds: {
    zh: "「增加」「减少」与本年数、上年数的大小相符，增减额与增减率同号。",
    en: "«Increased» and «decreased» fit the two years' figures; change and rate have the same sign.",
  },
  inputs: {
    zh: "增减额（率）和本年数、上年数，或增减额和增减率",
    en: "A change with both years' figures, or a change with its rate",
  },
  message: {
    zh: "{place}「{what}」述为{told}{stated}，而{otherPlace}为 {otherStated}，方向相反。",
    en: "{place}: “{what}” is told to {told} {stated}, while {otherStated} ({otherPlace}) says the opposite.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const rate of ledger.find({ measure: [...CHANGE_OF.keys()] })) {
      const ofChange = CHANGE_OF.get(rate.measure);
      const change = ofChange === undefined ? undefined : before(ledger, rate, [ofChange]);
      if (change === undefined || valueOf(change).isZero() || valueOf(rate).isZero()) continue;
      const falls = valueOf(rate).sign < 0;
      if (falls === valueOf(change).sign < 0) {
        checks.push(HELD);
        continue;
      }
      checks.push({
        verdict: "failed",
        facts: [rate, change],
        stated: valueOf(rate),
        expected: valueOf(rate).negated(),
        unit: "%",
        fill: { told: falls ? { zh: "下降 ", en: "fall" } : { zh: "增长 ", en: "rise" } },
      });
    }
    for (const change of ledger.find({ measure: "change" })) {
      const own = before(ledger, change, [ledger.own]);
      const prior = before(ledger, change, ["prior_final", "prior_budget"]);
      if (own === undefined || prior === undefined || own.unit !== change.unit || valueOf(change).isZero()) continue;
      const difference = valueOf(own).minus(valueOf(prior));
      if (difference.isZero()) continue;
      const falls = valueOf(change).sign < 0;
      if (falls === difference.sign < 0) {
        checks.push(HELD);
        continue;
      }
      checks.push({
        verdict: "failed",
        facts: [change, prior, own],
        stated: valueOf(change),
        expected: difference,
        unit: change.unit,
        fill: { told: falls ? { zh: "减少 ", en: "fall" } : { zh: "增加 ", en: "rise" } },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "a fall is told as a fall",
      expect: "passed",
      facts: [
        said("three_public.reception", "0.37"),
        said("three_public.reception", "-0.11", { measure: "change" }),
        said("three_public.reception", "-22.92%", { measure: "change_rate" }),
      ],
    },
    {
      name: "a rise told as a fall",
      expect: "failed",
      facts: [
        said("three_public.reception", "0.37"),
        said("three_public.reception", "0.11", { measure: "change" }),
        said("three_public.reception", "-42.31%", { measure: "change_rate" }),
      ],
      message: "情况说明第3行「公务接待费」述为下降 −42.31%，而情况说明第2行为 0.11万元，方向相反。",
    },
    {
      name: "a fall since an earlier year told as a rise",
      expect: "failed",
      facts: [
        said("three_public.total", "-1.20", { measure: "earlier_change" }),
        said("three_public.total", "25.53%", { measure: "earlier_change_rate" }),
      ],
      message: "情况说明第2行「“三公”经费合计」述为增长 25.53%，而情况说明第1行为 −1.20万元，方向相反。",
    },
    { name: "no change told", expect: "not_checkable", facts: [said("three_public.reception", "0.37")] },
  ],
};
