import { describe, expect, it } from "vitest";
import { intervalOf, onePersonEffect, overlaps } from "../../src/compare/interval.ts";

describe("overlaps(a, b)", () => {
  it.each([
    [{ lo: 1, hi: 2 }, { lo: 1.5, hi: 3 }, true],
    [{ lo: 1, hi: 2 }, { lo: 2, hi: 3 }, true],
    [{ lo: 1, hi: 2 }, { lo: 2.01, hi: 3 }, false],
    [{ lo: 1, hi: 9 }, { lo: 4, hi: 5 }, true],
    [{ lo: 3, hi: 3 }, { lo: 3, hi: 3 }, true],
  ])("%j and %j: %j", (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });
});

describe("intervalOf(row)", () => {
  it("is the value itself where no interval is known, and nothing without a value", () => {
    expect(intervalOf({ value: 4, lo: null, hi: null })).toEqual({ lo: 4, hi: 4 });
    expect(intervalOf({ value: null, lo: null, hi: null })).toBeNull();
  });

  it("always holds the value", () => {
    expect(intervalOf({ value: 4, lo: 4.2, hi: 5 })).toEqual({ lo: 4, hi: 5 });
  });
});

describe("onePersonEffect(value, headcount)", () => {
  it("says that one of 18 people weighs 5.6 %", () => {
    const effect = onePersonEffect(16.75, 18);
    expect(effect?.relative).toBeCloseTo(0.0556, 4);
    expect(effect?.lo).toBeCloseTo((16.75 * 18) / 19, 12);
    expect(effect?.hi).toBeCloseTo((16.75 * 18) / 17, 12);
  });

  it("keeps lo below hi for a negative value", () => {
    const effect = onePersonEffect(-2, 10);
    expect(effect?.lo).toBeLessThan(effect?.hi ?? -Infinity);
  });

  it("cannot be said without value, without headcount or for one person", () => {
    expect(onePersonEffect(null, 18)).toBeNull();
    expect(onePersonEffect(5, null)).toBeNull();
    expect(onePersonEffect(5, 1)).toBeNull();
    expect(onePersonEffect(5, 0)).toBeNull();
  });
});
