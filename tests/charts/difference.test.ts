import { describe, expect, it } from "vitest";
import { difference, inDrawingOrder, signed, type DifferenceRow } from "../../src/charts/difference.ts";
import { labelOf, labelsOf, OPTIONS } from "./drawn.ts";
import { expectGolden } from "./snapshot.ts";

const part = (label: string, gap: number, change: Partial<DifferenceRow> = {}): DifferenceRow => ({
  key: label,
  label,
  gap,
  kind: "part",
  ...change,
});
const ROWS = [
  part("基本工资 30101", 0.92),
  part("其余各款", 0.29, { kind: "rest" }),
  part("奖金 30103", -1.79, { href: "#/source/1" }),
  part("基本养老保险缴费 30108", 1.17, { note: "乙市未列" }),
  part("合计", 0.59, { kind: "total" }),
];
const CHART = { ...OPTIONS, focus_id: "1", other_id: "2" };

describe("inDrawingOrder(rows)", () => {
  it("is the total, the parts by size, the rest", () => {
    expect(inDrawingOrder(ROWS).map((row) => row.gap)).toEqual([0.59, -1.79, 1.17, 0.92, 0.29]);
  });
});

describe("signed(value, format)", () => {
  it("prints plus, minus, and neither before a zero", () => {
    expect([1.5, -1.5, 0].map((value) => signed(value, OPTIONS.format))).toEqual(["+1.50", "−1.50", "0.00"]);
  });

  it("gives none to what prints as zero", () => {
    expect([0.001, -0.001, -0].map((value) => signed(value, OPTIONS.format))).toEqual(["0.00", "0.00", "0.00"]);
  });
});

describe("difference(rows, options)", () => {
  const svg = difference(ROWS, { ...CHART, axisTitle: "万元/人" });

  it("draws the same picture as before", () => {
    expectGolden("difference", svg.outerHTML);
  });

  it("colours by who is higher and leaves the rest grey", () => {
    const fills = [...svg.querySelectorAll("rect")].map((rect) => rect.getAttribute("fill"));
    expect(fills.slice(0, 4)).toEqual(["var(--agency-1)", "var(--agency-2)", "var(--agency-1)", "var(--agency-1)"]);
    expect(fills[4]).toMatch(/control-rule/);
  });

  it("puts the amount beyond the end of its bar", () => {
    const bars = [...svg.querySelectorAll("rect")].map((rect) => Number(rect.getAttribute("x")));
    expect(labelOf(svg, "−1.79").to).toBeLessThan(bars[1] ?? -Infinity);
    expect(labelOf(svg, "+1.17").from).toBeGreaterThan(bars[2] ?? Infinity);
  });

  it("prints notes where there is room and leaves them to the title where not", () => {
    expect(labelsOf(svg).map((label) => label.text)).toContain("乙市未列");
    const long = [part("甲", 3, { note: "not listed by the other agency in its own account" })];
    const narrow = difference(long, { ...CHART, width: 320 });
    expect(labelsOf(narrow).map((label) => label.text)).not.toContain(long[0]?.note);
    expect(narrow.querySelector("rect title")?.textContent).toContain(long[0]?.note);
  });

  it.each([320, 360, 720, 1200])("keeps every label inside at %i px, with amounts of any size", (width) => {
    const rows = [
      ...ROWS,
      part("Employer contribution to basic pension insurance 30108", -123456.78),
      part("很大", 98765.43),
    ];
    for (const label of labelsOf(difference(rows, { ...CHART, width }))) {
      expect(label.from, label.text).toBeGreaterThanOrEqual(-0.5);
      expect(label.to, label.text).toBeLessThanOrEqual(width + 0.5);
    }
  });

  it("draws a single negative bar, all zeros, and nothing", () => {
    expect(labelsOf(difference([part("甲", -2)], CHART)).map((label) => label.text)).toContain("−2.00");
    expect(labelsOf(difference([part("甲", 0)], CHART)).map((label) => label.text)).toContain("0.00");
    expect(difference([], CHART).textContent).toBe("没有可显示的单位");
  });
});
