import { describe, expect, it } from "vitest";
import { changeBetween } from "../../src/compare/index.ts";
import type { ReportFigure } from "../../src/compare/index.ts";

const figure = (value: number | null, given: Partial<ReportFigure> = {}): ReportFigure => ({
  fiscal_year: 2020,
  report_kind: "final",
  value,
  pass_through: 0,
  merged: false,
  ...given,
});
const later = (value: number | null, given: Partial<ReportFigure> = {}): ReportFigure =>
  figure(value, { fiscal_year: 2021, ...given });

describe("changeBetween(earlier, later, withoutPassThrough)", () => {
  it("gives difference and growth, exactly", () => {
    expect(changeBetween(figure(0.1), later(0.3), true)).toMatchObject({ difference: 0.2, rate: 200, broken: null });
    expect(changeBetween(figure(200), later(150), true)).toMatchObject({ difference: -50, rate: -25 });
  });

  it("has no growth from zero: neither 0 nor +100 %", () => {
    expect(changeBetween(figure(0), later(12), true)).toMatchObject({
      difference: 12,
      rate: null,
      broken: "zero_base",
    });
    expect(changeBetween(figure(0), later(0), true)).toMatchObject({ difference: 0, rate: null, broken: "zero_base" });
    expect(changeBetween(figure(-2), later(4), true)).toMatchObject({ rate: null, broken: "negative_base" });
  });

  it("computes nothing where a side is missing or its table is empty", () => {
    for (const [a, b] of [
      [null, later(1)],
      [figure(1), null],
      [figure(null), later(1)],
      [figure(1), later(null)],
    ] as const) {
      expect(changeBetween(a, b, true)).toEqual({ difference: null, rate: null, broken: "missing", caveats: [] });
    }
  });

  it("computes nothing across a merger or over a missing year", () => {
    expect(changeBetween(figure(10), later(12, { merged: true }), true)).toMatchObject({
      difference: null,
      rate: null,
      broken: "merger",
    });
    expect(changeBetween(figure(10), later(12, { fiscal_year: 2022 }), true)).toMatchObject({
      rate: null,
      broken: "years_apart",
    });
  });

  it("computes across the first report's own merger: both sides are of the merged body", () => {
    expect(changeBetween(figure(10, { merged: true }), later(12), true)).toMatchObject({ rate: 20, broken: null });
  });

  it("leaves pass-through money out of both sides when asked, and says so either way", () => {
    const earlier = figure(16698.66, { pass_through: 3172 });
    const left = changeBetween(earlier, later(7302.57), true);
    expect(left.difference).toBe(-6224.09);
    expect(left.caveats).toEqual(["pass_through"]);
    const kept = changeBetween(earlier, later(7302.57), false);
    expect(kept.difference).toBe(-9396.09);
    expect(kept.caveats).toEqual(["pass_through"]);
  });

  it("says that a final account stands against a budget", () => {
    expect(changeBetween(figure(10), later(12, { report_kind: "budget" }), true)).toMatchObject({
      rate: 20,
      caveats: ["kinds_differ"],
    });
  });
});
