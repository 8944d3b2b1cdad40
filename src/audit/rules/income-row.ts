import { row } from "../cases.ts";
import { incomeComponents } from "../families/components.ts";
import { rowFooting } from "../families/footing.ts";

export const incomeRow = rowFooting({
  id: "income-row",
  statement: "income",
  total: ["income.function", "income.total", "income.grand_total"],
  parts: incomeComponents,
  within: { total: "income.total", holds: (part) => part.item?.startsWith("income.") === true },
  holds: {
    zh: "收入表：每一行的合计等于财政拨款、上级补助、事业、经营、附属单位上缴、其他收入各栏之和；预算的总计另含上年结转，其中本年收入小计不含。",
    en: "Income table: the total of every row is the sum of its sources; a budget's total includes what is carried in, the income of the year within it does not.",
  },
  inputs: { zh: "同一行的合计栏和各来源栏", en: "The total and the source columns of a row" },
  cases: [
    {
      name: "sources make the row",
      expect: "passed",
      facts: row("income", 1, "208", { "income.function": "31.50", "income.fiscal": "30.00", "income.other": "1.50" }),
    },
    {
      name: "a digit of the total is wrong",
      expect: "failed",
      facts: row("income", 1, "208", { "income.function": "37.50", "income.fiscal": "30.00", "income.other": "1.50" }),
      message:
        "《收入表》第1行「208 收入（按功能分类）」印为 37.50万元，而其组成部分之和为 31.50万元，相差 6万元：30.00（第1行） + 1.50（第1行）。",
    },
    {
      name: "in a budget the total includes what is carried in",
      expect: "passed",
      report: { report_kind: "budget" },
      facts: row("income", 1, "208", {
        "income.function": "36.50",
        "income.general_budget": "30.00",
        "income.other": "1.50",
        "balance.carried_in": "5.00",
      }),
    },
    {
      name: "the total beside the year's income is not that and what is carried in",
      expect: "failed",
      report: { report_kind: "budget" },
      facts: row("income", 1, null, {
        "income.grand_total": "46.50",
        "income.total": "31.50",
        "income.general_budget": "30.00",
        "income.other": "1.50",
        "balance.carried_in": "5.00",
      }),
      message:
        "《收入表》第1行「收入总计」印为 46.50万元，而其组成部分之和为 36.50万元，相差 10万元：30.00（第1行） + 1.50（第1行） + 5.00（第1行）。",
    },
    {
      name: "a hundredth per source is rounding",
      expect: "rounding",
      facts: row("income", 1, null, { "income.total": "31.51", "income.fiscal": "30.00", "income.other": "1.50" }),
    },
    {
      name: "a row with its total only",
      expect: "not_checkable",
      facts: row("income", 1, "208", { "income.function": "31.50" }),
    },
  ],
});
