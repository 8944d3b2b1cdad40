import { describe, expect, it } from "vitest";
import { describePosition, tierOf, tiesAmong, type PositionRow } from "../../src/compare/position.ts";
import { rowOf, rowsOf } from "./rows.ts";

const MATERIAL = { material_from: 5 };

function placeOf(
  rows: readonly PositionRow[],
  id: string,
  options: { material_from: number; metrics?: number } = MATERIAL,
) {
  const place = describePosition(rows, options).rows.find((each) => each.row.agency_id === id);
  if (place === undefined) throw new Error(`no row of ${id}`);
  return place;
}

describe("tierOf(n)", () => {
  it.each([
    [0, "none"],
    [1, "alone"],
    [2, "pair"],
    [3, "few"],
    [5, "few"],
    [6, "some"],
    [9, "some"],
    [10, "many"],
  ])("%i values: %s", (n, tier) => {
    expect(tierOf(n)).toBe(tier);
  });
});

describe("describePosition(rows)", () => {
  it("keeps a row without value, last and out of the median", () => {
    const position = describePosition(rowsOf([null, 16.75, 22.65, 19.57]), MATERIAL);
    expect(position).toMatchObject({ n: 3, total: 4, tier: "few", median: 19.57, range: { lo: 16.75, hi: 22.65 } });
    expect(position.rows.map((place) => place.row.agency_id)).toEqual(["c", "d", "b", "a"]);
    expect(position.rows[3]).toMatchObject({ counted: false, rank_first: null, ratio: null, prompt: null });
  });

  it("takes ratios to the median of the others", () => {
    const rows = rowsOf([22.65, 19.57, 16.75]);
    expect(placeOf(rows, "a").ratio).toBeCloseTo(1.247, 3);
    expect(placeOf(rows, "b").ratio).toBeCloseTo(0.993, 3);
    expect(placeOf(rows, "c").ratio).toBeCloseTo(0.793, 3);
  });

  it("says difference and ratio for two, and no prompt", () => {
    const place = placeOf(rowsOf([30, 10]), "a");
    expect(place).toMatchObject({ ratio: 3, difference: 20, peer_median: 10, prompt: null });
  });

  it("says only the value for one, nothing for none", () => {
    expect(describePosition(rowsOf([30, null]), MATERIAL)).toMatchObject({
      tier: "alone",
      n: 1,
      range: null,
      median: 30,
    });
    expect(placeOf(rowsOf([30, null]), "a")).toMatchObject({ ratio: null, difference: null, rank_first: 1 });
    expect(describePosition(rowsOf([null]), MATERIAL)).toMatchObject({ tier: "none", n: 0, median: null });
    expect(describePosition([], MATERIAL)).toMatchObject({ tier: "none", total: 0, rows: [] });
  });

  it("ties overlapping intervals and gives the ranks they allow", () => {
    const rows = [
      rowOf("a", 10, { lo: 9, hi: 11 }),
      rowOf("b", 8.5, { lo: 8, hi: 9.5 }),
      rowOf("c", 7, { lo: 6.9, hi: 7.1 }),
    ];
    expect(placeOf(rows, "a")).toMatchObject({ rank_first: 1, rank_last: 2 });
    expect(placeOf(rows, "b")).toMatchObject({ rank_first: 1, rank_last: 2 });
    expect(placeOf(rows, "c")).toMatchObject({ rank_first: 3, rank_last: 3 });
  });

  it("names the pairs whose intervals overlap, and none with a row that does not count", () => {
    const rows = [
      rowOf("a", 10, { lo: 9, hi: 11 }),
      rowOf("b", 8.5, { lo: 8, hi: 9 }),
      rowOf("c", 7, { lo: 6.9, hi: 7.1 }),
      rowOf("d", 10, { lo: 9, hi: 11, status: "assumed" }),
    ];
    const { rows: placed } = describePosition(rows, MATERIAL);
    expect(tiesAmong(placed).map((pair) => pair.map((row) => row.agency_id))).toEqual([["a", "b"]]);
  });

  it("ranks thousands of equal values alike", () => {
    const rows = Array.from({ length: 4000 }, (_, index) => rowOf(`r${index}`, index < 10 ? 5 : 0, {}));
    const { rows: placed } = describePosition(rows, MATERIAL);
    expect(placed[0]).toMatchObject({ rank_first: 1, rank_last: 10 });
    expect(placed.at(-1)).toMatchObject({ rank_first: 11, rank_last: 4000 });
  });

  it("does not close a chain of ties: who overlaps only a neighbour stays behind the first", () => {
    const rows = [
      rowOf("a", 10, { lo: 9, hi: 11 }),
      rowOf("b", 8.5, { lo: 7.5, hi: 9.5 }),
      rowOf("c", 7, { lo: 6, hi: 8 }),
    ];
    expect(placeOf(rows, "c")).toMatchObject({ rank_first: 2, rank_last: 3 });
  });

  it("places what the reader assumed without letting it move the others", () => {
    const rows = [...rowsOf([10, 20, 30]), rowOf("x", 90, { status: "assumed" })];
    const position = describePosition(rows, MATERIAL);
    expect(position).toMatchObject({ n: 3, median: 20 });
    expect(placeOf(rows, "x")).toMatchObject({ counted: false, ratio: 4.5, rank_first: null, prompt: null });
    expect(placeOf(rows, "a").peer_median).toBe(25);
  });

  it("counts borrowed and contradicted values, leaves out those of an unclear base", () => {
    const rows = [
      rowOf("a", 1, { status: "borrowed" }),
      rowOf("b", 2, { status: "contradicted" }),
      rowOf("c", 3, { status: "unclear_basis" }),
    ];
    expect(describePosition(rows, MATERIAL)).toMatchObject({ n: 2, median: 1.5 });
  });

  it("has no ratio to a median of zero", () => {
    expect(placeOf(rowsOf([5, 0, 0]), "a")).toMatchObject({ ratio: null, difference: 5, prompt: null });
  });

  it("treats a stated zero as a value, not as a gap", () => {
    const rows = [rowOf("a", 0, { status: "stated_zero" }), ...[rowOf("b", 4), rowOf("c", 8)]];
    expect(placeOf(rows, "a")).toMatchObject({ counted: true, ratio: 0, rank_first: 3 });
  });
});

