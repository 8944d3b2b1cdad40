import { describe, expect, it } from "vitest";
import { bullet, type BulletRow } from "../../src/charts/bullet.ts";
import { labelsOf, OPTIONS } from "./drawn.ts";
import { expectGolden } from "./snapshot.ts";

const row = (id: string, final: number | null, budget: number | null, change: Partial<BulletRow> = {}): BulletRow => ({
  key: id,
  agency_id: id,
  label: `单位${id}`,
  final,
  budget,
  ...change,
});
const ROWS = [
  row("1", 1.71, 16.2, { rate_text: "完成 10.6%", href: "#/source/1" }),
  row("2", 8.26, 8.26, { rate_text: "100%" }),
  row("3", 0.37, null, { rate_text: "自称 100%", budget_missing: "未披露年初" }),
  row("4", 0, 0, { rate_text: "不可算" }),
];
const widths = (svg: SVGSVGElement) =>
  [...svg.querySelectorAll("rect")].map((rect) => Number(rect.getAttribute("width")));

describe("bullet(rows, options)", () => {
  const svg = bullet(ROWS, { ...OPTIONS, axisTitle: "万元" });

  it("draws the same picture as before", () => {
    expectGolden("bullet", svg.outerHTML);
  });

  it("prints both amounts and the rate of every row, and says what is missing", () => {
    const printed = labelsOf(svg).map((label) => label.text);
    for (const text of ["1.71 / 16.20", "完成 10.6%", "0.37 / 未披露年初", "0.00 / 0.00", "不可算"])
      expect(printed).toContain(text);
  });

  it("draws no frame for a missing budget and a line for a stated zero", () => {
    expect(widths(svg)).toHaveLength(3 + 4);
    expect(Math.min(...widths(svg))).toBeCloseTo(2, 6);
    expect(widths(bullet([row("3", null, null)], OPTIONS))).toEqual([]);
  });

  it("lets an overspent bar leave its frame", () => {
    const [frame, bar] = widths(bullet([row("1", 20, 16)], OPTIONS));
    expect(bar).toBeGreaterThan(frame ?? Infinity);
  });

  it.each([320, 360, 720, 1200])("keeps every label inside at %i px", (width) => {
    const long = [
      row("5", 123456.78, null, {
        label: "Zhuoshui Social Insurance Administration",
        budget_missing: "initial budget not disclosed",
      }),
      ...ROWS,
    ];
    for (const label of labelsOf(bullet(long, { ...OPTIONS, width }))) {
      expect(label.from, label.text).toBeGreaterThanOrEqual(-0.5);
      expect(label.to, label.text).toBeLessThanOrEqual(width + 0.5);
    }
  });

  it("says so when there is no row", () => {
    expect(bullet([], OPTIONS).textContent).toBe("没有可显示的单位");
  });
});
