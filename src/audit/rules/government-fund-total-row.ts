import { cell, row } from "../cases.ts";
import { totalRowFooting } from "../families/footing.ts";

const TOTAL = { source_line: 1, column_label: "合计", label: "合计" };
const COLUMN = { column_label: "合计" };

export const governmentFundTotalRow = totalRowFooting({
  id: "government-fund-total-row",
  statement: "government_fund",
  holds: {
    zh: "政府性基金表：每一栏的合计等于各类之和。",
    en: "Government fund table: the total of every column is the sum of its classes.",
  },
  inputs: { zh: "合计和各类", en: "A total and the classes of its column" },
  cases: [
    {
      name: "classes add up to the total",
      expect: "passed",
      facts: [
        cell("government_fund", "expenditure.government_fund", "50.00", TOTAL),
        ...row("government_fund", 2, "212", { "expenditure.function": "30.00" }, COLUMN),
        ...row("government_fund", 3, "229", { "expenditure.function": "20.00" }, COLUMN),
      ],
    },
    {
      name: "a digit of the total is wrong",
      expect: "failed",
      facts: [
        cell("government_fund", "expenditure.government_fund", "60.00", TOTAL),
        ...row("government_fund", 2, "212", { "expenditure.function": "30.00" }, COLUMN),
        ...row("government_fund", 3, "229", { "expenditure.function": "20.00" }, COLUMN),
      ],
      message:
        "《政府性基金预算财政拨款收入支出表》第1行「合计」印为 60.00万元，而其组成部分之和为 50.00万元，相差 10万元：30.00（第2行） + 20.00（第3行）。",
    },
    {
      name: "a hundredth per class is rounding",
      expect: "rounding",
      facts: [
        cell("government_fund", "expenditure.government_fund", "50.01", TOTAL),
        ...row("government_fund", 2, "212", { "expenditure.function": "30.00" }, COLUMN),
        ...row("government_fund", 3, "229", { "expenditure.function": "20.00" }, COLUMN),
      ],
    },
    {
      name: "a table without its total",
      expect: "not_checkable",
      facts: row("government_fund", 2, "212", { "expenditure.function": "30.00" }, COLUMN),
    },
  ],
});
