import { cell, said } from "../cases.ts";
import { HELD } from "../check.ts";
import { otherUnit } from "../describe.ts";
import { unitSlipsOf } from "../unit-slips.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

export const unitOfTable: Rule = {
  id: "unit-of-table",
  category: "unit",
  severity: "error",
  ofPrint: true,
  holds: {
    zh: "各表所标单位与其数字相符：同一数字在不同的表中不会相差一万倍。",
    en: "Every table's figures are in the unit it prints: no quantity is 10,000 times larger in one table than in another.",
  },
  inputs: { zh: "两表（或表与文字）所印的同一数字", en: "One quantity in two tables, or in a table and the text" },
  message: {
    zh: "{place}所在的表标注单位为「{unitText}」，而其中「{what}」{stated} 等 {count} 个数字与{otherPlace}的 {otherStated} 相差一万倍：单位恐应为「{right}」。",
    en: "{place}: the table is headed {unitText}, but “{what}” {stated} and {count} figures in all are 10,000 times off {otherStated} ({otherPlace}); the unit is probably {right}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const slips = ledger.derived(unitSlipsOf);
    for (const { facts, witness, exponent, count } of slips.tables) {
      const [first] = facts;
      if (first === undefined) continue;
      checks.push({
        verdict: "failed",
        facts: [first, witness, ...facts.slice(1)],
        questioned: facts,
        stated: valueOf(first),
        expected: valueOf(witness),
        unit: first.unit,
        fill: { unitText: first.unit_text, count: String(count), right: otherUnit(first.unit_text, exponent) },
      });
    }
    if (slips.tables.length > 0) return checks;
    const total = ledger.find({ origin: "table", item: ["income.total", "expenditure.total"], code: null });
    if (new Set(total.map((fact) => fact.statement)).size > 1) {
      checks.push(HELD);
    }
    return checks;
  },
  cases: [
    {
      name: "tables on one scale",
      expect: "passed",
      facts: [
        cell("income_expenditure_summary", "expenditure.total", "3545.92"),
        cell("expenditure", "expenditure.total", "3545.92"),
      ],
    },
    {
      name: "a table of 元 headed 万元",
      expect: "failed",
      facts: [
        cell("income_expenditure_summary", "expenditure.total", "3545.92"),
        said("expenditure.total", "3545.92"),
        cell("expenditure", "expenditure.total", "35459200.00"),
      ],
      message:
        "《支出表》第3行所在的表标注单位为「万元」，而其中「本年支出合计」35459200.00万元 等 1 个数字与《收入支出总表》第1行的 3545.92万元 相差一万倍：单位恐应为「元」。",
    },
    {
      name: "figures that only differ",
      expect: "passed",
      facts: [
        cell("income_expenditure_summary", "expenditure.total", "3545.92"),
        cell("expenditure", "expenditure.total", "3555.92"),
      ],
    },
    { name: "one table", expect: "not_checkable", facts: [cell("expenditure", "expenditure.total", "3545.92")] },
  ],
};
