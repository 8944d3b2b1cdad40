import { row } from "../cases.ts";
import { HELD } from "../check.ts";
import { byCode } from "../families/codes.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

/** Seven digits: a 项, the level at which money is granted and spent. */
const ITEM_DIGITS = 7;

export const receivedNotSpent: Rule = {
  id: "received-not-spent",
  category: "plausibility",
  severity: "info",
  holds: {
    zh: "收入表有收入的功能科目（项），支出表也有该科目。",
    en: "A function item with income in the income table also stands in the expenditure table.",
  },
  inputs: { zh: "决算的收入表和支出表", en: "Income and expenditure table of a final account" },
  message: {
    zh: "{place}「{what}」收入 {stated}，而支出表没有该科目：全部结转，或支出列入了其他科目。",
    en: "{place}: “{what}” received {stated}, while the expenditure table has no such row: all carried on, or spent under another class.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    if (ledger.report.report_kind !== "final") return checks;
    const spent = byCode(ledger.find({ statement: "expenditure", item: "expenditure.function" }));
    if (spent.size === 0) return checks;
    for (const [code, income] of byCode(ledger.find({ statement: "income", item: "income.function" }))) {
      if (code.length !== ITEM_DIGITS || valueOf(income).isZero()) continue;
      if (spent.has(code)) {
        checks.push(HELD);
        continue;
      }
      checks.push({
        verdict: "failed",
        facts: [income],
        stated: valueOf(income),
        expected: null,
        unit: income.unit,
      });
    }
    return checks;
  },
  cases: [
    {
      name: "received and spent",
      expect: "passed",
      facts: [
        ...row("income", 1, "2080109", { "income.function": "30.00" }),
        ...row("expenditure", 2, "2080109", { "expenditure.function": "28.00" }),
      ],
    },
    {
      name: "received and nowhere spent",
      expect: "failed",
      facts: [
        ...row("income", 1, "2080505", { "income.function": "12.50" }),
        ...row("expenditure", 2, "2080109", { "expenditure.function": "28.00" }),
      ],
      message:
        "《收入表》第1行「2080505 收入（按功能分类）」收入 12.50万元，而支出表没有该科目：全部结转，或支出列入了其他科目。",
    },
    {
      name: "no expenditure table",
      expect: "not_checkable",
      facts: row("income", 1, "2080505", { "income.function": "12.50" }),
    },
  ],
};
