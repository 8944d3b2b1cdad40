/** Both ends inclusive. */
export interface Interval {
  lo: number;
  hi: number;
}

/**
 * Whether two intervals share a point; then the order of the two values is not known and they tie.
 * Touching counts: 1.445 may be the true value behind both 1.44 and 1.45.
 */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.lo <= b.hi && b.lo <= a.hi;
}

/** The values' own interval, or the point itself where a row gives no interval; null without a value. */
export function intervalOf(row: { value: number | null; lo: number | null; hi: number | null }): Interval | null {
  if (row.value === null) return null;
  return { lo: Math.min(row.lo ?? row.value, row.value), hi: Math.max(row.hi ?? row.value, row.value) };
}

/** What one person more or less does to a per-staff figure. */
export interface PersonEffect extends Interval {
  /** Relative weight of one person: 1 ÷ headcount (18 people → 0.0556). */
  relative: number;
}

/**
 * @param value the per-staff figure.
 * @param headcount its denominator, in persons.
 * @returns `lo` with one person more, `hi` with one person less; null where that cannot be said:
 *   no headcount, or one person (one less leaves nobody to divide by). A negative value keeps lo ≤ hi.
 */
export function onePersonEffect(value: number | null, headcount: number | null): PersonEffect | null {
  if (value === null || headcount === null || headcount <= 1) return null;
  const more = (value * headcount) / (headcount + 1);
  const less = (value * headcount) / (headcount - 1);
  return { lo: Math.min(more, less), hi: Math.max(more, less), relative: 1 / headcount };
}
