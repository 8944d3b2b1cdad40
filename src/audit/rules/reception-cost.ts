import { said } from "../cases.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

export const receptionCost: Rule = {
  id: "reception-cost",
  category: "plausibility",
  severity: "warning",
  holds: {
    zh: "有公务接待费即有接待人次，没有接待费即没有接待人次。",
    en: "Reception cost goes with visitors: both are 0 or neither is.",
  },
  inputs: { zh: "公务接待费、接待人次", en: "Reception cost, visitors" },
  message: {
    zh: "{place}公务接待费 {stated}，而{otherPlace}接待 {otherStated}。",
    en: "{place}: reception costs {stated}, while {otherPlace} tells {otherStated}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const cost = ledger.first({ item: "three_public.reception", measure: "final", year: ledger.year });
    const visitors = ledger.first({ item: "reception.visitors", measure: "final", year: ledger.year });
    if (cost === undefined || visitors === undefined) return checks;
    checks.push({
      verdict: valueOf(cost).isZero() === valueOf(visitors).isZero() ? "passed" : "failed",
      facts: [cost, visitors],
      stated: valueOf(cost),
      expected: null,
      unit: cost.unit,
    });
    return checks;
  },
  cases: [
    {
      name: "cost and visitors",
      expect: "passed",
      facts: [said("three_public.reception", "0.37"), said("reception.visitors", "48")],
    },
    {
      name: "visitors without cost",
      expect: "failed",
      facts: [said("three_public.reception", "0"), said("reception.visitors", "48")],
      message: "情况说明第1行公务接待费 0万元，而情况说明第2行接待 48人次。",
    },
    { name: "no visitors told", expect: "not_checkable", facts: [said("three_public.reception", "0.37")] },
  ],
};
