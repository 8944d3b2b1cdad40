import { cell } from "../cases.ts";
import { sameFigure } from "../families/cross-table.ts";

export const generalBudgetIncome = sameFigure({
  id: "general-budget-income",
  holds: {
    zh: "收支总表与财政拨款收支总表的一般公共预算拨款相同。",
    en: "General public budget income is the same in both summaries.",
  },
  inputs: { zh: "两表的一般公共预算拨款", en: "General public budget income in both tables" },
  pairs: (ledger) => [
    {
      left: { statement: "income_expenditure_summary", item: "income.general_budget", code: null, measure: ledger.own },
      right: { statement: "appropriation_summary", item: "income.general_budget", code: null, measure: ledger.own },
    },
  ],
  cases: [
    {
      name: "both tables agree",
      expect: "passed",
      facts: [
        cell("income_expenditure_summary", "income.general_budget", "7.70"),
        cell("appropriation_summary", "income.general_budget", "7.7"),
      ],
    },
    {
      name: "the tables differ",
      expect: "failed",
      facts: [
        cell("income_expenditure_summary", "income.general_budget", "7.88"),
        cell("appropriation_summary", "income.general_budget", "7.78"),
      ],
      message:
        "《收入支出总表》第1行「一般公共预算财政拨款收入」印为 7.88万元，《财政拨款收入支出总表》第2行同一数字印为 7.78万元，相差 0.10万元。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        cell("income_expenditure_summary", "income.general_budget", "7.88"),
        cell("appropriation_summary", "income.general_budget", "7.87"),
      ],
    },
    {
      name: "one table only",
      expect: "not_checkable",
      facts: [cell("income_expenditure_summary", "income.general_budget", "7.88")],
    },
  ],
});
