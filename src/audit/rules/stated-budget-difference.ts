import type { MeasureId } from "../../domain/measures.ts";
import type { FactRow } from "../../domain/records.ts";
import { said } from "../cases.ts";
import { both, digitsOf } from "../describe.ts";
import { before } from "../families/nearby.ts";
import { changeOverBefore, rateCheck, rateRule } from "../families/rates.ts";
import { minus, rounded, valueOf } from "../tolerance.ts";
import type { CaseFact, Check } from "../types.ts";

/** «年初预算数1780.00万元，决算数2097.74万元，预决算差异率17.85%»: the difference itself is not told. */
const TOLD_ALONE = /差异率/;
const BUDGETS: readonly MeasureId[] = ["initial_budget", "adjusted_budget", "budget"];

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
      if (own !== undefined && change === undefined && TOLD_ALONE.test(rate.column_label))
        checks.push(checkOfDifference(rate, own, before(ledger, rate, BUDGETS)));
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
      name: "a rate beside budget and final figure",
      expect: "passed",
      facts: alone("17.85%"),
    },
    {
      name: "a rate beside a budget and a final figure of which it is not",
      expect: "failed",
      facts: alone("27.85%"),
      message: "情况说明第1行「机关运行经费」印为 27.85%，按 (2097.74 − 1780.00) ÷ 1780.00 复算为 17.8506%。",
    },
    { name: "a fall told without its sign", expect: "not_checkable", facts: alone("-17.85%") },
    {
      name: "no difference is stated",
      expect: "not_checkable",
      facts: [said("expenditure.agency_operating", "-25.0%", { measure: "budget_change_rate" })],
    },
  ],
});

/** Of budget, final figure and rate on one line; null where another line or the other direction is told. */
function checkOfDifference(rate: FactRow, own: FactRow, budget: FactRow | undefined): Check | null {
  if (budget === undefined || own.source_line !== rate.source_line || budget.source_line !== rate.source_line)
    return null;
  const difference = minus(rounded(own), rounded(budget));
  if (difference.value.sign * valueOf(rate).sign < 0) return null;
  return rateCheck({
    stated: rate,
    numerator: difference,
    denominator: rounded(budget),
    inputs: [budget, own],
    formula: both`(${digitsOf(own)} − ${digitsOf(budget)}) ÷ ${digitsOf(budget)}`,
  });
}

function alone(rate: string): CaseFact[] {
  const item = "expenditure.agency_operating";
  return [
    said(item, "1780.00", { measure: "initial_budget", source_line: 1 }),
    said(item, "2097.74", { source_line: 1 }),
    said(item, rate, { measure: "budget_change_rate", source_line: 1, column_label: "预决算差异率" }),
  ];
}
