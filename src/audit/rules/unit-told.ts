import { cell, said } from "../cases.ts";
import { HELD } from "../check.ts";
import { otherUnit } from "../describe.ts";
import { tableTwins } from "../families/twins.ts";
import { unitSlipsOf } from "../unit-slips.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

export const unitTold: Rule = {
  id: "unit-told",
  category: "unit",
  severity: "error",
  ofPrint: true,
  holds: {
    zh: "文字所印单位与其数字相符：不把以元计的数字印成万元，也不相反。",
    en: "An amount in the text is in the unit printed behind it: no figure in yuan is called ¥10k (万元), nor the reverse.",
  },
  inputs: { zh: "文字中的金额和表中的同一项目", en: "An amount in the text and the same item in a table" },
  message: {
    zh: "{place}「{what}」印为 {stated}，与{otherPlace}的 {otherStated} 相差一万倍：单位恐应为「{right}」。",
    en: "{place}: “{what}” is printed as {stated}, 10,000 times off {otherStated} ({otherPlace}); the unit is probably {right}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const { told } = ledger.derived(unitSlipsOf);
    for (const { facts, witness, exponent } of told) {
      const [first] = facts;
      if (first === undefined) continue;
      checks.push({
        verdict: "failed",
        facts: [first, witness, ...facts.slice(1)],
        questioned: facts,
        stated: valueOf(first),
        expected: valueOf(witness),
        unit: first.unit,
        fill: { right: otherUnit(first.unit_text, exponent) },
      });
    }
    if (told.length > 0) return checks;
    const fact = ledger.told.find((one) => one.unit === "万元" && tableTwins(ledger, one).length > 0);
    if (fact !== undefined) checks.push(HELD);
    return checks;
  },
  cases: [
    {
      name: "text and table in one unit",
      expect: "passed",
      facts: [cell("expenditure", "expenditure.total", "3545.92"), said("expenditure.total", "3545.92")],
    },
    {
      name: "yuan told as 万元",
      expect: "failed",
      facts: [
        cell("expenditure", "expenditure.total", "3545.92"),
        cell("expenditure", "expenditure.basic", "2815.07"),
        said("expenditure.total", "3545.92"),
        said("expenditure.basic", "28150700"),
      ],
      message:
        "情况说明第4行「基本支出」印为 28150700万元，与《支出表》第2行的 2815.07万元 相差一万倍：单位恐应为「元」。",
    },
    { name: "no table", expect: "not_checkable", facts: [said("expenditure.total", "3545.92")] },
  ],
};
