import { cell } from "../cases.ts";
import { sameFigure } from "../families/cross-table.ts";

export const fiscalIncome = sameFigure({
  id: "fiscal-income",
  holds: {
    zh: "收入表的财政拨款收入与财政拨款收支总表的本年收入相同。",
    en: "Fiscal appropriation in the income table equals income of the year in the appropriation summary.",
  },
  inputs: { zh: "两表的财政拨款收入", en: "Fiscal income in both tables" },
  pairs: (ledger) => [
    {
      left: { statement: "income", item: "income.fiscal", code: null, measure: ledger.own },
      right: { statement: "appropriation_summary", item: "income.total", code: null, measure: ledger.own },
    },
  ],
  cases: [
    {
      name: "both tables agree",
      expect: "passed",
      facts: [cell("income", "income.fiscal", "7.70"), cell("appropriation_summary", "income.total", "7.7")],
    },
    {
      name: "the tables differ",
      expect: "failed",
      facts: [cell("income", "income.fiscal", "7.88"), cell("appropriation_summary", "income.total", "7.78")],
      message:
        "《收入表》第1行「财政拨款收入」印为 7.88万元，《财政拨款收入支出总表》第2行同一数字印为 7.78万元，相差 0.10万元。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [cell("income", "income.fiscal", "7.88"), cell("appropriation_summary", "income.total", "7.87")],
    },
    { name: "one table only", expect: "not_checkable", facts: [cell("income", "income.fiscal", "7.88")] },
  ],
});
