import { said } from "../cases.ts";
import { bounded } from "../families/bounds.ts";

export const threePublicAboveBudget = bounded({
  id: "three-public-above-budget",
  category: "plausibility",
  severity: "warning",
  holds: {
    zh: "“三公”经费各项决算数不大于其（调整）预算数。",
    en: "No three-public item exceeds its (adjusted) budget.",
  },
  inputs: { zh: "“三公”经费各项的预算数和决算数", en: "Budget and final of each three-public item" },
  bounds: (ledger) =>
    ledger
      .under("three_public.")
      .filter((fact) => fact.measure === "final")
      .map((final) => ({
        small: final,
        large: ledger
          .find({ item: final.item ?? [], measure: ["adjusted_budget", "budget"] })
          .find((budget) => budget.statement === final.statement && budget.code === final.code),
      })),
  cases: [
    {
      name: "within the bound",
      expect: "passed",
      facts: [said("three_public.reception", "10.20", { measure: "budget" }), said("three_public.reception", "0.07")],
    },
    {
      name: "beyond the bound",
      expect: "failed",
      facts: [said("three_public.reception", "1.20", { measure: "budget" }), said("three_public.reception", "2.00")],
      message: "情况说明第2行「公务接待费」2.00万元，大于情况说明第1行「公务接待费」1.20万元，多出 0.80万元。",
    },
    { name: "one figure is missing", expect: "not_checkable", facts: [said("three_public.reception", "0.07")] },
  ],
});
