import type { FactRow } from "../../domain/records.ts";
import { row } from "../cases.ts";
import { ownCodes } from "../families/codes.ts";
import { sameCodes } from "../families/cross-table.ts";

/** Books that balance code by code agree in most codes; where fewer do, the agency does not balance so. */
const MOSTLY = 0.6;

export const budgetCodesBalance = sameCodes({
  id: "budget-codes-balance",
  holds: {
    zh: "预算按功能科目收支平衡时，收入表与支出表的同一科目总计相同。",
    en: "Where a budget balances by function class, the class is the same in the income and in the expenditure table.",
  },
  inputs: {
    zh: "预算的收入表和支出表，多数科目两表相同",
    en: "Income and expenditure table of a budget that agree in most codes",
  },
  pairs: (ledger) => {
    if (ledger.report.report_kind !== "budget") return [];
    const left = ownCodes(ledger, "income", "income.function");
    const right = ownCodes(ledger, "expenditure", "expenditure.function");
    return mostlyEqual(left, right) ? [{ left, right }] : [];
  },
  cases: [
    {
      name: "every code agrees",
      expect: "passed",
      report: { report_kind: "budget" },
      facts: [
        ...row("income", 1, "208", { "income.function": "30.00" }),
        ...row("expenditure", 2, "208", { "expenditure.function": "30.00" }),
      ],
    },
    {
      name: "one code of three differs",
      expect: "failed",
      report: { report_kind: "budget" },
      facts: [
        ...row("income", 1, "208", { "income.function": "30.00" }),
        ...row("income", 2, "210", { "income.function": "12.00" }),
        ...row("income", 3, "221", { "income.function": "9.00" }),
        ...row("expenditure", 4, "208", { "expenditure.function": "30.00" }),
        ...row("expenditure", 5, "210", { "expenditure.function": "7.00" }),
        ...row("expenditure", 6, "221", { "expenditure.function": "9.00" }),
      ],
      message:
        "《收入表》第2行「210 收入（按功能分类）」印为 12.00万元，《支出表》第5行同一数字印为 7.00万元，相差 5万元。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      report: { report_kind: "budget" },
      facts: [
        ...row("income", 1, "208", { "income.function": "30.00" }),
        ...row("income", 2, "210", { "income.function": "7.00" }),
        ...row("income", 3, "221", { "income.function": "9.00" }),
        ...row("expenditure", 4, "208", { "expenditure.function": "30.00" }),
        ...row("expenditure", 5, "210", { "expenditure.function": "7.01" }),
        ...row("expenditure", 6, "221", { "expenditure.function": "9.00" }),
      ],
    },
    {
      name: "a final account need not balance by code",
      expect: "not_checkable",
      facts: [
        ...row("income", 1, "208", { "income.function": "30.00" }),
        ...row("expenditure", 2, "208", { "expenditure.function": "28.00" }),
      ],
    },
  ],
});

function mostlyEqual(left: ReadonlyMap<string, FactRow>, right: ReadonlyMap<string, FactRow>): boolean {
  const common = [...left].filter(([code]) => right.has(code));
  const equal = common.filter(([code, fact]) => right.get(code)?.value === fact.value);
  return common.length > 0 && equal.length >= MOSTLY * common.length;
}
