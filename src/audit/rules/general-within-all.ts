import { row } from "../cases.ts";
import { HELD } from "../check.ts";
import { ownCodes } from "../families/codes.ts";
import { coarserPrecision, isAtMost, valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

export const generalWithinAll: Rule = {
  id: "general-within-all",
  category: "cross_table",
  severity: "error",
  holds: {
    zh: "一般公共预算支出表中的科目金额不大于支出表中的同一科目。",
    en: "A class in the general public budget table does not exceed the same class in the expenditure table.",
  },
  inputs: { zh: "两表都印有的功能科目", en: "A function class printed in both tables" },
  message: {
    zh: "{place}「{what}」一般公共预算支出 {stated}，大于{otherPlace}全部支出 {otherStated}，多出 {differenceInUnit}。",
    en: "{place}: general public budget expenditure “{what}” {stated} exceeds all expenditure {otherStated} ({otherPlace}) by {differenceInUnit}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const all = ownCodes(ledger, "expenditure", "expenditure.function");
    for (const [code, part] of ownCodes(ledger, "general_budget_expenditure", "expenditure.function")) {
      const whole = all.get(code);
      if (whole === undefined) continue;
      if (isAtMost(part, whole)) {
        checks.push(HELD);
        continue;
      }
      const excess = valueOf(part).minus(valueOf(whole));
      checks.push({
        verdict: excess.lte(coarserPrecision(part, whole)) ? "rounding" : "failed",
        facts: [part, whole],
        stated: valueOf(part),
        expected: valueOf(whole),
        unit: part.unit,
      });
    }
    return checks;
  },
  cases: [
    {
      name: "a part of the whole",
      expect: "passed",
      facts: [
        ...row("expenditure", 1, "208", { "expenditure.function": "30.00" }),
        ...row("general_budget_expenditure", 2, "208", { "expenditure.function": "28.00" }),
      ],
    },
    {
      name: "more than the whole",
      expect: "failed",
      facts: [
        ...row("expenditure", 1, "208", { "expenditure.function": "30.00" }),
        ...row("general_budget_expenditure", 2, "208", { "expenditure.function": "33.50" }),
      ],
      message:
        "《一般公共预算财政拨款支出表》第2行「208 支出（按功能分类）」一般公共预算支出 33.50万元，大于《支出表》第1行全部支出 30.00万元，多出 3.50万元。",
    },
    {
      name: "one table only",
      expect: "not_checkable",
      facts: row("expenditure", 1, "208", { "expenditure.function": "30.00" }),
    },
  ],
};
