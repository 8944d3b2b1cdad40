import { cell } from "../cases.ts";
import { sameFigure } from "../families/cross-table.ts";
import type { ItemId } from "../../domain/items.ts";

const SOURCES: readonly ItemId[] = [
  "income.general_budget",
  "income.government_fund",
  "income.state_capital",
  "income.fiscal_account",
  "income.superior_subsidy",
  "income.operations",
  "income.business",
  "income.affiliated_remittance",
  "income.other",
];

export const summaryIncomeItems = sameFigure({
  id: "summary-income-items",
  holds: {
    zh: "收支总表与收入表合计行的各项收入来源相同。",
    en: "Each source of income is the same in the summary and in the income table's total row.",
  },
  inputs: { zh: "两表的同一收入来源", en: "The same source in both tables" },
  pairs: (ledger) =>
    SOURCES.map((item) => ({
      left: { statement: "income_expenditure_summary", item, code: null, measure: ledger.own },
      right: { statement: "income", item, code: null, measure: ledger.own },
    })),
  cases: [
    {
      name: "both tables agree",
      expect: "passed",
      facts: [cell("income_expenditure_summary", "income.other", "7.70"), cell("income", "income.other", "7.7")],
    },
    {
      name: "the tables differ",
      expect: "failed",
      facts: [cell("income_expenditure_summary", "income.other", "7.88"), cell("income", "income.other", "7.78")],
      message: "《收入支出总表》第1行「其他收入」印为 7.88万元，《收入表》第2行同一数字印为 7.78万元，相差 0.10万元。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [cell("income_expenditure_summary", "income.other", "7.88"), cell("income", "income.other", "7.87")],
    },
    {
      name: "one table only",
      expect: "not_checkable",
      facts: [cell("income_expenditure_summary", "income.other", "7.88")],
    },
  ],
});
