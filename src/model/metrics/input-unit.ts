import { itemOf } from "../../domain/items.ts";
import type { MeasureId } from "../../domain/measures.ts";
import type { InputRef } from "./metric.ts";

/** What a report says of an item in per cent, whatever the item itself is counted in. */
const IN_PER_CENT: ReadonlySet<MeasureId> = new Set([
  "change_rate",
  "budget_change_rate",
  "earlier_change_rate",
  "share",
  "completion_rate",
]);

/** Unit of an input's figures: that of its item, % for a rate that the report states of it; empty for none. */
export function inputUnit({ item, measure }: InputRef): string {
  return IN_PER_CENT.has(measure) ? "%" : (itemOf(item).unit ?? "");
}
