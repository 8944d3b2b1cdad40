/**
 * Least gap to the peers that is worth a second look, in the unit of the numerator (万元 for money):
 * a hundred thousand yuan, of guests and cars ten thousand.
 */
const MATERIAL_FROM: Readonly<Record<string, number>> = { three_public: 1 };
const OTHERWISE = 10;

/** @param group of the metric, as of the dictionary. */
export function materialFrom(group: string): number {
  return MATERIAL_FROM[group] ?? OTHERWISE;
}
