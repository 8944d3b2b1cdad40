import { said } from "../cases.ts";
import { namedSum } from "../families/footing.ts";

export const statedBudgetChange = namedSum({
  id: "stated-budget-change",
  category: "stated_ratio",
  holds: {
    zh: "所述比预算增减额等于决算数减该预算数。",
    en: "A stated difference from the budget is the final figure less that budget.",
  },
  inputs: { zh: "同一行的决算数、预算数和增减额", en: "Final figure, budget and difference on one line" },
  sums: (ledger) =>
    ledger.find({ measure: "budget_change", year: ledger.year }).map((change) => {
      // A budget of another sentence may be another budget: the one that is compared with stands just before.
      const before = ledger
        .onLine(change.source_line)
        .filter(
          (fact) => fact.source_to <= change.source_from && fact.item === change.item && fact.code === change.code,
        );
      const budget = before.at(-1);
      const isBudget = budget?.measure.endsWith("budget") === true && !budget.measure.startsWith("prior");
      return {
        total: isBudget ? change : undefined,
        parts: [before.findLast(({ measure }) => measure === "final")],
        minus: [budget],
      };
    }),
  cases: [
    { name: "the difference of both", expect: "passed", facts: told("-0.76") },
    {
      name: "the difference has the other sign",
      expect: "failed",
      facts: told("0.76"),
      message:
        "情况说明第1行「公务接待费」印为 0.76万元，而其组成部分之和为 −0.76万元，相差 1.52万元：0.44（第1行） − 1.20（第1行）。",
    },
    { name: "a hundredth is rounding", expect: "rounding", facts: told("-0.77") },
    { name: "no budget is told", expect: "not_checkable", facts: told("-0.76").filter((_, at) => at !== 1) },
  ],
});

function told(change: string) {
  const item = "three_public.reception";
  return [
    said(item, "0.44", { source_line: 1, source_from: 0, source_to: 4 }),
    said(item, "1.20", { source_line: 1, source_from: 5, source_to: 9, measure: "initial_budget" }),
    said(item, change, { source_line: 1, source_from: 10, source_to: 14, measure: "budget_change" }),
  ];
}
