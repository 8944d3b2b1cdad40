import { Decimal } from "../domain/decimal.ts";
import { EXPENDITURE_KINDS, type ItemId } from "../domain/items.ts";
import type { DraftFact } from "./types.ts";

/** A total of the year, and the same with what was carried in or out. */
const GRAND: ReadonlyMap<ItemId, ItemId> = new Map<ItemId, ItemId>([
  ["income.total", "income.grand_total"],
  ["expenditure.total", "expenditure.grand_total"],
]);

/**
 * Told totals as the report's own summary has them: «收入总预算19916.40万元» is 收入总计 where the summary prints that
 * amount as the grand total and none of its totals of the year is the same; 支出总计 is 本年支出合计 where the summary
 * prints it as that and the kinds told behind it add up to it. Words with 总 alone may mean either.
 */
export function withTotalsOfTables(told: readonly DraftFact[], printed: readonly DraftFact[]): readonly DraftFact[] {
  if (!told.some(({ item, label }) => mayBeOther(item) && label.includes("总"))) return told;
  const summary = printed.filter(({ statement }) => statement === "income_expenditure_summary");
  return told.map((fact, index) => {
    const { item, label, measure, fiscalYear, amount } = fact;
    if (item === null || !label.includes("总") || amount === null || fact.code !== null) return fact;
    const prints = (wanted: ItemId): boolean =>
      summary.some(
        (cell) =>
          cell.item === wanted &&
          cell.measure === measure &&
          cell.fiscalYear === fiscalYear &&
          cell.amount?.value.eq(amount.value) === true,
      );
    const grand = GRAND.get(item);
    if (grand !== undefined) return prints(grand) && !prints(item) ? { ...fact, item: grand } : fact;
    const ofYear = item === "expenditure.grand_total" && prints("expenditure.total") && !prints(item);
    return ofYear && isMadeOfKinds(fact, told, index + 1) ? { ...fact, item: "expenditure.total" } : fact;
  });
}

const mayBeOther = (item: ItemId | null): boolean =>
  item !== null && (GRAND.has(item) || item === "expenditure.grand_total");

const KINDS: ReadonlySet<ItemId | null> = new Set(EXPENDITURE_KINDS);

/** «（二）支出总计860万元，包括：1.基本支出606万元…2.项目支出254万元»: the kinds told next add up to it. */
function isMadeOfKinds({ amount, measure }: DraftFact, told: readonly DraftFact[], from: number): boolean {
  if (amount === null) return false;
  let sum = Decimal.zero;
  for (let index = from; index < Math.min(told.length, from + FURTHEST_PART); index += 1) {
    const part = told[index];
    if (part === undefined || part.measure !== measure || part.amount === null || !KINDS.has(part.item)) continue;
    sum = sum.plus(part.amount.value);
    if (sum.eq(amount.value)) return true;
  }
  return false;
}

const FURTHEST_PART = 24;
