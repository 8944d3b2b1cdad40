/**
 * Least gap to the peers that is worth a second look, in the unit of the numerator (万元 for money):
 * a hundred thousand yuan, of guests and cars ten thousand.
 */
const MATERIAL_FROM: Readonly<Record<string, number>> = { three_public: 1 };
const OTHERWISE = 10;

/**
 * @param metric group and shape as of the dictionary. A rate that a report states has no amount behind
 *   it: what is far is told by the rate recomputed from amounts, and of the stated one nothing is material.
 */
export function materialFrom(metric: { readonly group: string; readonly shape: string }): number {
  return metric.shape === "stated" ? Infinity : (MATERIAL_FROM[metric.group] ?? OTHERWISE);
}
