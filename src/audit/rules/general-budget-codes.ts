import { row } from "../cases.ts";
import { codeFooting } from "../families/footing.ts";

const RATE = { measure: "change_rate", unit: "%" } as const;

export const generalBudgetCodes = codeFooting({
  id: "general-budget-codes",
  statement: "general_budget_expenditure",
  holds: {
    zh: "一般公共预算支出表：每一栏中，类等于其下各款之和，款等于其下各项之和。",
    en: "General public budget table: in every column a class is the sum of its sections, a section the sum of its items.",
  },
  inputs: { zh: "同一栏中的上级科目和下级科目", en: "A code and the codes below it in one column" },
  cases: [
    {
      name: "sections add up to their class",
      expect: "passed",
      facts: [
        ...row("general_budget_expenditure", 1, "208", { "expenditure.function": "30.00" }),
        ...row("general_budget_expenditure", 2, "20801", { "expenditure.function": "18.50" }),
        ...row("general_budget_expenditure", 3, "20805", { "expenditure.function": "11.50" }),
      ],
    },
    {
      name: "a digit of the class is wrong",
      expect: "failed",
      facts: [
        ...row("general_budget_expenditure", 1, "208", { "expenditure.function": "36.00" }),
        ...row("general_budget_expenditure", 2, "20801", { "expenditure.function": "18.50" }),
        ...row("general_budget_expenditure", 3, "20805", { "expenditure.function": "11.50" }),
      ],
      message:
        "《一般公共预算财政拨款支出表》第1行「208 支出（按功能分类）」印为 36.00万元，而其组成部分之和为 30.00万元，相差 6万元：18.50（第2行） + 11.50（第3行）。",
    },
    {
      name: "a hundredth per addend is rounding",
      expect: "rounding",
      facts: [
        ...row("general_budget_expenditure", 1, "208", { "expenditure.function": "30.01" }),
        ...row("general_budget_expenditure", 2, "20801", { "expenditure.function": "18.50" }),
        ...row("general_budget_expenditure", 3, "20805", { "expenditure.function": "11.50" }),
      ],
    },
    {
      name: "rates of change do not add up",
      expect: "not_checkable",
      facts: [
        ...row("general_budget_expenditure", 1, "208", { "expenditure.function": "4.00" }, RATE),
        ...row("general_budget_expenditure", 2, "20801", { "expenditure.function": "9.00" }, RATE),
        ...row("general_budget_expenditure", 3, "20805", { "expenditure.function": "-2.00" }, RATE),
      ],
    },
    {
      name: "classes alone have nothing to add up",
      expect: "not_checkable",
      facts: row("general_budget_expenditure", 1, "208", { "expenditure.function": "30.00" }),
    },
  ],
});
