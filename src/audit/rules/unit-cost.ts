import type { ItemId } from "../../domain/items.ts";
import type { FactRow } from "../../domain/records.ts";
import { said } from "../cases.ts";
import { HELD } from "../check.ts";
import { printed } from "../describe.ts";
import type { Ledger } from "../ledger.ts";
import { precisionOf, rounded, valueOf } from "../tolerance.ts";
import { Decimal } from "../../domain/decimal.ts";
import type { Check, Rule } from "../types.ts";

/** What a told average is an average of. */
const AVERAGES: readonly { readonly name: RegExp; readonly cost: ItemId; readonly count: ItemId }[] = [
  { name: /^人均(?:公务)?接待费/, cost: "three_public.reception", count: "reception.visitors" },
  {
    name: /^车均(?:运行)?维护费|^车均运行(?:维护)?费/,
    cost: "three_public.vehicle_operation",
    count: "vehicles.owned",
  },
];
const HALF = Decimal.of("0.5");

export const unitCost: Rule = {
  id: "unit-cost",
  category: "stated_ratio",
  severity: "warning",
  holds: {
    zh: "所述人均接待费、车均运行维护费等于费用除以人次、车辆数。",
    en: "Stated costs per visitor or vehicle are the cost divided by visitors or vehicles.",
  },
  inputs: { zh: "人均（车均）费用、费用、人次（保有量）", en: "Average, cost, visitors or vehicles" },
  message: {
    zh: "{place}「{what}」印为 {stated}，按{otherPlace}「{other}」{otherStated} ÷ {divisor} 复算为 {expectedInUnit}。",
    en: "{place}: “{what}” is printed as {stated}; “{other}” {otherStated} ({otherPlace}) ÷ {divisor} gives {expectedInUnit}.",
  },
  check(ledger): readonly Check[] {
    return ledger
      .linesWith("人均", "车均")
      .flatMap(({ no }) => ledger.onLine(no).flatMap((fact) => averageOf(ledger, fact)));
  },
  cases: [
    { name: "cost over vehicles", expect: "passed", facts: vehicles("2.13"), lines: ["车均运行维护费2.13万元"] },
    {
      name: "the average is another",
      expect: "failed",
      facts: vehicles("2.43"),
      lines: ["车均运行维护费2.43万元"],
      message:
        "情况说明第1行「车均运行维护费」印为 2.43万元，按情况说明第2行「公务用车运行维护费」6.40万元 ÷ 3辆 复算为 2.1333万元。",
    },
    { name: "cut off", expect: "rounding", facts: vehicles("2.14"), lines: ["车均运行维护费2.14万元"] },
    {
      name: "no vehicles are told",
      expect: "not_checkable",
      facts: vehicles("2.13").slice(0, 2),
      lines: ["车均运行维护费2.13万元"],
    },
  ],
};

function averageOf(ledger: Ledger, fact: FactRow): Check[] {
  const average = AVERAGES.find(({ name }) => name.test(fact.label));
  if (average === undefined || fact.item !== null || fact.unit !== "万元") return [];
  const own = { measure: ledger.own, year: ledger.year, code: null };
  const cost = ledger.first({ ...own, item: average.cost });
  const count = ledger.first({ ...own, item: average.count });
  if (cost === undefined || count === undefined || valueOf(count).isZero() || valueOf(cost).isZero()) return [];
  const exact = valueOf(cost).over(valueOf(count));
  const step = precisionOf(fact);
  const off = exact.minus(valueOf(fact)).abs();
  if (off.lte(step.times(HALF))) return [HELD];
  const hidden = rounded(cost).half.over(valueOf(count));
  return [
    {
      verdict: off.lte(step.plus(hidden)) ? "rounding" : "failed",
      facts: [fact, cost, count],
      stated: valueOf(fact),
      expected: exact.round(step.decimals + 2),
      unit: fact.unit,
      fill: { divisor: printed(count) },
    },
  ];
}

/** 6.40 of three vehicles, and the average told of them. */
function vehicles(average: string) {
  return [
    said(null, average, { label: "车均运行维护费", source_line: 1 }),
    said("three_public.vehicle_operation", "6.40", { source_line: 2 }),
    said("vehicles.owned", "3", { source_line: 3 }),
  ];
}
