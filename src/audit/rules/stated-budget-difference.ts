import { said } from "../cases.ts";
import { before } from "../families/nearby.ts";
import { changeOverBefore, rateCheck, rateRule } from "../families/rates.ts";
import { minus, rounded, valueOf } from "../tolerance.ts";
import type { Check } from "../types.ts";

export const statedBudgetDifference = rateRule({
  id: "stated-budget-difference",
  holds: {
    zh: "所述比预算增减幅度等于增减额除以预算数（预算数 = 决算数 − 增减额）。",
    en: "A stated rate against the budget is the difference divided by the budget (the final figure less the difference).",
  },
  inputs: { zh: "比预算增减率、增减额、决算数", en: "Rate, difference from the budget, final figure" },
  checks(ledger) {
    const checks: (Check | null)[] = [];
    for (const rate of ledger.find({ measure: "budget_change_rate" })) {
      const own = before(ledger, rate, [ledger.own]);
      const change = before(ledger, rate, ["budget_change"]);
      if (own === undefined || change === undefined) continue;
      if (valueOf(change).sign * valueOf(rate).sign < 0) continue; // told apart by the rule on direction
      checks.push(
        rateCheck({
          stated: rate,
          numerator: rounded(change),
          denominator: minus(rounded(own), rounded(change)),
          inputs: [own, change],
          formula: changeOverBefore(change, own),
        }),
      );
    }
    return checks;
  },
  cases: [
    {
      name: "difference over the budget",
      expect: "passed",
      facts: [
        said("expenditure.agency_operating", "192.37"),
        said("expenditure.agency_operating", "-108.46", { measure: "budget_change" }),
        said("expenditure.agency_operating", "-36.1%", { measure: "budget_change_rate" }),
      ],
    },
    {
      name: "difference over the final figure",
      expect: "failed",
      facts: [
        said("expenditure.agency_operating", "80.00"),
        said("expenditure.agency_operating", "-20.00", { measure: "budget_change" }),
        said("expenditure.agency_operating", "-25.0%", { measure: "budget_change_rate" }),
      ],
      message: "情况说明第3行「机关运行经费」印为 −25.0%，按 −20.00 ÷ (80.00 + 20.00) 复算为 −20%。",
    },
    {
      name: "cut off instead of rounded",
      expect: "rounding",
      facts: [
        said("expenditure.agency_operating", "100.00"),
        said("expenditure.agency_operating", "40.00", { measure: "budget_change" }),
        said("expenditure.agency_operating", "66.6%", { measure: "budget_change_rate" }),
      ],
    },
    {
      name: "no difference is stated",
      expect: "not_checkable",
      facts: [said("expenditure.agency_operating", "-25.0%", { measure: "budget_change_rate" })],
    },
  ],
});
