import { cell, row } from "../cases.ts";
import { ownCodes } from "../families/codes.ts";
import { sameCodes } from "../families/cross-table.ts";
import { printsYearAlone } from "../families/year-alone.ts";

export const appropriationGeneralCodes = sameCodes({
  id: "appropriation-general-codes",
  holds: {
    zh: "财政拨款收支总表一般公共预算栏与一般公共预算支出表的同一功能科目相同。",
    en: "The same function class is the same in the general budget column of the appropriation summary and in the general budget table.",
  },
  inputs: { zh: "两表都印有的功能科目", en: "A function class printed in both tables" },
  pairs: (ledger) =>
    printsYearAlone(ledger)
      ? []
      : [
          {
            left: ownCodes(ledger, "appropriation_summary", "expenditure.general_budget"),
            right: ownCodes(ledger, "general_budget_expenditure", "expenditure.function"),
          },
        ],
  cases: [
    {
      name: "the class agrees",
      expect: "passed",
      facts: [
        ...row("appropriation_summary", 1, "208", { "expenditure.general_budget": "30.00" }),
        ...row("general_budget_expenditure", 2, "208", { "expenditure.function": "30.00" }),
      ],
    },
    {
      name: "the class differs",
      expect: "failed",
      facts: [
        ...row("appropriation_summary", 1, "208", { "expenditure.general_budget": "30.00" }),
        ...row("general_budget_expenditure", 2, "208", { "expenditure.function": "33.50" }),
      ],
      message:
        "《财政拨款收入支出总表》第1行「208 一般公共预算财政拨款支出」印为 30.00万元，《一般公共预算财政拨款支出表》第2行同一数字印为 33.50万元，相差 3.50万元。",
    },
    {
      name: "a budget's table prints what is appropriated for the year, the summary what was carried in as well",
      expect: "not_checkable",
      report: { report_kind: "budget" },
      facts: [
        cell("appropriation_summary", "income.general_budget", "30.00", { measure: "budget" }),
        cell("appropriation_summary", "balance.carried_in", "6.00", { measure: "budget" }),
        ...row("appropriation_summary", 3, "208", { "expenditure.general_budget": "36.00" }, { measure: "budget" }),
        cell("general_budget_expenditure", "expenditure.total", "30.00", { measure: "budget", source_line: 4 }),
        ...row("general_budget_expenditure", 5, "208", { "expenditure.function": "30.00" }, { measure: "budget" }),
      ],
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        ...row("appropriation_summary", 1, "208", { "expenditure.general_budget": "30.00" }),
        ...row("general_budget_expenditure", 2, "208", { "expenditure.function": "30.01" }),
      ],
    },
    {
      name: "one table only",
      expect: "not_checkable",
      facts: row("general_budget_expenditure", 2, "208", { "expenditure.function": "30.00" }),
    },
  ],
});
