import { Decimal } from "../../domain/decimal.ts";
import type { Told } from "./told.ts";

/** How long «，其中年初结转和结余» may be between an amount and its part. */
const LONGEST = 40;
const PART = /其中|含|包括/;
const ENDS = /[。;:]/;
const MOST_PARTS = 6;
/** What a whole mainly pays for stands behind it as a list: «公用经费39万元，主要包括：办公费15万元、差旅费7万元，较上年增加». */
const MAIN_PARTS = /主要(?:包括|包含)/;

/**
 * «收入总计856.32万元，其中年初结转和结余56.32万元，较2020年增加65.20万元，增长8.24%»: the words leave open whether the
 * whole or its part is compared; where the stated rate is that of the whole and not of the part, it is the whole. Without
 * a rate it is the whole behind all of its parts: «收入814万元，其中甲769万元、乙45万元，较上年增加64万元».
 *
 * @param ends where each figure ends in `text`, in the order of `told`.
 */
export function withComparedWholes(told: readonly Told[], ends: readonly number[], text: string): readonly Told[] {
  if (!told.some(({ measure }) => measure === "change")) return told;
  const result = [...told];
  for (let at = 2; at < told.length; at += 1) {
    const [part, change, rate] = [told[at - 1], told[at], told[at + 1]];
    if (part === undefined || change === undefined || change.measure !== "change") continue;
    if (part.amount.unit !== "万元" || !isSame(part, change) || ENDS.test(text.slice(ends[at - 1], ends[at]))) continue;
    const hasRate = rate?.measure === "change_rate" && isSame(part, rate);
    if (hasRate && isRateOf(part, change, rate)) continue;
    const whole = wholeBefore(told, ends, text, at - 1);
    if (whole === null || isSame(whole.told, part)) continue;
    if (hasRate ? !isRateOf(whole.told, change, rate) : !whole.isComplete) continue;
    result[at] = { ...change, subject: whole.told.subject };
    if (hasRate) result[at + 1] = { ...rate, subject: whole.told.subject };
  }
  return result;
}

/**
 * The amount whose parts end with the one at `at`: «总收入964万元，其中本年收入926万元，年初结转和结余38万元»; whether
 * they are two or more and add up to it, or are its main ones.
 */
function wholeBefore(
  told: readonly Told[],
  ends: readonly number[],
  text: string,
  at: number,
): { readonly told: Told; readonly isComplete: boolean } | null {
  let parts = Decimal.zero;
  for (let before = at - 1; before >= Math.max(0, at - MOST_PARTS); before -= 1) {
    const [whole, next] = [told[before], told[before + 1]];
    if (whole === undefined || next === undefined || whole.amount.unit !== "万元") return null;
    if (whole.measure !== told[at]?.measure) return null;
    parts = parts.plus(next.amount.value);
    const between = text.slice(ends[before], ends[before + 1]);
    if (between.length > LONGEST || ENDS.test(between.replace(/(其中|包括|包含):/, "$1"))) return null;
    if (PART.test(between))
      return { told: whole, isComplete: at - before > 1 && (parts.eq(whole.amount.value) || MAIN_PARTS.test(between)) };
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
