import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainProduct, logarithmicMean, receptionFactors, vehicleFactors } from "../../src/compare/quantity-price.ts";

describe("explainProduct(factors)", () => {
  it("names the quantity as what drives a gap at nearly equal prices", () => {
    const factors = receptionFactors({ cost: 1.2, visits: 30, visitors: 90 }, { cost: 0.1, visits: 3, visitors: 9 });
    const result = explainProduct(factors);
    if (result.kind !== "explained") throw new Error(result.reason);
    expect(result.focus).toBeCloseTo(1.2, 12);
    expect(result.gap).toBeCloseTo(1.1, 12);
    expect(result.ratio).toBeCloseTo(12, 9);
    expect(result.driver).toBe("visits");
    expect(result.driver_with_gap).toBe(true);
    expect(result.factors.map((factor) => factor.ratio)).toEqual([10, 1, expect.closeTo(1.2, 9)]);
    expect(result.factors[1]?.contribution).toBe(0);
  });

  it("adds up to the gap without remainder for any positive factors", () => {
    const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(positive, positive), { minLength: 1, maxLength: 4 }), (pairs) => {
        const result = explainProduct(pairs.map(([focus, other], index) => ({ id: String(index), focus, other })));
        if (result.kind !== "explained") throw new Error(result.reason);
        const total = result.factors.reduce((sum, factor) => sum + factor.contribution, 0);
        expect(Math.abs(total - result.gap)).toBeLessThan(1e-8 * Math.max(1, result.focus, result.other));
      }),
    );
  });

  it("finds no driver, and no shares, where nothing differs", () => {
    const same = explainProduct([{ id: "x", focus: 3, other: 3 }]);
    expect(same).toMatchObject({ kind: "explained", gap: 0, driver: null, driver_with_gap: false });
  });

  it("says when the strongest factor is outweighed by the others", () => {
    const result = explainProduct([
      { id: "quantity", focus: 1, other: 3 },
      { id: "price", focus: 2.5, other: 1 },
      { id: "size", focus: 2, other: 1 },
    ]);
    expect(result).toMatchObject({ driver: "quantity", driver_with_gap: false });
  });

  it("is not computable with an undisclosed, a zero or no factor, and says which", () => {
    expect(
      explainProduct([
        { id: "a", focus: null, other: 1 },
        { id: "b", focus: 1, other: 1 },
      ]),
    ).toEqual({
      kind: "not_computable",
      reason: "undisclosed",
      factors: ["a"],
    });
    expect(explainProduct([{ id: "a", focus: 0, other: 1 }])).toMatchObject({
      reason: "zero_or_negative",
      factors: ["a"],
    });
    expect(explainProduct([])).toMatchObject({ kind: "not_computable" });
  });
});

describe("receptionFactors(focus, other)", () => {
  it("puts guests before price, per staff where staff is given", () => {
    const factors = receptionFactors(
      { cost: 2, visits: 20, visitors: 100, staff: 50 },
      { cost: 1, visits: 10, visitors: 40, staff: 10 },
    );
    expect(factors).toEqual([
      { id: "visits_per_staff", focus: 0.4, other: 1 },
      { id: "visitors_per_visit", focus: 5, other: 4 },
      { id: "cost_per_visitor", focus: 0.02, other: 0.025 },
    ]);
  });

  it("has no price of no guests", () => {
    const factors = receptionFactors({ cost: 0, visits: 0, visitors: 0 }, { cost: 1, visits: 10, visitors: 40 });
    expect(factors.map((factor) => factor.focus)).toEqual([0, null, null]);
  });
});

describe("vehicleFactors(focus, other)", () => {
  it("is cars times the cost of a car", () => {
    expect(vehicleFactors({ cost: 6, vehicles: 2 }, { cost: 4, vehicles: 4 })).toEqual([
      { id: "vehicles", focus: 2, other: 4 },
      { id: "cost_per_vehicle", focus: 3, other: 1 },
    ]);
  });
});

describe("logarithmicMean(a, b)", () => {
  it("lies between the geometric and the arithmetic mean", () => {
    expect(logarithmicMean(2, 8)).toBeGreaterThan(4);
    expect(logarithmicMean(2, 8)).toBeLessThan(5);
    expect(logarithmicMean(2, 8)).toBeCloseTo(logarithmicMean(8, 2), 12);
  });

  it("is the number itself for two equal ones, and stays smooth beside it", () => {
    expect(logarithmicMean(5, 5)).toBe(5);
    expect(logarithmicMean(5, 5 * (1 + 1e-12))).toBeCloseTo(5, 9);
  });
});
