import type { DecimalText } from "../../domain/amount.ts";
import { Decimal } from "../../domain/decimal.ts";
import type { FactRow } from "../../domain/records.ts";
import { remembered } from "../../domain/remembered.ts";
import { said } from "../cases.ts";
import { EQUAL_MESSAGE } from "../families/cross-table.ts";
import { cleaned } from "../describe.ts";
import { tableTwins, tellsAppropriation } from "../families/twins.ts";
import { groupBy } from "../group-by.ts";
import { equality } from "../identity.ts";
import type { Ledger } from "../ledger.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

const MEASURES = new Set(["final", "budget", "initial_budget", "adjusted_budget", "prior_final"]);
const isTold = remembered((item) =>
  /^(?:income|balance|expenditure|three_public|procurement|vehicles|reception|overseas|equipment)\./.test(item),
);

/** So many lines apart two classes may still be of one list. */
const LIST_GAP = 2;

/**
 * The total that the 类 told around this one make, null where the text nowhere tells that total:
 * «当年拨款1400万元：社会保障1200万元、…» and «支出1500万元：社会保障1300万元、…» are two lists.
 */
function listTotal(ledger: Ledger, fact: FactRow): DecimalText | null {
  const isMember = (other: FactRow | undefined): boolean =>
    other?.item === "expenditure.function" && other.code?.length === 3 && other.measure === fact.measure;
  const at = ledger.indexOf(fact);
  const list = [fact];
  for (const step of [-1, 1]) {
    let last = fact;
    for (let index = at + step; index >= 0 && index < ledger.facts.length; index += step) {
      const other = ledger.facts[index];
      if (other === undefined || Math.abs(other.source_line - last.source_line) > LIST_GAP) break;
      if (other.measure === "share") continue;
      if (!isMember(other) || list.some((member) => member.code === other.code)) break;
      list.push(other);
      last = other;
    }
  }
  const sum = list.reduce((running, member) => running.plus(valueOf(member)), Decimal.zero);
  return (
    ledger.facts.find((other) => other.measure === fact.measure && other.value !== null && valueOf(other).eq(sum))
      ?.value ?? null
  );
}

function ofOtherWhole(ledger: Ledger, one: FactRow, other: FactRow): boolean {
  if (one.item !== "expenditure.function" || one.code?.length !== 3) return false;
  const totals = [listTotal(ledger, one), listTotal(ledger, other)];
  return totals[0] !== null && totals[1] !== null && totals[0] !== totals[1];
}

/** «开支财政拨款的公务用车保有量412辆» are fewer than «共有车辆512辆», which count those of other funds too. */
function ofOtherVehicles(one: FactRow, other: FactRow): boolean {
  return one.item === "vehicles.owned" && one.label.includes("财政拨款") !== other.label.includes("财政拨款");
}

/** «年初财政拨款结转和结余» is not all that was carried in. */
function ofOtherMoney(one: FactRow, other: FactRow): boolean {
  return (
    one.item?.startsWith("balance.") === true && one.label.includes("财政拨款") !== other.label.includes("财政拨款")
  );
}

export const textTextAmount: Rule = {
  id: "text-text-amount",
  category: "narrative",
  severity: "error",
  holds: {
    zh: "同一数字在不同段落中相同。",
    en: "One figure is the same in different paragraphs.",
  },
  inputs: { zh: "两处以上文字述及、表中没有的同一数字", en: "A figure told twice that no table prints" },
  message: EQUAL_MESSAGE,
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const told = ledger.told.filter(
      (fact) =>
        MEASURES.has(fact.measure) &&
        fact.parent_label === null &&
        fact.item !== null &&
        isTold(fact.item) &&
        (fact.item !== "expenditure.function" || fact.code !== null),
    );
    const times = new Map<string | null, number>();
    for (const { item } of told) times.set(item, (times.get(item) ?? 0) + 1);
    const groups = groupBy(
      told.filter(({ item }) => (times.get(item) ?? 0) > 1),
      (fact) => `${fact.item}|${fact.code ?? ""}|${fact.measure}|${fact.fiscal_year}|${fact.unit}`,
    );
    for (const [first, ...others] of groups.values()) {
      if (first === undefined || tableTwins(ledger, first).length > 0) continue;
      for (const other of others) {
        if (other.source_line === first.source_line || ofOtherWhole(ledger, first, other)) continue;
        if (ofOtherVehicles(first, other) || ofOtherMoney(first, other)) continue;
        if (tellsAppropriation(ledger, first) !== tellsAppropriation(ledger, other)) continue;
        const check = equality(other, first);
        // Other words may mean another scope: 财政拨款 of one section, all funds of the other.
        checks.push(
          check.verdict === "passed" || cleaned(other.label) === cleaned(first.label)
            ? check
            : { ...check, severity: "warning" },
        );
      }
    }
    return checks;
  },
  cases: [
    {
      name: "told twice alike",
      expect: "passed",
      facts: [said("procurement.total", "15.92"), said("procurement.total", "15.92")],
    },
    {
      name: "told twice differently",
      expect: "failed",
      facts: [said("procurement.total", "15.92"), said("procurement.total", "19.52")],
      message: "情况说明第2行「政府采购支出总额」印为 19.52万元，情况说明第1行同一数字印为 15.92万元，相差 3.60万元。",
    },
    {
      name: "what was carried in of appropriations is not all that was",
      expect: "not_checkable",
      facts: [
        said("balance.carried_in", "0.56", { label: "年初结转和结余" }),
        said("balance.carried_in", "0.00", { label: "年初财政拨款结转和结余" }),
      ],
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [said("procurement.total", "15.92"), said("procurement.total", "15.93")],
    },
    {
      name: "a class of two lists with a total each",
      expect: "not_checkable",
      facts: [
        said("expenditure.total", "15.00"),
        said("expenditure.function", "13.00", { code: "208", source_line: 3 }),
        said("expenditure.function", "2.00", { code: "221", source_line: 3 }),
        said("income.general_budget", "14.00", { source_line: 9 }),
        said("expenditure.function", "12.00", { code: "208", source_line: 11 }),
        said("expenditure.function", "2.00", { code: "210", source_line: 11 }),
      ],
    },
    {
      name: "vehicles that the appropriation pays for and all vehicles",
      expect: "not_checkable",
      facts: [
        said("vehicles.owned", "412", { label: "开支财政拨款的公务用车保有量" }),
        said("vehicles.owned", "512", { label: "共有车辆" }),
      ],
    },
    { name: "told once", expect: "not_checkable", facts: [said("procurement.total", "15.92")] },
  ],
};
