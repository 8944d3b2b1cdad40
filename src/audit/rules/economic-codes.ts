import { row } from "../cases.ts";
import { codeFooting } from "../families/footing.ts";

export const economicCodes = codeFooting({
  id: "economic-codes",
  statement: "general_budget_basic",
  holds: {
    zh: "基本支出表：每一栏中，经济分类的类等于其下各款之和。",
    en: "Basic expenditure table: in every column an economic class is the sum of its sections.",
  },
  inputs: { zh: "同一栏中的上级科目和下级科目", en: "A code and the codes below it in one column" },
  cases: [
    {
      name: "sections add up to their class",
      expect: "passed",
      facts: [
        ...row("general_budget_basic", 1, "301", { "expenditure.economic": "30.00" }),
        ...row("general_budget_basic", 2, "30101", { "expenditure.economic": "18.50" }),
        ...row("general_budget_basic", 3, "30102", { "expenditure.economic": "11.50" }),
      ],
    },
    {
      name: "a digit of the class is wrong",
      expect: "failed",
      facts: [
        ...row("general_budget_basic", 1, "301", { "expenditure.economic": "36.00" }),
        ...row("general_budget_basic", 2, "30101", { "expenditure.economic": "18.50" }),
        ...row("general_budget_basic", 3, "30102", { "expenditure.economic": "11.50" }),
      ],
      message:
        "《一般公共预算财政拨款基本支出表》第1行「301 支出（按经济分类）」印为 36.00万元，而其组成部分之和为 30.00万元，相差 6万元：18.50（第2行） + 11.50（第3行）。",
    },
    {
      name: "a hundredth per addend is rounding",
      expect: "rounding",
      facts: [
        ...row("general_budget_basic", 1, "301", { "expenditure.economic": "30.01" }),
        ...row("general_budget_basic", 2, "30101", { "expenditure.economic": "18.50" }),
        ...row("general_budget_basic", 3, "30102", { "expenditure.economic": "11.50" }),
      ],
    },
    {
      name: "classes alone have nothing to add up",
      expect: "not_checkable",
      facts: row("general_budget_basic", 1, "301", { "expenditure.economic": "30.00" }),
    },
  ],
});
