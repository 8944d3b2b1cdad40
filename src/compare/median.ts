import type { Interval } from "./interval.ts";

/** The values from the least to the greatest: doubles of their own sort without a call per pair. */
export function ascending(values: ArrayLike<number>): Float64Array {
  return new Float64Array(values).sort();
}

/** The middle value, or the mean of the two middle ones; null for no values. */
export function median(values: ArrayLike<number>): number | null {
  return middleOf(ascending(values));
}

/** The median of values that ascend already. */
export function middleOf(sorted: ArrayLike<number>): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (upper === undefined) return null;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return lower === upper ? upper : (lower + upper) / 2;
}

/**
 * Median absolute deviation, unscaled; null for no values. 0 means «no spread»: at least half of
 * the values are equal, so nothing can be measured in multiples of it.
 */
export function medianAbsoluteDeviation(values: readonly number[] | Float64Array): number | null {
  const centre = median(values);
  return centre === null ? null : median(values.map((value) => Math.abs(value - centre)));
}

/** An interval that holds the median of what the values are drawn from. */
export interface MedianInterval extends Interval {
  /** Exact coverage, 0…1, of the order statistics chosen; at least 0.95. */
  coverage: number;
}

/**
 * The narrowest pair of order statistics x(k), x(n+1−k) that covers the median with at least 95 %:
 * coverage is 1 − 2·P(Bin(n, ½) < k), free of any assumption on the distribution.
 *
 * @returns null below n = 6, where even minimum and maximum cover less than 95 %.
 */
export function medianInterval(values: ArrayLike<number>): MedianInterval | null {
  const n = values.length;
  const sorted = ascending(values);
  let probability = 0.5 ** n;
  let below = probability;
  let best: MedianInterval | null = null;
  for (let k = 1; k <= n / 2 && 1 - 2 * below >= 0.95; k += 1) {
    const lo = sorted[k - 1];
    const hi = sorted[n - k];
    if (lo === undefined || hi === undefined) break;
    best = { lo, hi, coverage: 1 - 2 * below };
    probability *= (n - k + 1) / k;
    below += probability;
  }
  return best;
}
