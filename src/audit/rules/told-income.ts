import { said } from "../cases.ts";
import { toldSum } from "../families/told-sums.ts";

export const toldIncome = toldSum({
  id: "told-income",
  totals: ["income.total"],
  parts: [
    "income.fiscal",
    "income.general_budget",
    "income.government_fund",
    "income.state_capital",
    "income.fiscal_account",
    "income.superior_subsidy",
    "income.operations",
    "income.business",
    "income.affiliated_remittance",
    "income.other",
  ],
  needed: [
    ["income.fiscal", "income.general_budget"],
    ["income.other", "income.operations", "income.superior_subsidy"],
  ],
  sometimes: ["balance.carried_in", "balance.used_non_fiscal"],
  instead: { "income.fiscal": ["income.general_budget", "income.government_fund", "income.state_capital"] },
  holds: {
    zh: "文字所述本年收入合计等于各项收入来源之和。",
    en: "Income told in a sentence is the sum of the sources told after it.",
  },
  inputs: { zh: "收入合计及其后的各项来源", en: "Income of the year, and the sources told after it" },
  cases: [
    {
      name: "the parts make the total",
      expect: "passed",
      facts: [said("income.total", "70.00"), said("income.fiscal", "50.00"), said("income.other", "20.00")],
    },
    {
      name: "what was carried in is one of the parts",
      expect: "passed",
      facts: [
        said("income.total", "80.00"),
        said("balance.carried_in", "10.00"),
        said("income.general_budget", "50.00"),
        said("income.other", "20.00"),
      ],
    },
    {
      name: "the parts do not make the total",
      expect: "failed",
      facts: [said("income.total", "70.00"), said("income.fiscal", "50.00"), said("income.other", "21.50")],
      message:
        "情况说明第1行「本年收入合计」印为 70.00万元，而其组成部分之和为 71.50万元，相差 1.50万元：50.00（第2行） + 21.50（第3行）。",
    },
    {
      name: "two hundredths over two parts are rounding",
      expect: "rounding",
      facts: [said("income.total", "70.02"), said("income.fiscal", "50.00"), said("income.other", "20.00")],
    },
    {
      name: "a part is not told",
      expect: "not_checkable",
      facts: [said("income.total", "70.00"), said("income.fiscal", "50.00")],
    },
  ],
});
