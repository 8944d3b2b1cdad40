import { cell } from "../cases.ts";
import { sameFigure } from "../families/cross-table.ts";

export const appropriationGrandTotals = sameFigure({
  id: "appropriation-grand-totals",
  category: "footing",
  holds: {
    zh: "财政拨款收支总表：收入总计等于支出总计。",
    en: "Appropriation summary: total income equals total expenditure.",
  },
  inputs: { zh: "收入总计和支出总计", en: "Both grand totals" },
  pairs: (ledger) => [
    {
      left: { statement: "appropriation_summary", item: "income.grand_total", measure: ledger.own },
      right: { statement: "appropriation_summary", item: "expenditure.grand_total", measure: ledger.own },
    },
  ],
  cases: [
    {
      name: "both sides agree",
      expect: "passed",
      facts: [
        cell("appropriation_summary", "income.grand_total", "70.00"),
        cell("appropriation_summary", "expenditure.grand_total", "70.0"),
      ],
    },
    {
      name: "both sides differ",
      expect: "failed",
      facts: [
        cell("appropriation_summary", "income.grand_total", "70.00"),
        cell("appropriation_summary", "expenditure.grand_total", "71.50"),
      ],
      message:
        "《财政拨款收入支出总表》第1行「收入总计」印为 70.00万元，《财政拨款收入支出总表》第2行同一数字印为 71.50万元，相差 1.50万元。",
    },
    {
      name: "each fund's own total stands beside that of all",
      expect: "failed",
      facts: [
        cell("appropriation_summary", "income.grand_total", "80.00", { source_line: 1 }),
        cell("appropriation_summary", "expenditure.grand_total", "70.00", {
          source_line: 1,
          column_label: "支出/合计",
        }),
        cell("appropriation_summary", "expenditure.grand_total", "65.00", {
          source_line: 1,
          column_label: "支出/一般公共预算",
        }),
        cell("appropriation_summary", "expenditure.grand_total", "5.00", {
          source_line: 1,
          column_label: "支出/政府性基金",
        }),
      ],
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        cell("appropriation_summary", "income.grand_total", "70.00"),
        cell("appropriation_summary", "expenditure.grand_total", "70.01"),
      ],
    },
    {
      name: "one side is not printed",
      expect: "not_checkable",
      facts: [cell("appropriation_summary", "income.grand_total", "70.00")],
    },
  ],
});
