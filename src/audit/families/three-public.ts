import type { ItemId } from "../../domain/items.ts";
import type { FactRow } from "../../domain/records.ts";
import { groupBy } from "../group-by.ts";
import type { Ledger } from "../ledger.ts";

/** Amounts only: a rate of change of the total is no sum of the parts' rates. */
const AMOUNTS = new Set([
  "final",
  "budget",
  "initial_budget",
  "adjusted_budget",
  "prior_final",
  "prior_budget",
  "change",
]);

/** The columns of the 三公 table (budget, final, change, …), each as a look-up by item. */
export function threePublicColumns(ledger: Ledger): ((item: ItemId) => FactRow | undefined)[] {
  const cells = ledger.find({ statement: "three_public" }).filter((fact) => AMOUNTS.has(fact.measure));
  return [...groupBy(cells, (fact) => `${fact.measure}|${fact.fiscal_year}`).values()].map(
    (column) => (item: ItemId) => column.find((fact) => fact.item === item),
  );
}
