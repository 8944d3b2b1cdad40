import { UNKNOWN_COLUMN } from "../../domain/unknown-column.ts";
import { row } from "../cases.ts";
import { codeFooting } from "../families/footing.ts";

export const expenditureCodes = codeFooting({
  id: "expenditure-codes",
  statement: "expenditure",
  holds: {
    zh: "支出表：每一栏中，类等于其下各款之和，款等于其下各项之和。",
    en: "Expenditure table: in every column a class is the sum of its sections, a section the sum of its items.",
  },
  inputs: { zh: "同一栏中的上级科目和下级科目", en: "A code and the codes below it in one column" },
  cases: [
    {
      name: "sections add up to their class",
      expect: "passed",
      facts: [
        ...row("expenditure", 1, "208", { "expenditure.function": "30.00" }),
        ...row("expenditure", 2, "20801", { "expenditure.function": "18.50" }),
        ...row("expenditure", 3, "20805", { "expenditure.function": "11.50" }),
      ],
    },
    {
      name: "a digit of the class is wrong",
      expect: "failed",
      facts: [
        ...row("expenditure", 1, "208", { "expenditure.function": "36.00" }),
        ...row("expenditure", 2, "20801", { "expenditure.function": "18.50" }),
        ...row("expenditure", 3, "20805", { "expenditure.function": "11.50" }),
      ],
      message:
        "《支出表》第1行「208 支出（按功能分类）」印为 36.00万元，而其组成部分之和为 30.00万元，相差 6万元：18.50（第2行） + 11.50（第3行）。",
    },
    {
      name: "a hundredth per addend is rounding",
      expect: "rounding",
      facts: [
        ...row("expenditure", 1, "208", { "expenditure.function": "30.01" }),
        ...row("expenditure", 2, "20801", { "expenditure.function": "18.50" }),
        ...row("expenditure", 3, "20805", { "expenditure.function": "11.50" }),
      ],
    },
    {
      name: "a section whose column is not known may be the one that is missing",
      expect: "not_checkable",
      facts: [
        ...row("expenditure", 1, "208", { "expenditure.function": "30.00" }),
        ...row("expenditure", 2, "20801", { "expenditure.function": "18.50" }),
        ...row("expenditure", 3, "20805", { "expenditure.function": "11.50" }).map((fact) => ({
          ...fact,
          item: null,
          column_label: UNKNOWN_COLUMN,
        })),
      ],
    },
    {
      name: "classes alone have nothing to add up",
      expect: "not_checkable",
      facts: row("expenditure", 1, "208", { "expenditure.function": "30.00" }),
    },
  ],
});
