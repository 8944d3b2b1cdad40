import { cell } from "../cases.ts";
import { namedSum } from "../families/footing.ts";
import type { ItemId } from "../../domain/items.ts";

export const summaryIncomeGrandTotal = namedSum({
  id: "summary-income-grand-total",
  holds: {
    zh: "收支总表：收入总计等于本年收入合计加使用非财政拨款结余和年初结转和结余。",
    en: "Income and expenditure summary: total income is income of the year plus balances used and carried in.",
  },
  inputs: { zh: "收入总计、本年收入合计、年初结转和结余", en: "Grand total, income of the year, carried in" },
  sums: (ledger) => {
    const find = (item: ItemId) =>
      ledger.first({ statement: "income_expenditure_summary", item, code: null, measure: ledger.own });
    return [
      {
        total: find("income.grand_total"),
        parts: [find("income.total"), find("balance.carried_in"), find("balance.used_non_fiscal")],
      },
    ];
  },
  cases: [
    {
      name: "the parts make the total",
      expect: "passed",
      facts: [
        cell("income_expenditure_summary", "income.grand_total", "70.00"),
        cell("income_expenditure_summary", "income.total", "50.00"),
        cell("income_expenditure_summary", "balance.carried_in", "20.00"),
      ],
    },
    {
      name: "the parts do not make the total",
      expect: "failed",
      facts: [
        cell("income_expenditure_summary", "income.grand_total", "70.00"),
        cell("income_expenditure_summary", "income.total", "50.00"),
        cell("income_expenditure_summary", "balance.carried_in", "20.10"),
      ],
      message:
        "《收入支出总表》第1行「收入总计」印为 70.00万元，而其组成部分之和为 70.10万元，相差 0.10万元：50.00（第2行） + 20.10（第3行）。",
    },
    {
      name: "two hundredths over two parts are rounding",
      expect: "rounding",
      facts: [
        cell("income_expenditure_summary", "income.grand_total", "70.02"),
        cell("income_expenditure_summary", "income.total", "50.00"),
        cell("income_expenditure_summary", "balance.carried_in", "20.00"),
      ],
    },
    {
      name: "a part is missing",
      expect: "not_checkable",
      facts: [
        cell("income_expenditure_summary", "income.grand_total", "70.00"),
        cell("income_expenditure_summary", "income.total", "50.00"),
      ],
    },
  ],
});
