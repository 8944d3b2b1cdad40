import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decompose,
  finestParts,
  medianWhole,
  type GapPart,
  type Part,
  type Whole,
} from "../../src/compare/decomposition.ts";

/** Per-staff figures of two invented agencies that disclose everything. */
const FOCUS: Whole = {
  value: 22.65,
  parts: [
    {
      id: "expenditure.personnel",
      value: 19.39,
      parts: [
        {
          id: "301",
          value: 17.11,
          parts: [
            { id: "30101", value: 6 },
            { id: "30108", value: 1.17 },
            { id: "30103", value: 9.94 },
          ],
        },
        { id: "303", value: 2.28 },
      ],
    },
    { id: "expenditure.operating", value: 3.26 },
  ],
};
const OTHER: Whole = {
  value: 19.56,
  parts: [
    {
      id: "expenditure.personnel",
      value: 16.93,
      parts: [
        {
          id: "301",
          value: 15.9,
          parts: [
            { id: "30101", value: 5.08 },
            { id: "30103", value: 10.82 },
          ],
        },
        { id: "303", value: 1.03 },
      ],
    },
    { id: "expenditure.operating", value: 2.63 },
  ],
};

const sum = (parts: readonly GapPart[]) => parts.reduce((total, part) => total + part.gap, 0);

describe("decompose(focus, other)", () => {
  const result = decompose(FOCUS, OTHER);

  it("adds up at every level, with nothing left where the parts are whole", () => {
    expect(result.gap).toBeCloseTo(3.09, 10);
    expect(sum(result.parts) + result.remainder).toBeCloseTo(result.gap, 12);
    expect(result.remainder).toBeCloseTo(0, 10);
    const personnel = result.parts[0];
    expect(sum(personnel?.parts ?? []) + (personnel?.remainder ?? NaN)).toBeCloseTo(personnel?.gap ?? NaN, 12);
  });

  it("names the part that drives the gap in its direction", () => {
    expect(result.driver).toBe("expenditure.personnel");
    expect(decompose(FOCUS, FOCUS).driver).toBeNull();
  });

  it("marks a part that only one side lists, and counts the other as 0", () => {
    const pension = finestParts(result).parts.find((part) => part.id === "30108");
    expect(pension).toMatchObject({ focus: 1.17, other: null, gap: 1.17, listed: "focus_only" });
  });

  it("leaves a level unsplit where one side does not publish it, and says which", () => {
    const coarse: Whole = {
      value: 16.75,
      parts: [
        { id: "expenditure.personnel", value: 15.13 },
        { id: "expenditure.operating", value: 1.61 },
      ],
    };
    const against = decompose(FOCUS, coarse);
    expect(against.parts[0]).toMatchObject({ split: "not_split_by_other", parts: [], remainder: 0 });
    expect(decompose(coarse, FOCUS).parts[0]?.split).toBe("not_split_by_focus");
    expect(against.remainder).toBeCloseTo(-0.01, 10);
  });

  it("drops a part that neither side discloses", () => {
    const hidden = { id: "307", value: null };
    const both = decompose({ value: 1, parts: [hidden] }, { value: 2, parts: [hidden] });
    expect(both).toMatchObject({ gap: -1, parts: [], remainder: -1, driver: null });
  });

  it("gives no shares of no gap", () => {
    expect(decompose(FOCUS, FOCUS).parts.every((part) => part.share === null)).toBe(true);
  });

  it("keeps the sum for any figures", () => {
    const parts = fc.array(
      fc.record({
        id: fc.constantFrom("a", "b", "c", "d"),
        value: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
      }),
      { maxLength: 4 },
    );
    const unique = (list: readonly Part[]) =>
      list.filter((part, index) => list.findIndex((each) => each.id === part.id) === index);
    const whole = fc.record({ value: fc.double({ min: -1e6, max: 1e6, noNaN: true }), parts: parts.map(unique) });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const split = decompose(a, b);
        expect(sum(split.parts) + split.remainder).toBeCloseTo(a.value - b.value, 6);
      }),
    );
  });
});

describe("finestParts(decomposition, most)", () => {
  const result = decompose(FOCUS, OTHER);

  it("names the largest gaps first and puts all others into the rest", () => {
    const { parts, rest } = finestParts(result, 2);
    expect(parts.map((part) => part.id)).toEqual(["303", "30108"]);
    expect(sum(parts) + rest).toBeCloseTo(result.gap, 12);
  });

  it("leaves only remainders in the rest when everything is named", () => {
    const { parts, rest } = finestParts(result);
    expect(parts).toHaveLength(5);
    expect(rest).toBeCloseTo(0, 10);
  });
});

describe("medianWhole(wholes)", () => {
  const whole = (value: number, parts: readonly Part[]): Whole => ({ value, parts });

  it("takes medians part by part; the remainder says how far they are from adding up", () => {
    const middle = medianWhole([
      whole(10, [
        { id: "a", value: 9 },
        { id: "b", value: 1 },
      ]),
      whole(12, [
        { id: "a", value: 4 },
        { id: "b", value: 8 },
      ]),
      whole(20, [
        { id: "a", value: 10 },
        { id: "b", value: 10 },
      ]),
    ]);
    expect(middle).toEqual({
      value: 12,
      parts: [
        { id: "a", value: 9 },
        { id: "b", value: 8 },
      ],
    });
    expect(
      decompose(
        {
          value: 20,
          parts: [
            { id: "a", value: 12 },
            { id: "b", value: 8 },
          ],
        },
        middle ?? whole(0, []),
      ).remainder,
    ).toBe(5);
  });

  it("counts an unlisted part as 0 beside listed siblings, and leaves out who splits nothing", () => {
    const middle = medianWhole([
      whole(10, [
        {
          id: "p",
          value: 10,
          parts: [
            { id: "x", value: 6 },
            { id: "y", value: 4 },
          ],
        },
      ]),
      whole(10, [{ id: "p", value: 10, parts: [{ id: "x", value: 10 }] }]),
      whole(10, [{ id: "p", value: 10 }]),
    ]);
    expect(middle?.parts[0]?.parts).toEqual([
      { id: "x", value: 8 },
      { id: "y", value: 2 },
    ]);
  });

  it("is nothing for nobody", () => {
    expect(medianWhole([])).toBeNull();
  });
});