describe("describePosition(rows): review prompts", () => {
  it("prompts from 1.5 times the others' median, with the amount between", () => {
    expect(placeOf(rowsOf([15, 10, 10]), "a").prompt).toEqual({ direction: "high", amount: 500, by: "ratio" });
    expect(placeOf(rowsOf([14.9, 10, 10]), "a").prompt).toBeNull();
  });

  it("prompts down to 0.67", () => {
    expect(placeOf(rowsOf([6.7, 10, 10]), "a").prompt).toMatchObject({ direction: "low", by: "ratio" });
    expect(placeOf(rowsOf([6.8, 10, 10]), "a").prompt).toBeNull();
  });

  it("stays silent when the amount is not material", () => {
    expect(placeOf(rowsOf([15, 10, 10]), "a", { material_from: 501 }).prompt).toBeNull();
  });

  it("stays silent when the printed precision reaches back below the threshold", () => {
    const coarse = [rowOf("a", 16, { lo: 14, hi: 18 }), rowOf("b", 10), rowOf("c", 10)];
    expect(placeOf(coarse, "a").prompt).toBeNull();
  });

  it("reads the amount off a percentage just as off a per-staff figure", () => {
    const percent = (id: string, value: number) => rowOf(id, value, { numerator: value * 10, denominator_value: 1000 });
    expect(placeOf([percent("a", 150), percent("b", 100), percent("c", 100)], "a").prompt?.amount).toBeCloseTo(500, 9);
  });

  it("gives the amount of a zero too, for which numerator and ratio say nothing", () => {
    const rows = [rowOf("a", 0, { status: "stated_zero" }), rowOf("b", 4), rowOf("c", 4)];
    expect(placeOf(rows, "a").prompt).toEqual({ direction: "low", amount: 400, by: "ratio" });
  });

  it("works without a denominator, from the numerator alone", () => {
    const amount = (id: string, value: number) => rowOf(id, value, { numerator: value, denominator_value: null });
    expect(placeOf([amount("a", 30), amount("b", 10), amount("c", 10)], "a").prompt?.amount).toBeCloseTo(20, 9);
  });
});

describe("describePosition(rows): six and more", () => {
  it("adds an interval of the median from six values", () => {
    expect(describePosition(rowsOf([1, 2, 3, 4, 5, 6]), MATERIAL).median_interval).toMatchObject({ lo: 1, hi: 6 });
    expect(describePosition(rowsOf([1, 2, 3, 4, 5]), MATERIAL).median_interval).toBeNull();
  });

  const ten = [10, 10.5, 11, 11.5, 12, 12.5, 13, 13.5, 14];

  it("uses modified z-scores on logs from ten", () => {
    const rows = rowsOf([...ten, 60]);
    expect(placeOf(rows, "j").z).toBeGreaterThan(4.56);
    expect(placeOf(rows, "j").prompt).toMatchObject({ direction: "high", by: "robust_z" });
    expect(placeOf(rows, "a").prompt).toBeNull();
    expect(placeOf(rowsOf(ten), "a").z).toBeNull();
  });

  it("asks for more the more metrics are on screen", () => {
    const rows = rowsOf([...ten, 32]);
    const z = placeOf(rows, "j").z ?? 0;
    expect(z).toBeGreaterThan(4.56);
    expect(z).toBeLessThan(11.68);
    expect(placeOf(rows, "j", { material_from: 5, metrics: 50 }).prompt).toBeNull();
  });

  it("says «no spread» where the MAD is 0, and prompts nobody", () => {
    const rows = rowsOf([5, 5, 5, 5, 5, 5, 5, 5, 5, 50]);
    const position = describePosition(rows, MATERIAL);
    expect(position.no_spread).toBe(true);
    expect(position.rows.every((place) => place.z === null && place.prompt === null)).toBe(true);
  });

  it("falls back to the ratio where too few values are positive for logs", () => {
    const rows = rowsOf([0, 0, 10, 10, 10, 10, 10, 10, 10, 40]);
    expect(describePosition(rows, MATERIAL).cutoff).toBeNull();
    expect(placeOf(rows, "j").prompt).toMatchObject({ by: "ratio", direction: "high" });
  });
});
