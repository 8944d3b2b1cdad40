import type { Amount } from "../../domain/amount.ts";
import { negated } from "../../domain/amount.ts";
import type { ItemId } from "../../domain/items.ts";
import { itemOf } from "../../domain/items.ts";
import { unitKindOf } from "./lead.ts";

/** «减少 0.11 万元» is printed without a minus. */
export function signed(amount: Amount, sign: number): Amount {
  return sign < 0 && amount.value.sign > 0 ? negated(amount) : amount;
}

/** A count in its item's own unit: a group of guests is printed as 1 个, 1 批, 1 次. */
export function inUnitOf(amount: Amount, item: ItemId | null): Amount {
  const unit = item === null ? null : itemOf(item).unit;
  if (unit === null || unitKindOf(amount.unit) !== "count" || unitKindOf(unit) !== "count") return amount;
  return { ...amount, unit };
}
