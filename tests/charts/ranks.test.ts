import { describe, expect, it } from "vitest";
import { ranks, type RanksRow } from "../../src/charts/ranks.ts";
import { labelOf, labelsOf, OPTIONS } from "./drawn.ts";
import { expectGolden } from "./snapshot.ts";

const NAMES = ["甲", "乙", "丙"];
/** Agency 1, 2, 3 with these ranks; 0: none. */
const way = (label: string, ...places: number[]): RanksRow => ({
  key: label,
  label,
  places: places.flatMap((rank, index) =>
    rank === 0 ? [] : [{ agency_id: String(index + 1), label: NAMES[index] ?? "", rank }],
  ),
});
const ROWS = [
  way("可比口径 ÷ 在职（本屏）", 1, 2, 3),
  way("可比口径 ÷ 在职，乙人数按 432 计", 1, 3, 2),
  way("全口径 ÷ 在职＋编外", 1, 2, 0),
];
const CHART = { ...OPTIONS, format: String, last: 3 };

describe("ranks(rows, options)", () => {
  const svg = ranks(ROWS, { ...CHART, axisTitle: "名次" });
  const lines = [...svg.querySelectorAll("path")].map((path) => path.getAttribute("d") ?? "");
  const ends = (d: string): number[] => [...d.matchAll(/([\d.]+),[\d.]+/g)].map(([, x]) => Number(x));

  it("draws the same picture as before", () => {
    expectGolden("ranks", svg.outerHTML);
  });

  it("joins an agency's dots from way to way and leaves out where it has no rank", () => {
    expect(svg.querySelectorAll("circle")).toHaveLength(8);
    // Two steps of 甲, two of 乙, one of 丙.
    expect(lines.filter((d) => ends(d).length === 2)).toHaveLength(5);
  });

  it("lets the lines of agencies that change places cross", () => {
    const [, second, third] = lines.map(ends).filter((each) => each.length === 2);
    expect(second?.[0]).toBe(third?.[1]);
    expect(second?.[1]).toBe(third?.[0]);
  });

  it("names every dot that has its rank to itself, and those that share one in their titles", () => {
    expect(labelsOf(svg).filter(({ text }) => text === "丙")).toHaveLength(2);
    const tied = ranks([way("一种", 1, 2, 2)], CHART);
    expect(labelsOf(tied).map(({ text }) => text)).not.toContain("乙");
    expect([...tied.querySelectorAll("circle title")].map((each) => each.textContent)).toContain("一种: 乙 2");
  });

  it.each([320, 390, 720, 1200])("keeps every label inside at %i px", (width) => {
    const long = ROWS.map((row) => ({
      ...row,
      places: row.places.map((place) => ({ ...place, label: `${place.label}市社会保险事业管理中心` })),
    }));
    for (const label of labelsOf(ranks(long, { ...CHART, width }))) {
      expect(label.from, label.text).toBeGreaterThanOrEqual(-0.5);
      expect(label.to, label.text).toBeLessThanOrEqual(width + 0.5);
    }
  });

  it("has a tick for every rank of few, and round ones of thousands", () => {
    expect(labelOf(svg, "3").x).toBeGreaterThan(labelOf(svg, "2").x);
    const many = ranks([way("一种", 17, 3412)], { ...CHART, last: 4000 });
    expect(labelsOf(many).map(({ text }) => text)).not.toContain("3");
  });

  it("says so where there is nothing to draw", () => {
    expect(ranks([], CHART).textContent).toContain(OPTIONS.emptyText);
  });
});
