import { row } from "../cases.ts";
import { generalBudgetComponents } from "../families/components.ts";
import { rowFooting } from "../families/footing.ts";

export const generalBudgetRow = rowFooting({
  id: "general-budget-row",
  statement: "general_budget_expenditure",
  total: ["expenditure.function", "expenditure.total"],
  parts: generalBudgetComponents,
  holds: {
    zh: "一般公共预算支出表：每一行的合计等于基本支出、项目支出、上缴上级、经营、对附属单位补助各栏之和。",
    en: "General public budget table: the total of every row is the sum of basic, project, remitted, business and subsidy columns.",
  },
  inputs: { zh: "同一行的合计栏和组成栏", en: "The total and the component columns of a row" },
  cases: [
    {
      name: "basic and project make the row",
      expect: "passed",
      facts: row("general_budget_expenditure", 1, "208", {
        "expenditure.function": "30.00",
        "expenditure.basic": "18.00",
        "expenditure.personnel": "15.00",
        "expenditure.operating": "3.00",
        "expenditure.project": "12.00",
      }),
    },
    {
      name: "the parts exceed the row",
      expect: "failed",
      facts: row("general_budget_expenditure", 1, "208", {
        "expenditure.function": "30.00",
        "expenditure.basic": "18.00",
        "expenditure.project": "22.00",
      }),
      message:
        "《一般公共预算财政拨款支出表》第1行「208 支出（按功能分类）」印为 30.00万元，而其组成部分之和为 40.00万元，相差 10万元：18.00（第1行） + 22.00（第1行）。",
    },
    {
      name: "a budget's total has what was carried in",
      report: { report_kind: "budget" },
      expect: "passed",
      facts: row("general_budget_expenditure", 1, "208", {
        "expenditure.function": "30.00",
        "expenditure.basic": "18.00",
        "expenditure.project": "7.00",
        "balance.carried_in": "5.00",
      }),
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: row("general_budget_expenditure", 1, null, {
        "expenditure.total": "30.01",
        "expenditure.basic": "18.00",
        "expenditure.project": "12.00",
      }),
    },
    {
      name: "a row with its total only",
      expect: "not_checkable",
      facts: row("general_budget_expenditure", 1, "208", { "expenditure.function": "30.00" }),
    },
  ],
});
