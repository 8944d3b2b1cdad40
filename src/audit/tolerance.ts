import Big from "big.js";
import type { FactRow } from "../domain/records.ts";
import { normalisedUnit } from "../domain/units.ts";
import type { Equation, Verdict } from "./types.ts";

const ZERO = new Big(0);
const CENT = new Big("0.01");

/** The exact value of a figure; zero for an empty cell, which callers filter out before adding. */
export function valueOf(fact: FactRow): Big {
  return new Big(fact.value ?? 0);
}

export function sumOf(facts: readonly FactRow[]): Big {
  return facts.reduce((sum, fact) => sum.plus(valueOf(fact)), ZERO);
}

/** One unit of the last printed digit, in the figure's unit. */
export function precisionOf(fact: FactRow): Big {
  return new Big(fact.precision ?? 0);
}

/**
 * The precision at which money takes part in a sum. Reports print to the hundredth and drop
 * trailing zeros («6» for 6.00, «41.3» for 41.30), so that a whole number among hundredths does
 * not loosen the sum to ±1; 亿元 keeps hundredths of 亿元.
 */
export function summingPrecision(fact: FactRow): Big {
  const own = precisionOf(fact);
  if (fact.unit !== "万元") return own.gt(1) ? own : ZERO;
  const factor = normalisedUnit(fact.unit_text)?.factor ?? new Big(1);
  const hundredth = CENT.times(factor);
  return own.gt(hundredth) ? hundredth : own;
}

export interface Balance {
  readonly verdict: Verdict;
  readonly stated: Big;
  readonly expected: Big;
  readonly difference: Big;
}

/**
 * Weighs both sides of an identity. Rounding: at most one unit of the last printed digit per
 * addend that is not zero (a printed zero has nothing to round away in practice, and twenty empty
 * rows must not hide a difference of 0.20).
 *
 * @param replaced values taken instead of the printed ones, by fact_id: «what if this cell read …».
 */
export function balance(equation: Equation, replaced: ReadonlyMap<string, Big> = new Map()): Balance {
  const value = (fact: FactRow) => replaced.get(fact.fact_id) ?? valueOf(fact);
  const total = (facts: readonly FactRow[]) => facts.reduce((sum, fact) => sum.plus(value(fact)), ZERO);
  const minus = equation.minus ?? [];
  const stated = total(equation.left);
  const expected = total(equation.right).minus(total(minus));
  const difference = stated.minus(expected);
  if (difference.eq(0)) return { verdict: "passed", stated, expected, difference };
  const addends = [...equation.right, ...minus].filter((fact) => !value(fact).eq(0));
  const equality = equation.left.length === 1 && equation.right.length === 1 && minus.length === 0;
  if (equality && sameToCoarser(equation, value)) return { verdict: "passed", stated, expected, difference };
  const tolerance = equality
    ? coarsest([...equation.left, ...equation.right])
    : summed(addends.length === 0 ? equation.left : addends);
  return { verdict: difference.abs().lte(tolerance) ? "rounding" : "failed", stated, expected, difference };
}

/** 95.8 is 95.84 printed with fewer digits: the finer figure, rounded, is the coarser one. */
function sameToCoarser({ left, right }: Equation, value: (fact: FactRow) => Big): boolean {
  const [one, other] = [...left, ...right];
  if (one === undefined || other === undefined || precisionOf(one).eq(precisionOf(other))) return false;
  const [coarse, fine] = precisionOf(one).gt(precisionOf(other)) ? [one, other] : [other, one];
  if (COUNTED.has(coarse.unit) || precisionOf(coarse).gte(1)) return false;
  return value(fine)
    .round(decimalsOf(precisionOf(coarse)), Big.roundHalfUp)
    .eq(value(coarse));
}

/** People, cars and visits are counted, never rounded. */
const COUNTED = new Set(["人", "辆", "批次", "人次", "个", "台(套)"]);

function coarsest(facts: readonly FactRow[]): Big {
  if (facts.every((fact) => COUNTED.has(fact.unit))) return ZERO;
  return facts.map(precisionOf).reduce((most, one) => (one.gt(most) ? one : most), ZERO);
}

function summed(facts: readonly FactRow[]): Big {
  return facts.map(summingPrecision).reduce((sum, one) => sum.plus(one), ZERO);
}

/** How a stated rate relates to its recomputation. */
export type RateVerdict = "equal" | "truncated" | "within_inputs" | "last_digit" | "different";

/**
 * Holds a stated rate (in %) against numerator ÷ denominator.
 *
 * - `equal`: rounding the exact quotient to the printed digits gives the printed rate;
 * - `truncated`: cutting the quotient off does (10.5 for 10.56);
 * - `within_inputs`: some value that rounds to the printed amounts gives the printed rate;
 * - `last_digit`: one unit of the last printed digit away, as when shares are made to add up to 100;
 * - `different`: none of these.
 */
export function judgeRate(stated: Big, step: Big, numerator: Rounded, denominator: Rounded): RateVerdict {
  const exact = quotient(numerator.value, denominator.value);
  const decimals = decimalsOf(step);
  if (exact.round(decimals, Big.roundHalfUp).eq(stated) || exact.round(decimals, Big.roundHalfEven).eq(stated)) {
    return "equal";
  }
  if (exact.round(decimals, Big.roundDown).eq(stated)) return "truncated";
  const half = step.div(2);
  const [low, high] = quotientInterval(numerator, denominator);
  if (stated.plus(half).gte(low) && stated.minus(half).lte(high)) return "within_inputs";
  return exact.minus(stated).abs().lte(step) ? "last_digit" : "different";
}

/** A value and how far the unrounded one may lie from it. */
export interface Rounded {
  readonly value: Big;
  readonly half: Big;
}

/** A money figure with the half unit that its printing may hide. */
export function rounded(fact: FactRow): Rounded {
  return { value: valueOf(fact), half: summingPrecision(fact).div(2) };
}

export function plus(left: Rounded, right: Rounded): Rounded {
  return { value: left.value.plus(right.value), half: left.half.plus(right.half) };
}

export function minus(left: Rounded, right: Rounded): Rounded {
  return { value: left.value.minus(right.value), half: left.half.plus(right.half) };
}

function quotientInterval(numerator: Rounded, denominator: Rounded): readonly [Big, Big] {
  const ends = [numerator.value.minus(numerator.half), numerator.value.plus(numerator.half)].flatMap((top) =>
    [denominator.value.minus(denominator.half), denominator.value.plus(denominator.half)]
      .filter((bottom) => !bottom.eq(0))
      .map((bottom) => quotient(top, bottom)),
  );
  const first = ends[0] ?? ZERO;
  return [
    ends.reduce((low, end) => (end.lt(low) ? end : low), first),
    ends.reduce((high, end) => (end.gt(high) ? end : high), first),
  ];
}

/** Per cent, exact to far more digits than any report prints. */
export function quotient(numerator: Big, denominator: Big): Big {
  return numerator.times(100).div(denominator);
}

/** Decimals of a power of ten: 0.01 → 2, 1 → 0. */
export function decimalsOf(step: Big): number {
  return step.gte(1) ? 0 : -step.e;
}
