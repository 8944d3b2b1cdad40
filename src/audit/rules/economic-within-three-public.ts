import type { ItemId } from "../../domain/items.ts";
import { cell, row } from "../cases.ts";
import { HELD } from "../check.ts";
import { coarserPrecision, isAtMost, valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

/** Economic classes whose spending is three-public spending too. 三公 may hold more: projects pay for it as well. */
const CLASSES: readonly (readonly [code: string, item: ItemId])[] = [
  ["30212", "three_public.overseas"],
  ["30217", "three_public.reception"],
  ["30231", "three_public.vehicle_operation"],
  ["31013", "three_public.vehicle_purchase"],
];

export const economicWithinThreePublic: Rule = {
  id: "economic-within-three-public",
  category: "cross_table",
  severity: "error",
  holds: {
    zh: "基本支出表的 30212、30217、30231、31013 不大于“三公”经费的相应项目。",
    en: "Economic classes 30212, 30217, 30231 and 31013 do not exceed the three-public items they belong to.",
  },
  inputs: { zh: "基本支出表的该款和“三公”经费表的该项", en: "The class and the three-public item" },
  message: {
    zh: "{place}「{what}」{stated}，大于{otherPlace}「{other}」{otherStated}，多出 {differenceInUnit}。",
    en: "{place}: “{what}” {stated} exceeds “{other}” {otherStated} ({otherPlace}) by {differenceInUnit}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const [code, item] of CLASSES) {
      const spent = ledger.first({ item: "expenditure.economic", code, measure: ledger.own });
      const stated = ledger.first({ statement: "three_public", item, measure: ledger.own });
      if (spent === undefined || stated === undefined) continue;
      if (isAtMost(spent, stated)) {
        checks.push(HELD);
        continue;
      }
      const excess = valueOf(spent).minus(valueOf(stated));
      checks.push({
        verdict: excess.lte(coarserPrecision(spent, stated)) ? "rounding" : "failed",
        facts: [spent, stated],
        stated: valueOf(spent),
        expected: valueOf(stated),
        unit: spent.unit,
      });
    }
    return checks;
  },
  cases: [
    {
      name: "reception within its item",
      expect: "passed",
      facts: [
        ...row("general_budget_basic", 1, "30217", { "expenditure.economic": "1.90" }),
        cell("three_public", "three_public.reception", "1.94", { source_line: 2 }),
      ],
    },
    {
      name: "a table in 元 beside one in 万元",
      expect: "rounding",
      facts: [
        cell("general_budget_basic", "expenditure.economic", "0.864", {
          code: "30217",
          value_text: "8,640.00",
          unit_text: "元",
          precision: "0.000001",
        }),
        cell("three_public", "three_public.reception", "0.86", { source_line: 2 }),
      ],
    },
    {
      name: "reception above its item",
      expect: "failed",
      facts: [
        ...row("general_budget_basic", 1, "30217", { "expenditure.economic": "2.90" }),
        cell("three_public", "three_public.reception", "1.90", { source_line: 2 }),
      ],
      message:
        "《一般公共预算财政拨款基本支出表》第1行「30217 支出（按经济分类）」2.90万元，大于《“三公”经费支出表》第2行「公务接待费」1.90万元，多出 1万元。",
    },
    {
      name: "no three-public table",
      expect: "not_checkable",
      facts: row("general_budget_basic", 1, "30217", { "expenditure.economic": "2.90" }),
    },
  ],
};
