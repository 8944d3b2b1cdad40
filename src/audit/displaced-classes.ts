import type { ItemId } from "../domain/items.ts";
import type { FactRow } from "../domain/records.ts";
import type { DisplacedRows } from "./displaced-rows.ts";
import { ownCodes } from "./families/codes.ts";
import { groupBy } from "./group-by.ts";
import type { Ledger } from "./ledger.ts";
import { balance, valueOf } from "./tolerance.ts";

/** Economic classes that are told elsewhere too: 三公经费, 会议费, 培训费. */
const TOLD_ELSEWHERE: readonly (readonly [code: string, item: ItemId])[] = [
  ["30212", "three_public.overseas"],
  ["30215", "expenditure.meetings"],
  ["30216", "expenditure.training"],
  ["30217", "three_public.reception"],
  ["30231", "three_public.vehicle_operation"],
  ["31013", "three_public.vehicle_purchase"],
];

/** A column of economic classes slides by a row or two. */
const STEPS = [1, -1, 2, -2] as const;

/** Signs that make a slide: neighbours which print the figures of others, and a class that no longer adds up. */
const LEAST_SIGNS = 2;

type Moved = readonly [at: FactRow, witness: FactRow];

/**
 * The sections (款) of an economic class that stand beside the figures of their neighbours: what the
 * 三公 table prints for one stands a row higher or lower, and that not once. No other table prints
 * economic classes, so that few figures must do.
 */
export function displacedClassesOf(ledger: Ledger): DisplacedRows[] {
  const codes = ownCodes(ledger, "general_budget_basic", "expenditure.economic");
  const told = TOLD_ELSEWHERE.flatMap(([code, item]): Moved[] => {
    const printed = codes.get(code);
    const witness = ledger.first({ item, code: null, measure: ledger.own, year: ledger.year });
    if (printed === undefined || witness === undefined || valueOf(witness).isZero()) return [];
    return printed.value === witness.value ? [] : [[printed, witness]];
  });
  if (told.length === 0) return [];
  return [...groupBy(told, ([{ code }]) => code?.slice(0, 3) ?? "")].flatMap(([parent, pairs]) => {
    const sections = [...codes].flatMap(([code, fact]) => (code.length === 5 && code.startsWith(parent) ? [fact] : []));
    const total = codes.get(parent);
    const isBroken = total !== undefined && balance({ left: [total], right: sections }).verdict === "failed";
    for (const step of STEPS) {
      const moved = pairs.flatMap(([printed, witness]): Moved[] => {
        const neighbour = sections[sections.indexOf(printed) + step];
        return neighbour !== undefined && neighbour.value === witness.value ? [[neighbour, witness]] : [];
      });
      const [start] = moved;
      if (start === undefined || moved.length + (isBroken ? 1 : 0) < LEAST_SIGNS) continue;
      const [first, witness] = start;
      return [{ first, witness, facts: sections, withdrawn: sections, count: moved.length }];
    }
    return [];
  });
}
