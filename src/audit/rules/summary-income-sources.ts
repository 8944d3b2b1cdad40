import { cell } from "../cases.ts";
import { namedSum } from "../families/footing.ts";
import type { ItemId } from "../../domain/items.ts";

const FUNDS: readonly ItemId[] = ["income.general_budget", "income.government_fund", "income.state_capital"];
const OTHERS: readonly ItemId[] = [
  "income.fiscal_account",
  "income.superior_subsidy",
  "income.operations",
  "income.business",
  "income.affiliated_remittance",
  "income.other",
];

export const summaryIncomeSources = namedSum({
  id: "summary-income-sources",
  holds: {
    zh: "收支总表：本年收入合计等于各项收入来源之和。",
    en: "Income and expenditure summary: income of the year is the sum of its sources.",
  },
  inputs: { zh: "本年收入合计和各收入来源", en: "Income of the year and its sources" },
  sums: (ledger) => {
    const find = (item: ItemId) =>
      ledger.first({ statement: "income_expenditure_summary", item, code: null, measure: ledger.own });
    // Where 财政拨款收入 is printed above its funds, the funds are no further sources.
    const fiscal = find("income.fiscal");
    const sources = fiscal === undefined ? FUNDS.map(find) : [fiscal];
    // A source of the printed list that has no item of its own, such as 其他资金, is missing from the sum.
    const total = find("income.total");
    const unnamed = ledger
      .find({ statement: "income_expenditure_summary", code: null, measure: ledger.own })
      .some(
        (fact) =>
          fact.item === null &&
          fact.column_label === total?.column_label &&
          /^[一二三四五六七八九十]+、/.test(fact.label) &&
          !/^0(?:\.0+)?$/.test(fact.value ?? "0"),
      );
    if (unnamed) return [];
    return [{ total, parts: [...sources, ...OTHERS.map(find)] }];
  },
  cases: [
    {
      name: "the parts make the total",
      expect: "passed",
      facts: [
        cell("income_expenditure_summary", "income.total", "70.00"),
        cell("income_expenditure_summary", "income.general_budget", "50.00"),
        cell("income_expenditure_summary", "income.other", "20.00"),
      ],
    },
    {
      name: "the parts do not make the total",
      expect: "failed",
      facts: [
        cell("income_expenditure_summary", "income.total", "70.00"),
        cell("income_expenditure_summary", "income.general_budget", "50.00"),
        cell("income_expenditure_summary", "income.other", "20.10"),
      ],
      message:
        "《收入支出总表》第1行「本年收入合计」印为 70.00万元，而其组成部分之和为 70.10万元，相差 0.10万元：50.00（第2行） + 20.10（第3行）。",
    },
    {
      name: "two hundredths over two parts are rounding",
      expect: "rounding",
      facts: [
        cell("income_expenditure_summary", "income.total", "70.02"),
        cell("income_expenditure_summary", "income.general_budget", "50.00"),
        cell("income_expenditure_summary", "income.other", "20.00"),
      ],
    },
    {
      name: "a part is missing",
      expect: "not_checkable",
      facts: [
        cell("income_expenditure_summary", "income.total", "70.00"),
        cell("income_expenditure_summary", "income.general_budget", "50.00"),
      ],
    },
  ],
});
