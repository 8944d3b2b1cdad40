import { cell } from "../cases.ts";
import { sameFigure } from "../families/cross-table.ts";

export const operatingTables = sameFigure({
  id: "operating-tables",
  holds: {
    zh: "一般公共预算支出表的公用经费与基本支出表的公用经费合计相同。",
    en: "Operating cost in the general public budget table equals the total of the basic expenditure table.",
  },
  inputs: { zh: "两表的公用经费合计", en: "Operating cost in both tables" },
  pairs: (ledger) => [
    {
      left: { statement: "general_budget_expenditure", item: "expenditure.operating", code: null, measure: ledger.own },
      right: { statement: "general_budget_basic", item: "expenditure.operating", code: null, measure: ledger.own },
    },
  ],
  cases: [
    {
      name: "both tables agree",
      expect: "passed",
      facts: [
        cell("general_budget_expenditure", "expenditure.operating", "7.70"),
        cell("general_budget_basic", "expenditure.operating", "7.7"),
      ],
    },
    {
      name: "the tables differ",
      expect: "failed",
      facts: [
        cell("general_budget_expenditure", "expenditure.operating", "7.88"),
        cell("general_budget_basic", "expenditure.operating", "7.78"),
      ],
      message:
        "《一般公共预算财政拨款支出表》第1行「公用经费」印为 7.88万元，《一般公共预算财政拨款基本支出表》第2行同一数字印为 7.78万元，相差 0.10万元。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        cell("general_budget_expenditure", "expenditure.operating", "7.88"),
        cell("general_budget_basic", "expenditure.operating", "7.87"),
      ],
    },
    {
      name: "one table only",
      expect: "not_checkable",
      facts: [cell("general_budget_expenditure", "expenditure.operating", "7.88")],
    },
  ],
});
