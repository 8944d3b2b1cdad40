import { describe, expect, it } from "vitest";
import { median, medianAbsoluteDeviation } from "../../src/compare/median.ts";
import { robustCutoff } from "../../src/compare/robust-cutoff.ts";

/** Mulberry32: a small generator with a seed, so that a run can be repeated. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Largest absolute modified z-score of n normal values, `draws` times. */
function largestScores(n: number, draws: number, seed: number): number[] {
  const next = uniform(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return Array.from({ length: draws }, () => {
    const values = Array.from({ length: n }, normal);
    const centre = median(values) ?? NaN;
    const spread = medianAbsoluteDeviation(values) ?? NaN;
    return Math.max(...values.map((value) => (0.6745 * Math.abs(value - centre)) / spread));
  });
}

const shareAbove = (scores: readonly number[], cutoff: number) =>
  scores.filter((score) => score > cutoff).length / scores.length;

describe("robustCutoff(n, metrics)", () => {
  it("is needed: a fixed 3.5 flags about 17 % falsely at n = 4 and 13.5 % at n = 8", () => {
    expect(shareAbove(largestScores(4, 20_000, 1), 3.5)).toBeCloseTo(0.17, 1.7);
    expect(shareAbove(largestScores(8, 20_000, 2), 3.5)).toBeCloseTo(0.135, 1.7);
  });

  it.each([
    [10, 1],
    [10, 5],
    [12, 10],
    [15, 1],
    [20, 5],
    [30, 10],
  ])("flags 5 %% of screens falsely at n = %i with %i metrics", (n, metrics) => {
    const scores = largestScores(n, 16_000, 100 * n + metrics);
    const perMetric = shareAbove(scores, robustCutoff(n, metrics));
    const perScreen = 1 - (1 - perMetric) ** metrics;
    expect(perScreen).toBeGreaterThan(0.035);
    expect(perScreen).toBeLessThan(0.065);
  });

  it("takes the stricter neighbour between two entries", () => {
    expect(robustCutoff(17, 1)).toBe(Math.max(robustCutoff(16, 1), robustCutoff(18, 1)));
    expect(robustCutoff(10, 2)).toBe(robustCutoff(10, 5));
    expect(robustCutoff(5000, 500)).toBe(robustCutoff(200, 50));
  });

  it("does not exist below ten values or without a metric", () => {
    expect(() => robustCutoff(9, 1)).toThrow(RangeError);
    expect(() => robustCutoff(10, 0)).toThrow(/at least one metric/);
  });
});
