import type { ItemId } from "../../domain/items.ts";
import { cell } from "../cases.ts";
import { namedSum } from "../families/footing.ts";

export const governmentFundBalance = namedSum({
  id: "government-fund-balance",
  holds: {
    zh: "政府性基金表：年末结转和结余等于年初结转和结余加本年收入减本年支出。",
    en: "Government fund table: carried out is carried in plus income less expenditure.",
  },
  inputs: { zh: "年初、本年收入、本年支出、年末", en: "Carried in, income, expenditure, carried out" },
  sums: (ledger) => {
    const find = (...items: readonly ItemId[]) =>
      ledger.first({ statement: "government_fund", item: items, code: null });
    const income = find("income.government_fund", "income.total");
    const expenditure = find("expenditure.total", "expenditure.government_fund");
    if (income === undefined || expenditure === undefined) return [];
    return [{ total: find("balance.carried_out"), parts: [find("balance.carried_in"), income], minus: [expenditure] }];
  },
  cases: [
    {
      name: "what comes in and does not go out stays",
      expect: "passed",
      facts: [
        cell("government_fund", "balance.carried_in", "5.00"),
        cell("government_fund", "income.government_fund", "20.00"),
        cell("government_fund", "expenditure.government_fund", "22.00"),
        cell("government_fund", "balance.carried_out", "3.00"),
      ],
    },
    {
      name: "the balance does not follow",
      expect: "failed",
      facts: [
        cell("government_fund", "balance.carried_in", "5.00"),
        cell("government_fund", "income.government_fund", "20.00"),
        cell("government_fund", "expenditure.government_fund", "22.00"),
        cell("government_fund", "balance.carried_out", "3.50"),
      ],
      message:
        "《政府性基金预算财政拨款收入支出表》第4行「年末结转和结余」印为 3.50万元，而其组成部分之和为 3.00万元，相差 0.50万元：5.00（第1行） + 20.00（第2行） − 22.00（第3行）。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        cell("government_fund", "balance.carried_in", "5.00"),
        cell("government_fund", "income.government_fund", "20.00"),
        cell("government_fund", "expenditure.government_fund", "22.00"),
        cell("government_fund", "balance.carried_out", "3.01"),
      ],
    },
    {
      name: "an empty table",
      expect: "not_checkable",
      facts: [],
    },
  ],
});
