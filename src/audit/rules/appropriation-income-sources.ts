import { cell } from "../cases.ts";
import { namedSum } from "../families/footing.ts";
import type { ItemId } from "../../domain/items.ts";

export const appropriationIncomeSources = namedSum({
  id: "appropriation-income-sources",
  holds: {
    zh: "财政拨款收支总表：本年收入等于一般公共预算、政府性基金、国有资本经营预算三项拨款之和。",
    en: "Appropriation summary: income of the year is the sum of the three funds.",
  },
  inputs: { zh: "本年收入合计和三项拨款", en: "Income of the year and the three funds" },
  sums: (ledger) => {
    const find = (item: ItemId) =>
      ledger.first({ statement: "appropriation_summary", item, code: null, measure: ledger.own });
    return [
      {
        total: find("income.total"),
        parts: [find("income.general_budget"), find("income.government_fund"), find("income.state_capital")],
      },
    ];
  },
  cases: [
    {
      name: "the parts make the total",
      expect: "passed",
      facts: [
        cell("appropriation_summary", "income.total", "70.00"),
        cell("appropriation_summary", "income.general_budget", "50.00"),
        cell("appropriation_summary", "income.government_fund", "20.00"),
      ],
    },
    {
      name: "the parts do not make the total",
      expect: "failed",
      facts: [
        cell("appropriation_summary", "income.total", "70.00"),
        cell("appropriation_summary", "income.general_budget", "50.00"),
        cell("appropriation_summary", "income.government_fund", "20.10"),
      ],
      message:
        "《财政拨款收入支出总表》第1行「本年收入合计」印为 70.00万元，而其组成部分之和为 70.10万元，相差 0.10万元：50.00（第2行） + 20.10（第3行）。",
    },
    {
      name: "two hundredths over two parts are rounding",
      expect: "rounding",
      facts: [
        cell("appropriation_summary", "income.total", "70.02"),
        cell("appropriation_summary", "income.general_budget", "50.00"),
        cell("appropriation_summary", "income.government_fund", "20.00"),
      ],
    },
    {
      name: "a part is missing",
      expect: "not_checkable",
      facts: [
        cell("appropriation_summary", "income.total", "70.00"),
        cell("appropriation_summary", "income.general_budget", "50.00"),
      ],
    },
  ],
});
