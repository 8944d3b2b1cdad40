import { row } from "../cases.ts";
import { expenditureComponents } from "../families/components.ts";
import { rowFooting } from "../families/footing.ts";

export const stateCapitalRow = rowFooting({
  id: "state-capital-row",
  statement: "state_capital",
  total: ["expenditure.function", "expenditure.total"],
  parts: expenditureComponents,
  holds: {
    zh: "国有资本经营预算表：每一行的合计等于基本支出、项目支出、上缴上级、经营、对附属单位补助各栏之和。",
    en: "State capital table: the total of every row is the sum of basic, project, remitted, business and subsidy columns.",
  },
  inputs: { zh: "同一行的合计栏和组成栏", en: "The total and the component columns of a row" },
  cases: [
    {
      name: "basic and project make the row",
      expect: "passed",
      facts: row("state_capital", 1, "208", {
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
      facts: row("state_capital", 1, "208", {
        "expenditure.function": "30.00",
        "expenditure.basic": "18.00",
        "expenditure.project": "22.00",
      }),
      message:
        "《国有资本经营预算财政拨款支出表》第1行「208 支出（按功能分类）」印为 30.00万元，而其组成部分之和为 40.00万元，相差 10万元：18.00（第1行） + 22.00（第1行）。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: row("state_capital", 1, null, {
        "expenditure.total": "30.01",
        "expenditure.basic": "18.00",
        "expenditure.project": "12.00",
      }),
    },
    {
      name: "a row with its total only",
      expect: "not_checkable",
      facts: row("state_capital", 1, "208", { "expenditure.function": "30.00" }),
    },
  ],
});
