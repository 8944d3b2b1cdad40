import { cell, row } from "../cases.ts";
import { totalRowFooting } from "../families/footing.ts";

const TOTAL = { source_line: 1, column_label: "合计", label: "合计" };
const COLUMN = { column_label: "合计" };

export const incomeTotalRow = totalRowFooting({
  id: "income-total-row",
  statement: "income",
  holds: {
    zh: "收入表：每一栏的合计等于各类之和。",
    en: "Income table: the total of every column is the sum of its classes.",
  },
  inputs: { zh: "合计和各类", en: "A total and the classes of its column" },
  cases: [
    {
      name: "classes add up to the total",
      expect: "passed",
      facts: [
        cell("income", "income.total", "50.00", TOTAL),
        ...row("income", 2, "208", { "income.function": "30.00" }, COLUMN),
        ...row("income", 3, "221", { "income.function": "20.00" }, COLUMN),
      ],
    },
    {
      name: "a class is missing from the total",
      expect: "failed",
      facts: [
        cell("income", "income.total", "50.00", TOTAL),
        ...row("income", 2, "208", { "income.function": "30.00" }, COLUMN),
        ...row("income", 3, "221", { "income.function": "25.50" }, COLUMN),
      ],
      message:
        "《收入表》第1行「合计」印为 50.00万元，而其组成部分之和为 55.50万元，相差 5.50万元：30.00（第2行） + 25.50（第3行）。",
    },
    {
      name: "two hundredths over two classes are rounding",
      expect: "rounding",
      facts: [
        cell("income", "income.total", "50.02", TOTAL),
        ...row("income", 2, "208", { "income.function": "30.00" }, COLUMN),
        ...row("income", 3, "221", { "income.function": "20.00" }, COLUMN),
      ],
    },
    {
      name: "no total is printed",
      expect: "not_checkable",
      facts: row("income", 2, "208", { "income.function": "30.00" }, COLUMN),
    },
  ],
});
