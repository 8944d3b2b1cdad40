import { describe, expect, it } from "vitest";
import { similarTo, SIZE_BANDS, sizeBandOf } from "../../src/compare/index.ts";
import type { Likeness } from "../../src/compare/index.ts";

const agency = (agency_id: string, change: Partial<Likeness> = {}): Likeness => ({
  agency_id,
  level: "county",
  province: "甲省",
  fiscal_year: 2020,
  headcount: 40,
  basic: 800,
  ...change,
});

describe("similarTo(focus, others, most)", () => {
  const focus = agency("focus");

  it("puts the likest first and says why", () => {
    const found = similarTo(
      focus,
      [
        agency("large", { headcount: 320, basic: 6400 }),
        agency("twin", { province: "乙省" }),
        agency("prefecture", { level: "prefecture" }),
        focus,
      ],
      10,
    );
    expect(found.map((each) => each.agency_id)).toEqual(["twin", "prefecture", "large"]);
    expect(found[0]?.reasons).toEqual([
      { kind: "same_level" },
      { kind: "same_size_band" },
      { kind: "headcount", ratio: 1 },
      { kind: "basic", ratio: 1 },
      { kind: "same_year" },
    ]);
    expect(found[1]?.reasons[0]).toEqual({ kind: "other_level" });
    expect(found[2]?.reasons).toContainEqual({ kind: "headcount", ratio: 8 });
  });

  it("lets money say how large an agency is where no headcount is known, and says when neither is", () => {
    const [money, none] = similarTo(
      focus,
      [agency("none", { headcount: null, basic: null }), agency("money", { headcount: null, basic: 1000 })],
      2,
    );
    expect(money?.agency_id).toBe("money");
    expect(money?.reasons).toContainEqual({ kind: "basic", ratio: 1.25 });
    expect(none?.reasons).toContainEqual({ kind: "unknown_size" });
  });

  it("says nothing of the level where it is not known of one", () => {
    const [found] = similarTo(focus, [agency("unknown", { level: null })], 1);
    expect(found?.distance).toBe(2);
    expect(found?.reasons.map(({ kind }) => kind)).not.toContain("other_level");
  });

  it("gives no more than asked for, ties by id, and never the focus", () => {
    expect(similarTo(focus, [agency("b"), agency("a"), agency("c"), focus], 2).map((each) => each.agency_id)).toEqual([
      "a",
      "b",
    ]);
  });
});

describe("sizeBandOf(headcount)", () => {
  it.each([
    [null, null],
    [Number.NaN, null],
    [0, "under_20"],
    [19, "under_20"],
    [20, "from_20"],
    [99, "from_50"],
    [100, "from_100"],
    [10000, "from_300"],
  ])("puts %j into %j", (headcount, band) => {
    expect(sizeBandOf(headcount)).toBe(band);
  });

  it("has bands that begin at 0 and ascend", () => {
    expect(SIZE_BANDS[0].from).toBe(0);
    expect(SIZE_BANDS.map(({ from }) => from)).toEqual(SIZE_BANDS.map(({ from }) => from).toSorted((a, b) => a - b));
  });
});
