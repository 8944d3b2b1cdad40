import { Decimal } from "../../domain/decimal.ts";
import { said } from "../cases.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

const LEFT = /年末结余\s*(\d+(?:\.\d+)?)\s*万元/;

export const remainderUnbooked: Rule = {
  id: "remainder-unbooked",
  category: "plausibility",
  severity: "warning",
  holds: {
    zh: "文字称年末有结余时，收入总计大于本年支出。",
    en: "Where the text tells of a balance at the end of the year, total income exceeds expenditure.",
  },
  inputs: { zh: "「年末结余…万元」、收入总计、支出合计", en: "A balance told, total income and expenditure" },
  message: {
    zh: "第{line}行称「{quote}」，而收入总计 {stated}、支出合计 {otherStated}，收支相抵没有这笔结余。",
    en: "Line {line} tells a balance (“{quote}”), while total income {stated} and expenditure {otherStated} leave none of that size.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const income = ledger.first({ item: "income.grand_total", code: null, measure: ledger.own });
    const spent = ledger.first({ item: "expenditure.total", code: null, measure: ledger.own });
    if (income === undefined || spent === undefined) return checks;
    for (const line of ledger.linesWith("年末结余")) {
      const match = LEFT.exec(line.text);
      if (match === null) continue;
      const left = Decimal.of(match[1] ?? 0);
      checks.push({
        verdict: valueOf(income).minus(valueOf(spent)).gte(left) ? "passed" : "failed",
        facts: [income, spent],
        lines: [line.no],
        stated: left,
        expected: valueOf(income).minus(valueOf(spent)),
        unit: income.unit,
        fill: { quote: match[0] },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "the balance is there",
      expect: "passed",
      facts: [said("income.grand_total", "2200.00"), said("expenditure.total", "2100.00")],
      lines: ["年末结余100万元未使用。"],
    },
    {
      name: "income and expenditure leave nothing",
      expect: "failed",
      facts: [said("income.grand_total", "2168.10"), said("expenditure.total", "2168.10")],
      lines: ["年末结余100万元未使用。"],
      message: "第1行称「年末结余100万元」，而收入总计 2168.10万元、支出合计 2168.10万元，收支相抵没有这笔结余。",
    },
    { name: "no balance is told", expect: "not_checkable", facts: [said("income.grand_total", "2168.10")] },
  ],
};
