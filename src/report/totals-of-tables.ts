import type { ItemId } from "../domain/items.ts";
import type { DraftFact } from "./types.ts";

/** A total of the year, and the same with what was carried in or out. */
const GRAND: ReadonlyMap<ItemId, ItemId> = new Map<ItemId, ItemId>([
  ["income.total", "income.grand_total"],
  ["expenditure.total", "expenditure.grand_total"],
]);

/**
 * Told totals as the report's own summary has them: «收入总预算19916.40万元» is 收入总计 where the summary prints that
 * amount as the grand total and none of its totals of the year is the same. Words with 总 alone may mean either.
 */
export function withTotalsOfTables(told: readonly DraftFact[], printed: readonly DraftFact[]): readonly DraftFact[] {
  if (!told.some(({ item, label }) => item !== null && GRAND.has(item) && label.includes("总"))) return told;
  const summary = printed.filter(({ statement }) => statement === "income_expenditure_summary");
  return told.map((fact) => {
    const { item, label, measure, fiscalYear, amount } = fact;
    const grand = item === null || !label.includes("总") ? undefined : GRAND.get(item);
    if (grand === undefined || amount === null || fact.code !== null) return fact;
    const prints = (wanted: ItemId | null): boolean =>
      summary.some(
        (cell) =>
          cell.item === wanted &&
          cell.measure === measure &&
          cell.fiscalYear === fiscalYear &&
          cell.amount?.value.eq(amount.value) === true,
      );
    return prints(grand) && !prints(item) ? { ...fact, item: grand } : fact;
  });
}
