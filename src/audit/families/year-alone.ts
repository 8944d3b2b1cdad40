import type { Ledger, Wanted } from "../ledger.ts";
import { equality } from "../identity.ts";
import { valueOf } from "../tolerance.ts";
import { single } from "./cross-table.ts";

/** The total of the general public budget's own table. */
export const generalTotal = (ledger: Ledger): Wanted => ({
  statement: "general_budget_expenditure",
  item: ["expenditure.total", "expenditure.general_budget"],
  code: null,
  measure: ledger.own,
});

/** What the appropriation summary prints as the general public budget appropriated for the year. */
export const appropriated = (ledger: Ledger): Wanted => ({
  statement: "appropriation_summary",
  item: "income.general_budget",
  code: null,
  measure: ledger.own,
});

/**
 * Whether a budget's general public budget table prints what is appropriated for the year alone (当年拨款), where the
 * expenditure of the appropriation summary is paid from what was carried in as well.
 */
export function printsYearAlone(ledger: Ledger): boolean {
  if (ledger.report.report_kind !== "budget") return false;
  const total = single(ledger.find(generalTotal(ledger)));
  const income = single(ledger.find(appropriated(ledger)));
  if (total === undefined || income === undefined || equality(total, income).verdict !== "passed") return false;
  return ledger
    .find({ statement: "appropriation_summary", item: "balance.carried_in", code: null, measure: ledger.own })
    .some((fact) => valueOf(fact).sign > 0);
}
