import type { Told } from "./told.ts";

/** How long «，其中年初结转和结余» may be between an amount and its part. */
const LONGEST = 40;
const PART = /其中|含|包括/;
const ENDS = /[。;:]/;

/**
 * «收入总计856.32万元，其中年初结转和结余56.32万元，较2020年增加65.20万元，增长8.24%»: the words leave open whether the
 * whole or its part is compared; where the stated rate is that of the whole and not of the part, it is the whole.
 *
 * @param ends where each figure ends in `text`, in the order of `told`.
 */
export function withComparedWholes(told: readonly Told[], ends: readonly number[], text: string): readonly Told[] {
  if (!told.some(({ measure }) => measure === "change_rate")) return told;
  const result = [...told];
  for (let at = 3; at < told.length; at += 1) {
    const [whole, part, change, rate] = [told[at - 3], told[at - 2], told[at - 1], told[at]];
    if (whole === undefined || part === undefined || change === undefined || rate === undefined) continue;
    if (rate.measure !== "change_rate" || change.measure !== "change" || whole.measure !== part.measure) continue;
    if (!isSame(part, change) || !isSame(part, rate) || isSame(whole, part)) continue;
    if (whole.amount.unit !== "万元" || part.amount.unit !== "万元") continue;
    const between = text.slice(ends[at - 3], ends[at - 2]);
    if (between.length > LONGEST || !PART.test(between) || ENDS.test(between)) continue;
    if (isRateOf(whole, change, rate) && !isRateOf(part, change, rate)) {
      result[at - 1] = { ...change, subject: whole.subject };
      result[at] = { ...rate, subject: whole.subject };
    }
  }
  return result;
}

function isSame({ subject: one }: Told, { subject: other }: Told): boolean {
  return one.item === other.item && one.code === other.code && one.label === other.label;
}

/** Whether a rate is that of a change on the year before, within one unit of its last digit. */
function isRateOf(own: Told, change: Told, rate: Told): boolean {
  const before = own.amount.value.toNumber() - change.amount.value.toNumber();
  if (before <= 0) return false;
  const exact = (100 * change.amount.value.toNumber()) / before;
  return Math.abs(exact - rate.amount.value.toNumber()) <= rate.amount.precision.toNumber();
}
