import { said } from "../cases.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

export const overseasCost: Rule = {
  id: "overseas-cost",
  category: "plausibility",
  severity: "warning",
  holds: {
    zh: "有因公出国（境）人次即有费用，没有费用即没有出国（境）人次。",
    en: "Travel overseas goes with its cost: both are 0 or neither is.",
  },
  inputs: { zh: "因公出国（境）费、出国（境）人次", en: "Overseas cost, travellers" },
  message: {
    zh: "{place}因公出国（境）费 {stated}，而{otherPlace}出国（境） {otherStated}。",
    en: "{place}: overseas travel costs {stated}, while {otherPlace} tells {otherStated}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const cost = ledger.first({ item: "three_public.overseas", measure: "final", year: ledger.year });
    const persons = ledger.first({ item: "overseas.persons", measure: "final", year: ledger.year });
    if (cost === undefined || persons === undefined) return checks;
    checks.push({
      verdict: valueOf(cost).isZero() === valueOf(persons).isZero() ? "passed" : "failed",
      facts: [cost, persons],
      stated: valueOf(cost),
      expected: null,
      unit: cost.unit,
    });
    return checks;
  },
  cases: [
    {
      name: "no cost, no travellers",
      expect: "passed",
      facts: [said("three_public.overseas", "0"), said("overseas.persons", "0")],
    },
    {
      name: "travellers without cost",
      expect: "failed",
      facts: [said("three_public.overseas", "0"), said("overseas.persons", "3")],
      message: "情况说明第1行因公出国（境）费 0万元，而情况说明第2行出国（境） 3人次。",
    },
    { name: "no travellers told", expect: "not_checkable", facts: [said("three_public.overseas", "0")] },
  ],
};
