import { describe, expect, it } from "vitest";
import { median, medianAbsoluteDeviation, medianInterval } from "../../src/compare/median.ts";

describe("median(values)", () => {
  it.each([
    [[], null],
    [[7], 7],
    [[3, 1], 2],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[5, 1, 4, 2, 3], 3],
    [[2, 2, 9], 2],
    [[0, 0, 0, 8], 0],
    [[-3, -1, 2], -1],
  ])("of %j is %j", (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it("leaves its argument in order", () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("medianAbsoluteDeviation(values)", () => {
  it.each([
    [[], null],
    [[7], 0],
    [[1, 3], 1],
    [[1, 2, 4], 1],
    [[1, 2, 4, 8], 1.5],
    [[1, 2, 3, 4, 100], 1],
  ])("of %j is %j", (values, expected) => {
    expect(medianAbsoluteDeviation(values)).toBe(expected);
  });

  it("is 0, no spread, when at least half of the values are equal", () => {
    expect(medianAbsoluteDeviation([5, 5, 5, 5, 90])).toBe(0);
    expect(medianAbsoluteDeviation([5, 5, 5, 1, 9])).toBe(0);
  });
});

describe("medianInterval(values)", () => {
  it("does not exist below six values", () => {
    expect(medianInterval([1, 2, 3, 4, 5])).toBeNull();
  });

  it.each([
    [6, 1, 6, 1 - 2 / 64],
    [7, 1, 7, 1 - 2 / 128],
    [8, 1, 8, 1 - 2 / 256],
    [9, 2, 8, 1 - 20 / 512],
    [12, 3, 10, 1 - (2 * (1 + 12 + 66)) / 4096],
  ])("of %i values runs from the %i-th to the %i-th", (n, lo, hi, coverage) => {
    const values = Array.from({ length: n }, (_, index) => n - index);
    const interval = medianInterval(values);
    expect(interval).toMatchObject({ lo, hi });
    expect(interval?.coverage).toBeCloseTo(coverage, 12);
  });
});
