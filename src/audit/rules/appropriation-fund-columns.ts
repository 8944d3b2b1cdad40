import { row } from "../cases.ts";
import { cellsOf, rowFooting } from "../families/footing.ts";

export const appropriationFundColumns = rowFooting({
  id: "appropriation-fund-columns",
  statement: "appropriation_summary",
  total: ["expenditure.function", "expenditure.total"],
  // Income stands on the same printed line: only the expenditure columns belong to the sum.
  parts: (cells) =>
    cellsOf(
      cells.filter((fact) => fact.item?.startsWith("expenditure.") === true),
      ["expenditure.general_budget", "expenditure.government_fund", "expenditure.state_capital"],
    ),
  holds: {
    zh: "财政拨款收支总表：每一行的合计等于一般公共预算、政府性基金、国有资本经营三栏之和。",
    en: "Appropriation summary: the total of every row is the sum of its three fund columns.",
  },
  inputs: { zh: "同一行的合计栏和三栏", en: "The total and the three fund columns of a row" },
  cases: [
    {
      name: "the funds make the row",
      expect: "passed",
      facts: row("appropriation_summary", 1, "208", {
        "income.general_budget": "99.00",
        "expenditure.function": "30.00",
        "expenditure.general_budget": "28.00",
        "expenditure.government_fund": "2.00",
      }),
    },
    {
      name: "a fund is left out",
      expect: "failed",
      facts: row("appropriation_summary", 1, "208", {
        "expenditure.function": "28.00",
        "expenditure.general_budget": "28.00",
        "expenditure.government_fund": "2.50",
      }),
      message:
        "《财政拨款收入支出总表》第1行「208 支出（按功能分类）」印为 28.00万元，而其组成部分之和为 30.50万元，相差 2.50万元：28.00（第1行） + 2.50（第1行）。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: row("appropriation_summary", 1, null, {
        "expenditure.total": "30.01",
        "expenditure.general_budget": "28.00",
        "expenditure.government_fund": "2.00",
      }),
    },
    {
      name: "a single column",
      expect: "not_checkable",
      facts: row("appropriation_summary", 1, "208", { "expenditure.function": "30.00" }),
    },
  ],
});
