/**
 * Cutoffs of the modified z-score, 0.6745·|ln x − median| ÷ MAD, so that a screen without anything
 * unusual shows a prompt in 5 % of cases: the (0.95)^(1/m) quantile of the largest score among n
 * values, where m is the number of metrics on screen. A fixed 3.5 would flag 13.5 % at n = 8 for
 * one metric alone. Simulated with normal logs (400,000 draws per n; 200,000 from n = 75);
 * tests/compare/robust-cutoff.test.ts draws again with a seed of its own.
 */
const METRICS = [1, 5, 10, 20, 50] as const;

const CUTOFFS: readonly (readonly [n: number, cutoffs: readonly [number, number, number, number, number]])[] = [
  [10, [4.56, 6.87, 8.1, 9.48, 11.68]],
  [11, [4.65, 7.04, 8.33, 9.73, 11.92]],
  [12, [4.36, 6.23, 7.18, 8.19, 9.78]],
  [13, [4.44, 6.38, 7.4, 8.53, 10.06]],
  [14, [4.23, 5.84, 6.65, 7.5, 8.81]],
  [15, [4.29, 5.95, 6.75, 7.62, 8.81]],
  [16, [4.13, 5.6, 6.29, 7.06, 8.13]],
  [18, [4.06, 5.39, 6.04, 6.7, 7.61]],
  [20, [4.0, 5.2, 5.78, 6.4, 7.24]],
  [25, [3.93, 5.01, 5.51, 6.01, 6.72]],
  [30, [3.84, 4.76, 5.16, 5.58, 6.16]],
  [40, [3.78, 4.57, 4.92, 5.27, 5.71]],
  [50, [3.76, 4.47, 4.77, 5.08, 5.53]],
  [75, [3.74, 4.34, 4.59, 4.88, 5.2]],
  [100, [3.75, 4.29, 4.52, 4.76, 5.04]],
  [200, [3.82, 4.28, 4.47, 4.65, 4.9]],
];

/** The least n for which a modified z-score is used at all. */
export const ROBUST_FROM = 10;

/**
 * @param n number of comparable values, at least 10.
 * @param metrics number of metrics on the same screen, at least 1.
 * @returns the calibrated cutoff; between two entries of the table the stricter one.
 * @throws RangeError below n = 10 or for less than one metric: there is no such cutoff.
 */
export function robustCutoff(n: number, metrics: number): number {
  if (n < ROBUST_FROM || metrics < 1) {
    throw new RangeError(`found n = ${n} and ${metrics} metrics, expected n >= ${ROBUST_FROM} and at least one metric`);
  }
  const found = METRICS.findIndex((count) => count >= metrics);
  const column = found === -1 ? METRICS.length - 1 : found;
  const above = CUTOFFS.findIndex(([size]) => size >= n);
  const last = above === -1 ? CUTOFFS.length - 1 : above;
  const exact = CUTOFFS[last]?.[0] === n;
  const neighbours = CUTOFFS.slice(exact || above === -1 ? last : Math.max(0, last - 1), last + 1);
  return Math.max(...neighbours.map(([, cutoffs]) => cutoffs[column] ?? 0));
}
