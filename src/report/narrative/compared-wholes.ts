import type { Told } from "./told.ts";

/** How long «，其中年初结转和结余» may be between an amount and its part. */
const LONGEST = 40;
const PART = /其中|含|包括/;
const ENDS = /[。;:]/;
const MOST_PARTS = 6;

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
    const [part, change, rate] = [told[at - 2], told[at - 1], told[at]];
    if (part === undefined || change === undefined || rate === undefined) continue;
    if (rate.measure !== "change_rate" || change.measure !== "change" || part.amount.unit !== "万元") continue;
    if (!isSame(part, change) || !isSame(part, rate) || isRateOf(part, change, rate)) continue;
    const whole = wholeBefore(told, ends, text, at - 2);
    if (whole === null || isSame(whole, part) || !isRateOf(whole, change, rate)) continue;
    result[at - 1] = { ...change, subject: whole.subject };
    result[at] = { ...rate, subject: whole.subject };
  }
  return result;
}

/** The amount whose parts end with the one at `at`: «总收入964万元，其中本年收入926万元，年初结转和结余38万元». */
function wholeBefore(told: readonly Told[], ends: readonly number[], text: string, at: number): Told | null {
  for (let before = at - 1; before >= Math.max(0, at - MOST_PARTS); before -= 1) {
    const [whole, next] = [told[before], told[before + 1]];
    if (whole === undefined || next === undefined || whole.amount.unit !== "万元") return null;
    if (whole.measure !== told[at]?.measure) return null;
    const between = text.slice(ends[before], ends[before + 1]);
    if (between.length > LONGEST || ENDS.test(between.replace(/其中:/, "其中"))) return null;
    if (PART.test(between)) return whole;
  }
  return null;
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
