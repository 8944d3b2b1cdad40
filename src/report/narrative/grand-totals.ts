import { Decimal } from "../../domain/decimal.ts";
import type { ItemId } from "../../domain/items.ts";
import type { Told } from "./told.ts";

/** A side's 合计, what it is with balances, and the items that are its parts. */
interface Side {
  readonly total: ItemId;
  readonly grand: ItemId;
  readonly balances: ReadonlySet<ItemId>;
  readonly part: RegExp;
}

const SIDES: readonly Side[] = [
  {
    total: "income.total",
    grand: "income.grand_total",
    balances: new Set<ItemId>(["balance.carried_in", "balance.used_non_fiscal"]),
    part: /^income\.(?!total|grand_total)/,
  },
  {
    total: "expenditure.total",
    grand: "expenditure.grand_total",
    balances: new Set<ItemId>(["balance.carried_out", "balance.surplus_distribution"]),
    part: /^expenditure\.(?!total|grand_total)/,
  },
];

/**
 * «收入预算1286.45万元，其中：上年结转36.5万元、一般公共预算拨款收入1129.95万元、事业收入120万元»: an income that what
 * was carried in makes whole is the grand total and not 本年收入. Only where the parts told behind it add up to it
 * with that balance and not without it, or where 本年收入 and that balance do: «收入预算合计…，包括本年收入…，上年结转结余…».
 */
export function withGrandTotals(told: readonly Told[]): readonly Told[] {
  if (!told.some(({ subject, amount }) => isBalance(subject.item) && amount.value.sign > 0)) return told;
  return told.map((whole, index) => {
    const side = SIDES.find(({ total }) => total === whole.subject.item);
    if (side === undefined || whole.amount.unit !== "万元" || whole.subject.code !== null) return whole;
    return isMadeWithBalance(whole, told.slice(index + 1), side)
      ? { ...whole, subject: { ...whole.subject, item: side.grand } }
      : whole;
  });
}

function isBalance(item: ItemId | null): boolean {
  return item !== null && SIDES.some(({ balances }) => balances.has(item));
}

function isMadeWithBalance(whole: Told, following: readonly Told[], { total, balances, part }: Side): boolean {
  let sum = Decimal.zero;
  let hasBalance = false;
  for (const { subject, measure, amount } of following) {
    if (amount.unit !== "万元" || measure !== whole.measure) continue;
    const { item } = subject;
    if (item === null || !(part.test(item) || item === total || balances.has(item))) return false;
    sum = sum.plus(amount.value);
    hasBalance ||= balances.has(item) && amount.value.sign > 0;
    if (sum.eq(whole.amount.value)) return hasBalance;
  }
  return false;
}
