import { said } from "../cases.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

export const vehiclesCost: Rule = {
  id: "vehicles-cost",
  category: "plausibility",
  severity: "warning",
  holds: {
    zh: "公务用车保有量为 0 时没有运行维护费。",
    en: "An agency without vehicles has no vehicle operation cost.",
  },
  inputs: { zh: "公务用车保有量、运行维护费", en: "Vehicles owned, vehicle operation" },
  message: {
    zh: "{place}公务用车运行维护费 {stated}，而{otherPlace}公务用车保有量为 {otherStated}。",
    en: "{place}: vehicle operation costs {stated}, while {otherPlace} has {otherStated} owned.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const cost = ledger.first({ item: "three_public.vehicle_operation", measure: ledger.own, year: ledger.year });
    const owned = ledger.first({ item: "vehicles.owned", measure: ledger.own, year: ledger.year });
    if (cost === undefined || owned === undefined) return checks;
    checks.push({
      verdict: valueOf(owned).isZero() && valueOf(cost).sign > 0 ? "failed" : "passed",
      facts: [cost, owned],
      stated: valueOf(cost),
      expected: null,
      unit: cost.unit,
    });
    return checks;
  },
  cases: [
    {
      name: "two cars that cost something",
      expect: "passed",
      facts: [said("three_public.vehicle_operation", "6.32"), said("vehicles.owned", "2")],
    },
    {
      name: "no cars that cost something",
      expect: "failed",
      facts: [said("three_public.vehicle_operation", "6.32"), said("vehicles.owned", "0")],
      message: "情况说明第1行公务用车运行维护费 6.32万元，而情况说明第2行公务用车保有量为 0辆。",
    },
    { name: "no number of cars", expect: "not_checkable", facts: [said("three_public.vehicle_operation", "6.32")] },
  ],
};
