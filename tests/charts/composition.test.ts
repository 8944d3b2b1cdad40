import { describe, expect, it } from "vitest";
import { composition, type CompositionRow } from "../../src/charts/composition.ts";
import { labelsOf, OPTIONS } from "./drawn.ts";
import { expectGolden } from "./snapshot.ts";

const CATEGORIES = [
  { id: "301", label: "工资福利 301", fill: "var(--part-1)", text: "var(--on-part-1)" },
  { id: "303", label: "对个人和家庭 303", fill: "var(--part-2)", text: "var(--on-part-2)" },
  { id: "302", label: "商品和服务 302", fill: "var(--part-3)", text: "var(--on-part-3)" },
];
const row = (
  id: string,
  total: number | null,
  parts: CompositionRow["parts"],
  change: Partial<CompositionRow> = {},
): CompositionRow => ({
  key: id,
  agency_id: id,
  label: `单位${id}`,
  total,
  parts,
  ...change,
});
const ROWS = [
  row("1", 22.65, [
    { category: "301", value: 17.11, href: "#/source/1" },
    { category: "303", value: 2.28 },
    { category: "302", value: 3.26 },
  ]),
  row("3", 16.75, [
    { category: null, label: "人员经费（301／303 未分列）", value: 15.13 },
    { category: "302", value: 1.62 },
  ]),
  row("4", null, [], { missing_text: "未披露人数", missing_href: "#/assume/4" }),
];
const CHART = { ...OPTIONS, categories: CATEGORIES, mode: "absolute", rest_label: "未列明" } as const;
const barsOf = (svg: SVGSVGElement) =>
  [...svg.querySelectorAll("rect")]
    .filter((rect) => rect.querySelector("title") !== null)
    .map((rect) => Number(rect.getAttribute("width")));

describe("composition(rows, options)", () => {
  const svg = composition(ROWS, { ...CHART, axisTitle: "万元/人" });

  it("draws the same picture as before", () => {
    expectGolden("composition", svg.outerHTML);
    expectGolden("composition-share", composition(ROWS, { ...CHART, mode: "share" }).outerHTML);
  });

  it("names the categories, the totals, and what is not split", () => {
    const printed = labelsOf(svg).map((label) => label.text);
    for (const text of ["工资福利 301", "17.11", "22.65", "人员经费（301／303 未分列） 15.13", "未披露人数"]) {
      expect(printed).toContain(text);
    }
  });

  it("prints an amount only inside a segment that holds it", () => {
    const narrow = composition(
      [
        row("1", 100, [
          { category: "301", value: 99.5 },
          { category: "303", value: 0.5 },
        ]),
      ],
      { ...CHART, width: 360 },
    );
    const printed = labelsOf(narrow).map((label) => label.text);
    expect(printed).toContain("99.50");
    expect(printed).not.toContain("0.50");
  });

  it("makes what the parts leave of the whole a segment of its own", () => {
    const half = composition([row("1", 20, [{ category: "301", value: 10 }])], { ...CHART, mode: "share" });
    const [known, rest] = barsOf(half);
    expect(labelsOf(half).map((label) => label.text)).toContain("未列明 10.00");
    expect(Math.abs((known ?? 0) - (rest ?? 0))).toBeLessThan(3);
  });

  it("gives no shares of a whole that is not known", () => {
    const unknown = composition([row("1", null, [{ category: "301", value: 10 }], { missing_text: "总额未披露" })], {
      ...CHART,
      mode: "share",
    });
    expect(barsOf(unknown)).toEqual([]);
    expect(labelsOf(unknown).map((label) => label.text)).toContain("总额未披露");
  });

  it("stacks a negative part left of zero", () => {
    const svg = composition(
      [
        row("1", 8, [
          { category: "301", value: 10 },
          { category: "303", value: -2 },
        ]),
      ],
      CHART,
    );
    const [up, down] = [...svg.querySelectorAll("rect")]
      .filter((rect) => rect.querySelector("title") !== null)
      .map((rect) => Number(rect.getAttribute("x")));
    expect(down).toBeLessThan(up ?? -Infinity);
  });

  it.each([320, 360, 720, 1200])("keeps every label inside at %i px", (width) => {
    for (const label of labelsOf(composition(ROWS, { ...CHART, width }))) {
      expect(label.from, label.text).toBeGreaterThanOrEqual(-0.5);
      expect(label.to, label.text).toBeLessThanOrEqual(width + 0.5);
    }
  });

  it("says so when there is no row", () => {
    expect(composition([], CHART).textContent).toBe("没有可显示的单位");
  });
});
