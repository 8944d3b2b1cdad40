import { said } from "../cases.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

export const vehiclesBought: Rule = {
  id: "vehicles-bought",
  category: "plausibility",
  severity: "warning",
  holds: {
    zh: "有公务用车购置费即有购置数，没有购置费即没有购置数。",
    en: "Buying vehicles goes with its cost: both are 0 or neither is.",
  },
  inputs: { zh: "公务用车购置费、购置数", en: "Cost of vehicles bought, vehicles bought" },
  message: {
    zh: "{place}公务用车购置费 {stated}，而{otherPlace}购置 {otherStated}。",
    en: "{place}: buying vehicles costs {stated}, while {otherPlace} tells {otherStated}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const cost = ledger.first({ item: "three_public.vehicle_purchase", measure: "final", year: ledger.year });
    const bought = ledger.first({ item: "vehicles.purchased", measure: "final", year: ledger.year });
    if (cost === undefined || bought === undefined) return checks;
    checks.push({
      verdict: valueOf(cost).isZero() === valueOf(bought).isZero() ? "passed" : "failed",
      facts: [cost, bought],
      stated: valueOf(cost),
      expected: null,
      unit: cost.unit,
    });
    return checks;
  },
  cases: [
    {
      name: "a vehicle and its cost",
      expect: "passed",
      facts: [said("three_public.vehicle_purchase", "18.6"), said("vehicles.purchased", "1")],
    },
    {
      name: "a cost without a vehicle",
      expect: "failed",
      facts: [said("three_public.vehicle_purchase", "18.6"), said("vehicles.purchased", "0")],
      message: "情况说明第1行公务用车购置费 18.6万元，而情况说明第2行购置 0辆。",
    },
    { name: "no vehicles told", expect: "not_checkable", facts: [said("three_public.vehicle_purchase", "18.6")] },
  ],
};
