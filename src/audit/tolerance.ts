import type { DecimalText } from "../domain/amount.ts";
import { Decimal } from "../domain/decimal.ts";
import type { FactRow } from "../domain/records.ts";
import { normalisedUnit } from "../domain/units.ts";
import type { Equation, Verdict } from "./types.ts";

const CENT = Decimal.of("0.01");
const HALF = Decimal.of("0.5");
const HUNDRED = Decimal.of(100);

/** The exact value of a figure; zero for an empty cell, which callers filter out before adding. */
export function valueOf(fact: FactRow): Decimal {
  return Decimal.of(fact.value ?? 0);
}

export function sumOf(facts: readonly FactRow[]): Decimal {
  return facts.reduce((sum, fact) => sum.plus(valueOf(fact)), Decimal.zero);
}

/** One unit of the last printed digit, in the figure's unit. */
export function precisionOf(fact: FactRow): Decimal {
  return Decimal.of(fact.precision ?? 0);
}

/**
 * The precision at which money takes part in a sum. Reports print to the hundredth and drop
 * trailing zeros («6» for 6.00, «41.3» for 41.30), so that a whole number among hundredths does
 * not loosen the sum to ±1; 亿元 keeps hundredths of 亿元.
 */
function summingPrecision(fact: FactRow): Decimal {
  const own = precisionOf(fact);
  if (fact.unit !== "万元") return own.gt(Decimal.one) ? own : Decimal.zero;
  const factor = normalisedUnit(fact.unit_text)?.factor ?? Decimal.one;
  const hundredth = CENT.times(factor);
  return own.gt(hundredth) ? hundredth : own;
}

/** By how much two prints of one amount may differ: one unit of the last digit of the coarser, 元 beside 万元. */
export function coarserPrecision(one: FactRow, other: FactRow): Decimal {
  const [own, its] = [summingPrecision(one), summingPrecision(other)];
  return own.gt(its) ? own : its;
}

/** What figures would read instead of what they print. */
export type Corrections = ReadonlyMap<FactRow, Decimal>;

export interface Balance {
  readonly verdict: Verdict;
  readonly stated: Decimal;
  readonly expected: Decimal;
  readonly difference: Decimal;
}

/**
 * Weighs both sides of an identity. Rounding: at most one unit of the last printed digit per
 * addend that is not zero (a printed zero has nothing to round away in practice, and twenty empty
 * rows must not hide a difference of 0.20).
 *
 * @param replaced values taken instead of the printed ones: «what if this cell read …».
 */
export function balance(equation: Equation, replaced?: Corrections): Balance {
  const value = (fact: FactRow) => replaced?.get(fact) ?? valueOf(fact);
  const total = (facts: readonly FactRow[]) => {
    let sum = Decimal.zero;
    for (const fact of facts) sum = sum.plus(value(fact));
    return sum;
  };
  const minus = equation.minus ?? [];
  const stated = total(equation.left);
  const expected = minus.length === 0 ? total(equation.right) : total(equation.right).minus(total(minus));
  const difference = stated.minus(expected);
  if (difference.isZero()) return { verdict: "passed", stated, expected, difference };
  const addends = [...equation.right, ...minus].filter((fact) => !value(fact).isZero());
  const equality = equation.left.length === 1 && equation.right.length === 1 && minus.length === 0;
  if (equality && sameToCoarser(equation, value)) return { verdict: "passed", stated, expected, difference };
  const tolerance = equality
    ? coarsest([...equation.left, ...equation.right])
    : summed(addends.length === 0 ? equation.left : addends);
  return { verdict: difference.abs().lte(tolerance) ? "rounding" : "failed", stated, expected, difference };
}

/** 95.8 is 95.84 printed with fewer digits: the finer figure, rounded, is the coarser one. */
function sameToCoarser({ left, right }: Equation, value: (fact: FactRow) => Decimal): boolean {
  const [one, other] = [...left, ...right];
  if (one === undefined || other === undefined || precisionOf(one).eq(precisionOf(other))) return false;
  const [coarse, fine] = precisionOf(one).gt(precisionOf(other)) ? [one, other] : [other, one];
  if (COUNTED.has(coarse.unit) || precisionOf(coarse).gte(Decimal.one)) return false;
  return value(fine)
    .round(decimalsOf(precisionOf(coarse)))
    .eq(value(coarse));
}

/** People, cars and visits are counted, never rounded. */
const COUNTED = new Set(["人", "辆", "批次", "人次", "个", "台(套)"]);

function coarsest(facts: readonly FactRow[]): Decimal {
  if (facts.every((fact) => COUNTED.has(fact.unit))) return Decimal.zero;
  return facts.map(precisionOf).reduce((most, one) => (one.gt(most) ? one : most), Decimal.zero);
}

function summed(facts: readonly FactRow[]): Decimal {
  return facts.map(summingPrecision).reduce((sum, one) => sum.plus(one), Decimal.zero);
}

/**
 * Whether both sides of an identity are the same number. Sums are made of whole millionths, which
 * doubles hold exactly; where one might not, the answer is no, and `balance` decides.
 */
