import type { FactRow } from "../../domain/records.ts";
import type { Ledger } from "../ledger.ts";
import { isEconomicCode, topOf } from "./codes.ts";

/** 人员经费 = 301 + 303; everything else in the basic expenditure table is 公用经费. */
const PERSONNEL = new Set(["301", "303"]);

/**
 * The classes (three digits) of one half of basic expenditure: as the half's own column prints them,
 * which may hold a part of any class, else the classes of that half in full.
 */
export function economicTops(ledger: Ledger, half: "personnel" | "operating"): FactRow[] {
  const ofHalf = ledger
    .find({ statement: "general_budget_basic", item: `expenditure.${half}`, measure: ledger.own })
    .filter((fact) => isEconomicCode(fact.code));
  if (ofHalf.length > 0) return topOf(ofHalf);
  return ledger.derived(topsOfBoth).filter((fact) => PERSONNEL.has(fact.code ?? "") === (half === "personnel"));
}

function topsOfBoth(ledger: Ledger): readonly FactRow[] {
  const cells = ledger.find({ statement: "general_budget_basic", item: "expenditure.economic", measure: ledger.own });
  return topOf(cells.filter((fact) => isEconomicCode(fact.code)));
}
