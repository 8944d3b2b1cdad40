import { cell } from "../cases.ts";
import { sameFigure } from "../families/cross-table.ts";

export const summaryExpenditureTotal = sameFigure({
  id: "summary-expenditure-total",
  holds: {
    zh: "收支总表与支出表的本年支出合计相同。",
    en: "Expenditure of the year is the same in the summary and in the expenditure table.",
  },
  inputs: { zh: "两表的本年支出合计", en: "Expenditure of the year in both tables" },
  pairs: (ledger) => [
    {
      left: { statement: "income_expenditure_summary", item: "expenditure.total", code: null, measure: ledger.own },
      right: {
        statement: "expenditure",
        item: ["expenditure.total", "expenditure.grand_total"],
        code: null,
        measure: ledger.own,
      },
    },
  ],
  cases: [
    {
      name: "both tables agree",
      expect: "passed",
      facts: [
        cell("income_expenditure_summary", "expenditure.total", "7.70"),
        cell("expenditure", "expenditure.total", "7.7"),
      ],
    },
    {
      name: "the tables differ",
      expect: "failed",
      facts: [
        cell("income_expenditure_summary", "expenditure.total", "7.88"),
        cell("expenditure", "expenditure.total", "7.78"),
      ],
      message:
        "《收入支出总表》第1行「本年支出合计」印为 7.88万元，《支出表》第2行同一数字印为 7.78万元，相差 0.10万元。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        cell("income_expenditure_summary", "expenditure.total", "7.88"),
        cell("expenditure", "expenditure.total", "7.87"),
      ],
    },
    {
      name: "one table only",
      expect: "not_checkable",
      facts: [cell("income_expenditure_summary", "expenditure.total", "7.88")],
    },
  ],
});
