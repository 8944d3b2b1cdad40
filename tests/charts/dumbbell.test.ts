import { describe, expect, it } from "vitest";
import { dumbbell, type DumbbellRow } from "../../src/charts/dumbbell.ts";
import { labelOf, labelsOf, OPTIONS } from "./drawn.ts";
import { expectGolden } from "./snapshot.ts";

const row = (id: string, values: readonly (number | null)[], change: Partial<DumbbellRow> = {}): DumbbellRow => ({
  key: id,
  agency_id: id,
  label: `单位${id}`,
  stages: values.map((value) => ({ value })),
  ...change,
});
const PERCENT = { ...OPTIONS, format: (value: number) => `${value.toFixed(1)}%` };
const REFERENCE = { value: 100, label: "100%" };
const ROWS = [
  row("1", [298.8]),
  row("2", [5.2, 155.7]),
  row("3", [108.2]),
  row("4", [72.4, 95.2], { end_note: "剔除过手资金" }),
  row("5", [null, null], { missing_text: "未披露年初预算", missing_href: "#/source/5" }),
];
const placesOf = (svg: SVGSVGElement) =>
  [...svg.querySelectorAll("circle")].map((circle) => Number(circle.getAttribute("cx")));

describe("dumbbell(rows, options)", () => {
  const svg = dumbbell(ROWS, { ...PERCENT, log: true, reference: REFERENCE, axisTitle: "% · 对数轴" });

  it("draws the same picture as before", () => {
    expectGolden("dumbbell-log", svg.outerHTML);
    expectGolden("dumbbell", dumbbell([row("1", [80, 100, 96]), row("2", [80, 82, 300])], OPTIONS).outerHTML);
  });

  it("prints the last value at the right, the earlier ones at their rings, and words for none", () => {
    const printed = labelsOf(svg).map((label) => label.text);
    for (const text of [
      "298.8%",
      "5.2%",
      "155.7%",
      "72.4%",
      "95.2%",
      "剔除过手资金",
      "未披露年初预算",
      "100%",
      "% · 对数轴",
    ]) {
      expect(printed).toContain(text);
    }
  });

  it("prints round ticks on a logarithmic axis", () => {
    const printed = labelsOf(svg).map((label) => label.text);
    expect(printed).toEqual(expect.arrayContaining(["5", "10", "20", "50", "100", "200"]));
  });

  it("says at the left end what a logarithmic axis cannot hold", () => {
    const zero = dumbbell([row("1", [0, 12]), row("2", [5, 0])], { ...OPTIONS, log: true });
    expect(labelsOf(zero).filter((label) => label.text === "← 0.00")).toHaveLength(2);
    expect(placesOf(zero)).toHaveLength(2);
    const end = labelOf(zero, "← 0.00").to;
    expect(Math.min(...placesOf(zero))).toBeGreaterThan(end);
  });

  it("puts the label of a second earlier stage below where the two would touch", () => {
    const near = dumbbell([row("1", [80, 82, 300])], OPTIONS);
    expect(labelOf(near, "82.00").y).toBeGreaterThan(labelOf(near, "80.00").y);
    const apart = dumbbell([row("1", [80, 200, 300])], OPTIONS);
    expect(labelOf(apart, "200.00").y).toBe(labelOf(apart, "80.00").y);
  });

  it("starts at zero on a linear axis", () => {
    expect(labelsOf(dumbbell([row("1", [80, 100])], OPTIONS)).map((label) => label.text)).toContain("0");
  });

  it("keeps a ring visible around an equal last value", () => {
    const equal = dumbbell([row("1", [100, 100])], OPTIONS);
    const radii = [...equal.querySelectorAll("circle")].map((circle) => Number(circle.getAttribute("r")));
    expect(radii[0]).toBeGreaterThan(radii[1] ?? Infinity);
  });

  it.each([320, 360, 720, 1200])("keeps every label inside at %i px", (width) => {
    for (const label of labelsOf(dumbbell(ROWS, { ...PERCENT, width, log: true, reference: REFERENCE }))) {
      expect(label.from, label.text).toBeGreaterThanOrEqual(-0.5);
      expect(label.to, label.text).toBeLessThanOrEqual(width + 0.5);
    }
  });

  it("draws neither ticks nor rule where nothing has a value, and says so when there is no row", () => {
    const none = dumbbell([row("5", [null], { missing_text: "未披露" })], {
      ...OPTIONS,
      log: true,
      reference: REFERENCE,
    });
    expect(
      labelsOf(none)
        .map((label) => label.text)
        .filter(Boolean),
    ).toEqual(["单位5", "未披露"]);
    expect(dumbbell([], OPTIONS).textContent).toBe("没有可显示的单位");
  });
});
