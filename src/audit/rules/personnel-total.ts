import { cell, row } from "../cases.ts";
import { economicTops } from "../families/economic.ts";
import { namedSum } from "../families/footing.ts";

export const personnelTotal = namedSum({
  id: "personnel-total",
  holds: {
    zh: "基本支出表：人员经费合计等于 301 工资福利支出加 303 对个人和家庭的补助。",
    en: "Basic expenditure table: personnel is class 301 plus class 303.",
  },
  inputs: { zh: "人员经费合计、301、303", en: "Total of personnel, classes 301 and 303" },
  sums: (ledger) => {
    const total = ledger.first({ statement: "general_budget_basic", item: "expenditure.personnel", code: null });
    return total === undefined ? [] : [{ total, parts: economicTops(ledger, "personnel") }];
  },
  cases: [
    {
      name: "301 and 303 make personnel",
      expect: "passed",
      facts: [
        ...row("general_budget_basic", 1, "301", { "expenditure.economic": "58.00" }),
        ...row("general_budget_basic", 2, "303", { "expenditure.economic": "3.70" }),
        cell("general_budget_basic", "expenditure.personnel", "61.70", { source_line: 3 }),
      ],
    },
    {
      name: "a class of two columns counts with its part in this one",
      expect: "passed",
      facts: [
        ...row("general_budget_basic", 1, "301", { "expenditure.economic": "58.00", "expenditure.personnel": "58.00" }),
        ...row("general_budget_basic", 2, "303", {
          "expenditure.economic": "3.70",
          "expenditure.personnel": "3.00",
          "expenditure.operating": "0.70",
        }),
        cell("general_budget_basic", "expenditure.personnel", "61.00", { source_line: 3 }),
      ],
    },
    {
      name: "303 is left out",
      expect: "failed",
      facts: [
        ...row("general_budget_basic", 1, "301", { "expenditure.economic": "58.00" }),
        ...row("general_budget_basic", 2, "303", { "expenditure.economic": "3.70" }),
        cell("general_budget_basic", "expenditure.personnel", "58.00", { source_line: 3 }),
      ],
      message:
        "《一般公共预算财政拨款基本支出表》第3行「人员经费」印为 58.00万元，而其组成部分之和为 61.70万元，相差 3.70万元：58.00（第1行） + 3.70（第2行）。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        ...row("general_budget_basic", 1, "301", { "expenditure.economic": "58.00" }),
        ...row("general_budget_basic", 2, "303", { "expenditure.economic": "3.70" }),
        cell("general_budget_basic", "expenditure.personnel", "61.71", { source_line: 3 }),
      ],
    },
    {
      name: "the total is printed empty",
      expect: "not_checkable",
      facts: [
        ...row("general_budget_basic", 1, "301", { "expenditure.economic": "58.00" }),
        ...row("general_budget_basic", 2, "303", { "expenditure.economic": "3.70" }),
      ],
    },
  ],
});