export function isExact({ left, right, minus }: Equation): boolean {
  const [stated] = left;
  const [other] = right;
  if (left.length === 1 && right.length === 1 && minus === undefined && stated?.value === other?.value) return true;
  let difference = 0;
  let size = 0;
  for (const fact of left) {
    const amount = millionths(fact.value ?? "0");
    difference += amount;
    size += Math.abs(amount);
  }
  for (const fact of right) {
    const amount = millionths(fact.value ?? "0");
    difference -= amount;
    size += Math.abs(amount);
  }
  for (const fact of minus ?? NOTHING) {
    const amount = millionths(fact.value ?? "0");
    difference += amount;
    size += Math.abs(amount);
  }
  return difference === 0 && size <= Number.MAX_SAFE_INTEGER;
}

const NOTHING: readonly FactRow[] = [];

/** Whether a figure is not greater than another of its unit. */
export function isAtMost(one: FactRow, other: FactRow): boolean {
  const [left, right] = [millionths(one.value ?? "0"), millionths(other.value ?? "0")];
  // NaN is neither: a decimal decides.
  return left <= right || (!(left > right) && valueOf(one).lte(valueOf(other)));
}

/** A decimal in millionths, the last place of the decimal column; NaN where that is no whole number held exactly. */
export function millionths(value: DecimalText): number {
  const negative = value.charCodeAt(0) === MINUS;
  let digits = 0;
  let decimals = -1;
  for (let at = negative ? 1 : 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code === POINT) decimals = 0;
    else {
      digits = digits * 10 + (code - NOUGHT);
      if (decimals >= 0) decimals += 1;
    }
  }
  const scaled = digits * (SCALES[decimals === -1 ? 0 : decimals] ?? Number.NaN);
  return scaled <= Number.MAX_SAFE_INTEGER ? (negative ? -scaled : scaled) : Number.NaN;
}

const MINUS = 45;
const POINT = 46;
const NOUGHT = 48;
/** What digits with 0, 1, …, 6 decimals are multiplied with to be millionths. */
const SCALES = [1_000_000, 100_000, 10_000, 1000, 100, 10, 1];

/** How a stated rate relates to its recomputation. */
export type RateVerdict = "equal" | "truncated" | "within_inputs" | "last_digit" | "filled_up" | "different";

/**
 * Holds a stated rate (in %) against numerator ÷ denominator.
 *
 * - `equal`: rounding the exact quotient to the printed digits gives the printed rate;
 * - `truncated`: cutting the quotient off does (10.5 for 10.56);
 * - `within_inputs`: some value that rounds to the printed amounts gives the printed rate;
 * - `last_digit`: one unit of the last printed digit away, as when shares are made to add up to 100;
 * - `filled_up`: rounded to one digit less and printed with a zero behind it (2.60 for 2.5887);
 * - `different`: none of these.
 */
export function judgeRate(stated: Decimal, step: Decimal, numerator: Rounded, denominator: Rounded): RateVerdict {
  const exact = quotient(numerator.value, denominator.value);
  const decimals = decimalsOf(step);
  if (exact.round(decimals).eq(stated) || exact.round(decimals, "half_even").eq(stated)) {
    return "equal";
  }
  if (exact.round(decimals, "down").eq(stated)) return "truncated";
  const half = step.times(HALF);
  const [low, high] = quotientInterval(numerator, denominator);
  if (stated.plus(half).gte(low) && stated.minus(half).lte(high)) return "within_inputs";
  if (exact.minus(stated).abs().lte(step)) return "last_digit";
  return decimals > 1 && exact.round(decimals - 1).eq(stated) ? "filled_up" : "different";
}

/** A value and how far the unrounded one may lie from it. */
export interface Rounded {
  readonly value: Decimal;
  readonly half: Decimal;
}

/** A money figure with the half unit that its printing may hide. */
export function rounded(fact: FactRow): Rounded {
  return { value: valueOf(fact), half: summingPrecision(fact).times(HALF) };
}

export function plus(left: Rounded, right: Rounded): Rounded {
  return { value: left.value.plus(right.value), half: left.half.plus(right.half) };
}

export function minus(left: Rounded, right: Rounded): Rounded {
  return { value: left.value.minus(right.value), half: left.half.plus(right.half) };
}

function quotientInterval(numerator: Rounded, denominator: Rounded): readonly [Decimal, Decimal] {
  const ends = [numerator.value.minus(numerator.half), numerator.value.plus(numerator.half)].flatMap((top) =>
    [denominator.value.minus(denominator.half), denominator.value.plus(denominator.half)]
      .filter((bottom) => !bottom.isZero())
      .map((bottom) => quotient(top, bottom)),
  );
  const first = ends[0] ?? Decimal.zero;
  return [
    ends.reduce((low, end) => (end.lt(low) ? end : low), first),
    ends.reduce((high, end) => (end.gt(high) ? end : high), first),
  ];
}

/** Per cent, exact to far more digits than any report prints. */
export function quotient(numerator: Decimal, denominator: Decimal): Decimal {
  return numerator.times(HUNDRED).over(denominator);
}

/** Decimals of a power of ten: 0.01 → 2, 1 → 0. */
export function decimalsOf(step: Decimal): number {
  return step.gte(Decimal.one) ? 0 : step.decimals;
}
