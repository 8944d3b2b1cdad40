import { EXPENDITURE_KINDS } from "../../domain/items.ts";
import { said } from "../cases.ts";
import { toldSum } from "../families/told-sums.ts";

export const toldExpenditure = toldSum({
  id: "told-expenditure",
  totals: ["expenditure.total", "expenditure.fiscal", "expenditure.general_budget", "expenditure.grand_total"],
  parts: EXPENDITURE_KINDS,
  needed: [["expenditure.basic"], ["expenditure.project"]],
  sometimes: ["balance.carried_out", "balance.surplus_distribution"],
  holds: {
    zh: "文字所述支出合计等于基本支出、项目支出等各项之和。",
    en: "Expenditure told in a sentence is the sum of basic, project and the other parts told after it.",
  },
  inputs: {
    zh: "支出合计及其后的基本支出、项目支出",
    en: "Expenditure, and the basic and project expenditure told after it",
  },
  cases: [
    {
      name: "the parts make the total",
      expect: "passed",
      facts: [
        said("expenditure.total", "70.00"),
        said("expenditure.basic", "50.00"),
        said("expenditure.project", "20.00"),
      ],
    },
    {
      name: "what is carried out is one of the parts",
      expect: "passed",
      facts: [
        said("expenditure.grand_total", "80.00"),
        said("expenditure.basic", "50.00"),
        said("expenditure.project", "20.00"),
        said("balance.carried_out", "10.00"),
      ],
    },
    {
      name: "the parts do not make the total",
      expect: "failed",
      facts: [
        said("expenditure.total", "70.00"),
        said("expenditure.basic", "50.00"),
        said("expenditure.project", "21.50"),
      ],
      message:
        "情况说明第1行「本年支出合计」印为 70.00万元，而其组成部分之和为 71.50万元，相差 1.50万元：50.00（第2行） + 21.50（第3行）。",
    },
    {
      name: "two hundredths over two parts are rounding",
      expect: "rounding",
      facts: [
        said("expenditure.total", "70.02"),
        said("expenditure.basic", "50.00"),
        said("expenditure.project", "20.00"),
      ],
    },
    {
      name: "the parts' own total is left blank",
      expect: "not_checkable",
      facts: [
        said("expenditure.fiscal", "90.00", { source_line: 1 }),
        said("expenditure.basic", "50.00", { source_line: 3 }),
        said("expenditure.project", "20.00", { source_line: 3 }),
      ],
      lines: [
        "财政拨款支出90.00万元。",
        "三、支出决算情况说明",
        "本年支出合计XX万元，其中：基本支出50.00万元，项目支出20.00万元。",
      ],
    },
    {
      name: "a part is not told",
      expect: "not_checkable",
      facts: [said("expenditure.total", "70.00"), said("expenditure.basic", "50.00")],
    },
  ],
});
