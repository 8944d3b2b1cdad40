import { row } from "../cases.ts";
import { ownCodes } from "../families/codes.ts";
import { sameCodes } from "../families/cross-table.ts";

export const summaryExpenditureCodes = sameCodes({
  id: "summary-expenditure-codes",
  holds: {
    zh: "收支总表与支出表的同一功能科目支出相同。",
    en: "The same function class is the same in the summary and in the expenditure table.",
  },
  inputs: { zh: "两表都印有的功能科目", en: "A function class printed in both tables" },
  pairs: (ledger) => [
    {
      left: ownCodes(ledger, "income_expenditure_summary", "expenditure.function"),
      right: ownCodes(ledger, "expenditure", "expenditure.function"),
    },
  ],
  cases: [
    {
      name: "the class agrees",
      expect: "passed",
      facts: [
        ...row("income_expenditure_summary", 1, "208", { "expenditure.function": "30.00" }),
        ...row("expenditure", 2, "208", { "expenditure.function": "30.00" }),
      ],
    },
    {
      name: "the class differs",
      expect: "failed",
      facts: [
        ...row("income_expenditure_summary", 1, "208", { "expenditure.function": "30.00" }),
        ...row("expenditure", 2, "208", { "expenditure.function": "33.50" }),
      ],
      message:
        "《收入支出总表》第1行「208 支出（按功能分类）」印为 30.00万元，《支出表》第2行同一数字印为 33.50万元，相差 3.50万元。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        ...row("income_expenditure_summary", 1, "208", { "expenditure.function": "30.00" }),
        ...row("expenditure", 2, "208", { "expenditure.function": "30.01" }),
      ],
    },
    {
      name: "one table only",
      expect: "not_checkable",
      facts: row("expenditure", 2, "208", { "expenditure.function": "30.00" }),
    },
  ],
});
