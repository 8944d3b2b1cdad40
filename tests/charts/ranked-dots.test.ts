import { describe, expect, it } from "vitest";
import { rankedDots, type RankedDotsRow } from "../../src/charts/ranked-dots.ts";
import { labelOf, labelsOf, OPTIONS } from "./drawn.ts";
import { expectGolden } from "./snapshot.ts";

const row = (id: string, label: string, value: number | null, change: Partial<RankedDotsRow> = {}): RankedDotsRow => ({
  report_id: `${id}-2020-final`,
  agency_id: id,
  label,
  value,
  lo: value,
  hi: value,
  status: value === null ? "undisclosed" : "ok",
  ...change,
});

const ROWS = [
  row("1", "甲市", 22.65, { ratio_text: "1.25×", href: "#/source/1", title: "甲市 = 1,336.56 ÷ 59" }),
  row("2", "乙市", 19.57, { ratio_text: "0.99×", lo: 15.4, status: "borrowed" }),
  row("3", "丙区", 16.75, { ratio_text: "0.79×", lo: 15.87, hi: 17.73 }),
  row("4", "丁市", null, { missing_text: "未披露人数 · 填入假设 →", href: "#/assume/4" }),
];
const MEDIAN = { value: 19.57, label: "中位数 19.57" };

describe("rankedDots(rows, options)", () => {
  const svg = rankedDots(ROWS, { ...OPTIONS, median: MEDIAN, axisTitle: "万元/人" });

  it("draws the same picture as before", () => {
    expectGolden("ranked-dots", svg.outerHTML);
  });

  it("prints every value and ratio, and words where a value is missing", () => {
    const printed = labelsOf(svg).map((label) => label.text);
    for (const text of [
      "22.65",
      "1.25×",
      "19.57",
      "0.99×",
      "16.75",
      "0.79×",
      "未披露人数 · 填入假设 →",
      "中位数 19.57",
      "万元/人",
    ]) {
      expect(printed).toContain(text);
    }
  });

  it("keeps the rows in the given order from top to bottom", () => {
    const heights = ROWS.map((each) => labelOf(svg, each.label).y);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  });

  it("makes links that have a name, in a group and not in an image", () => {
    expect(svg.getAttribute("role")).toBe("group");
    const links = [...svg.querySelectorAll("a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual(["#/source/1", "#/source/1", "#/assume/4"]);
    expect(links[0]?.getAttribute("aria-label")).toBe("甲市 = 1,336.56 ÷ 59");
    // The number leads where its dot leads, without a second stop for the keyboard.
    expect(links.map((link) => link.getAttribute("tabindex"))).toEqual([null, "-1", null]);
    expect(rankedDots([row("1", "甲市", 1)], OPTIONS).getAttribute("role")).toBe("img");
  });

  it("leaves the dot of a borrowed input hollow and its place on the axis", () => {
    const circles = [...svg.querySelectorAll("circle")];
    expect(circles).toHaveLength(3);
    expect(circles.map((circle) => circle.getAttribute("fill"))).toEqual([
      "var(--agency-1)",
      "var(--ground, Canvas)",
      "var(--agency-3)",
    ]);
  });

  it.each([320, 360, 720, 1200])("keeps every label inside at %i px", (width) => {
    const long = [
      row("1", "Zhuoshui Municipal Social Insurance Service Centre", 22.65, { ratio_text: "1.25×" }),
      ...ROWS,
    ];
    for (const label of labelsOf(rankedDots(long, { ...OPTIONS, width, median: MEDIAN }))) {
      expect(label.from, label.text).toBeGreaterThanOrEqual(-0.5);
      expect(label.to, label.text).toBeLessThanOrEqual(width + 0.5);
    }
  });

  it("gives the whole name as title where it is cut", () => {
    const name = "某某省某某市某某区城乡居民社会保险事业管理服务中心（本级）某某分中心";
    const narrow = rankedDots([row("1", name, 1)], { ...OPTIONS, width: 320 });
    expect([...narrow.querySelectorAll("title")].map((title) => title.textContent)).toContain(name);
  });

  it("draws a zero at the axis and negative values left of it", () => {
    const signs = rankedDots(
      [row("1", "甲", 0, { status: "stated_zero" }), row("2", "乙", -5), row("3", "丙", 3)],
      OPTIONS,
    );
    const [zero, minus, plus] = [...signs.querySelectorAll("circle")].map((circle) =>
      Number(circle.getAttribute("cx")),
    );
    expect(minus).toBeLessThan(zero ?? NaN);
    expect(plus).toBeGreaterThan(zero ?? NaN);
  });

  it("prints no ticks where nothing has a value", () => {
    const none = rankedDots([row("4", "丁市", null, { missing_text: "未披露" })], OPTIONS);
    expect(labelsOf(none).map((label) => label.text)).toEqual(["丁市", "未披露"]);
  });

  it("says so when there is no row", () => {
    expect(rankedDots([], OPTIONS).textContent).toBe("没有可显示的单位");
  });

  it("tells assumed, contradicted and unclear values apart by form", () => {
    const forms = rankedDots(
      [
        row("1", "甲", 1, { status: "assumed" }),
        row("2", "乙", 2, { status: "contradicted" }),
        row("3", "丙", 3, { status: "unclear_basis" }),
      ],
      OPTIONS,
    );
    expect(forms.querySelectorAll("[stroke-dasharray='3,2'] circle, circle[stroke-dasharray='3,2']")).toHaveLength(1);
    expect(labelsOf(forms).map((label) => label.text)).toEqual(expect.arrayContaining(["//", "?"]));
  });
});
