import { said } from "../cases.ts";
import { digitsOf, listed } from "../describe.ts";
import { HELD } from "../check.ts";
import { groupBy } from "../group-by.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

export const allOnBudget: Rule = {
  id: "all-on-budget",
  category: "plausibility",
  severity: "info",
  holds: {
    zh: "“三公”经费决算数不会各项都与预算数分毫不差。",
    en: "Three-public expenses do not meet their budget to the last digit in every item.",
  },
  inputs: {
    zh: "两项以上不为 0 的“三公”经费预算数和决算数",
    en: "Budget and final of at least two three-public items other than 0",
  },
  message: {
    zh: "“三公”经费各项（{items}）决算数均与预算数分毫不差，预算数恐系按决算数倒填的调整预算，完成率不说明问题。",
    en: "Every three-public item ({items}) meets its budget to the last digit: the budget is probably adjusted to the final figure, and completion says nothing.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const facts = ledger.under("three_public.").filter((fact) => fact.code === null);
    const pairs = [...groupBy(facts, (fact) => fact.item).values()].flatMap((same) => {
      const final = same.find((fact) => fact.measure === "final");
      const budget = same.find((fact) => fact.measure === "adjusted_budget" || fact.measure === "budget");
      const nothing = final === undefined || budget === undefined || valueOf(final).isZero();
      return nothing || final.item === "three_public.total" || final.item === "three_public.vehicle"
        ? []
        : [{ final, budget }];
    });
    if (pairs.length < 2) return checks;
    const equal = pairs.every(({ final, budget }) => valueOf(final).eq(valueOf(budget)));
    if (!equal) {
      checks.push(HELD);
      return checks;
    }
    checks.push({
      verdict: "failed",
      facts: pairs.flatMap(({ final, budget }) => [final, budget]),
      stated: null,
      expected: null,
      unit: "万元",
      fill: {
        items: listed(
          pairs.map(({ final }) => digitsOf(final)),
          { zh: "、", en: ", " },
        ),
      },
    });
    return checks;
  },
  cases: [
    { name: "less is spent than budgeted", expect: "passed", facts: items("1.20", "6.32") },
    {
      name: "every item is met to the last digit",
      expect: "failed",
      facts: items("1.94", "6.32"),
      message:
        "“三公”经费各项（1.94、6.32）决算数均与预算数分毫不差，预算数恐系按决算数倒填的调整预算，完成率不说明问题。",
    },
    { name: "one item only", expect: "not_checkable", facts: items("1.94", "6.32").slice(0, 2) },
  ],
};

function items(reception: string, vehicles: string) {
  return [
    said("three_public.reception", "1.94", { measure: "adjusted_budget" }),
    said("three_public.reception", reception),
    said("three_public.vehicle_operation", "6.32", { measure: "adjusted_budget" }),
    said("three_public.vehicle_operation", vehicles),
  ];
}
