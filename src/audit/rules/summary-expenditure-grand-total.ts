import { cell } from "../cases.ts";
import { namedSum } from "../families/footing.ts";
import type { ItemId } from "../../domain/items.ts";

export const summaryExpenditureGrandTotal = namedSum({
  id: "summary-expenditure-grand-total",
  holds: {
    zh: "收支总表：支出总计等于本年支出合计加结余分配和年末结转和结余。",
    en: "Income and expenditure summary: total expenditure is expenditure of the year plus distribution and carried out.",
  },
  inputs: { zh: "支出总计、本年支出合计、年末结转和结余", en: "Grand total, expenditure of the year, carried out" },
  sums: (ledger) => {
    const find = (item: ItemId) =>
      ledger.first({ statement: "income_expenditure_summary", item, code: null, measure: ledger.own });
    return [
      {
        total: find("expenditure.grand_total"),
        parts: [find("expenditure.total"), find("balance.carried_out"), find("balance.surplus_distribution")],
      },
    ];
  },
  cases: [
    {
      name: "the parts make the total",
      expect: "passed",
      facts: [
        cell("income_expenditure_summary", "expenditure.grand_total", "70.00"),
        cell("income_expenditure_summary", "expenditure.total", "50.00"),
        cell("income_expenditure_summary", "balance.carried_out", "20.00"),
      ],
    },
    {
      name: "the parts do not make the total",
      expect: "failed",
      facts: [
        cell("income_expenditure_summary", "expenditure.grand_total", "70.00"),
        cell("income_expenditure_summary", "expenditure.total", "50.00"),
        cell("income_expenditure_summary", "balance.carried_out", "20.10"),
      ],
      message:
        "《收入支出总表》第1行「支出总计」印为 70.00万元，而其组成部分之和为 70.10万元，相差 0.10万元：50.00（第2行） + 20.10（第3行）。",
    },
    {
      name: "two hundredths over two parts are rounding",
      expect: "rounding",
      facts: [
        cell("income_expenditure_summary", "expenditure.grand_total", "70.02"),
        cell("income_expenditure_summary", "expenditure.total", "50.00"),
        cell("income_expenditure_summary", "balance.carried_out", "20.00"),
      ],
    },
    {
      name: "a part is missing",
      expect: "not_checkable",
      facts: [
        cell("income_expenditure_summary", "expenditure.grand_total", "70.00"),
        cell("income_expenditure_summary", "expenditure.total", "50.00"),
      ],
    },
  ],
});
