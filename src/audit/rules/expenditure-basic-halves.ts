import { row } from "../cases.ts";
import { cellsOf, rowFooting } from "../families/footing.ts";

export const expenditureBasicHalves = rowFooting({
  id: "expenditure-basic-halves",
  statement: "expenditure",
  total: ["expenditure.basic"],
  parts: (cells) => cellsOf(cells, ["expenditure.personnel", "expenditure.operating"]),
  holds: {
    zh: "支出表：每一行的基本支出等于人员经费与公用经费之和。",
    en: "Expenditure table: in every row basic expenditure is personnel plus operating.",
  },
  inputs: { zh: "同一行的基本支出、人员经费、公用经费", en: "Basic, personnel and operating of a row" },
  cases: [
    {
      name: "the halves make the whole",
      expect: "passed",
      facts: row("expenditure", 1, "208", {
        "expenditure.basic": "18.00",
        "expenditure.personnel": "15.00",
        "expenditure.operating": "3.00",
      }),
    },
    {
      name: "the halves do not make the whole",
      expect: "failed",
      facts: row("expenditure", 1, "208", {
        "expenditure.basic": "18.00",
        "expenditure.personnel": "15.00",
        "expenditure.operating": "3.50",
      }),
      message:
        "《支出表》第1行「208 基本支出」印为 18.00万元，而其组成部分之和为 18.50万元，相差 0.50万元：15.00（第1行） + 3.50（第1行）。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: row("expenditure", 1, null, {
        "expenditure.basic": "18.01",
        "expenditure.personnel": "15.00",
        "expenditure.operating": "3.00",
      }),
    },
    {
      name: "the halves are not printed",
      expect: "not_checkable",
      facts: row("expenditure", 1, "208", { "expenditure.basic": "18.00" }),
    },
  ],
});
