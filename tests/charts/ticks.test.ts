import { describe, expect, it } from "vitest";
import { axisOf, plainNumber, ticksOf } from "../../src/charts/ticks.ts";

describe("axisOf(domain, range)", () => {
  it("goes from values to pixels and back", () => {
    const axis = axisOf([0, 20], [100, 500]);
    expect(axis.px(5)).toBe(200);
    expect(axis.at(200)).toBe(5);
  });

  it("does so on a logarithmic axis too", () => {
    const axis = axisOf([1, 100], [0, 200], true);
    expect(axis.px(10)).toBeCloseTo(100, 9);
    expect(axis.at(100)).toBeCloseTo(10, 9);
  });
});

describe("ticksOf(axis, words, width)", () => {
  it("prints round values from the first inside the domain", () => {
    expect(ticksOf(axisOf([0, 22.65], [60, 660]), plainNumber, 720)).toEqual([0, 5, 10, 15, 20]);
    expect(ticksOf(axisOf([-1.79, 3.3], [100, 700]), plainNumber, 720)).toEqual([-1, 0, 1, 2, 3]);
    expect(ticksOf(axisOf([0, 0.004], [60, 360]), plainNumber, 400)).toEqual([0, 0.002, 0.004]);
  });

  it("prints fewer where long labels would touch, and none that would be cut", () => {
    const long = (value: number) => `${value.toFixed(2)} 万元/人`;
    expect(ticksOf(axisOf([0, 22.65], [60, 360]), long, 400)).toEqual([0, 10, 20]);
    expect(ticksOf(axisOf([0, 20], [60, 398]), long, 400)).toEqual([0, 10]);
  });

  it("takes 1, 2, 5 on a logarithmic axis, the powers alone over many of them", () => {
    expect(ticksOf(axisOf([4.5, 340], [60, 660], true), plainNumber, 720)).toEqual([5, 10, 20, 50, 100, 200]);
    expect(ticksOf(axisOf([0.01, 10_000], [60, 300], true), plainNumber, 360)).toEqual([0.01, 1, 100, 10_000]);
  });
});

describe("plainNumber(value)", () => {
  it("prints a real minus, thousands apart and no binary tail", () => {
    expect(plainNumber(-0.5)).toBe("−0.5");
    expect(plainNumber(0.1 + 0.2)).toBe("0.3");
    expect(plainNumber(1234567.25)).toBe("1,234,567.25");
    expect(plainNumber(100)).toBe("100");
  });
});
