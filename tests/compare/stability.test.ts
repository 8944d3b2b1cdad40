import { describe, expect, it } from "vitest";
import { admissibleChoices, rankStability } from "../../src/compare/stability.ts";
import { rowOf, rowsOf } from "./rows.ts";

describe("admissibleChoices(bases, denominators, switches)", () => {
  it("is every basis with every denominator", () => {
    expect(
      admissibleChoices(
        ["comparable", "reported"],
        ["in_service", "in_service_plus_temporary", "establishment"],
        ["x"],
      ),
    ).toHaveLength(6);
  });

  it("leaves each of several pass-through items in once, on the comparable basis only", () => {
    expect(admissibleChoices(["comparable", "reported"], [], ["x", "y"])).toEqual([
      { basis: "comparable", denominator: null, switches: ["x", "y"] },
      { basis: "comparable", denominator: null, switches: ["y"] },
      { basis: "comparable", denominator: null, switches: ["x"] },
      { basis: "reported", denominator: null, switches: [] },
    ]);
  });
});

describe("rankStability(rankings)", () => {
  const base = rowsOf([22.65, 19.57, 16.75, null]);
  const turned = rowsOf([22.65, 16.5, 16.75, null]);
  const result = rankStability(
    [base, base, turned, base, turned, base].map((rows, index) => ({ choice: index, rows })),
  );

  it("says how often each agency keeps its rank", () => {
    expect(result.choices).toBe(6);
    expect(result.stable).toBe(false);
    expect(result.agencies[0]).toMatchObject({
      agency_id: "a",
      base_rank: 1,
      ranked_in: 6,
      ranks: [{ rank: 1, count: 6 }],
    });
    expect(result.agencies[1]?.ranks).toEqual([
      { rank: 2, count: 4, choices: [0, 1, 3, 5] },
      { rank: 3, count: 2, choices: [2, 4] },
    ]);
  });

  it("names the pairs that swap and under which choices", () => {
    expect(result.swaps).toEqual([
      { ahead: "b", behind: "c", compared: 6, swapped_in: 2, tied_in: 0, swapped_under: [2, 4] },
    ]);
  });

  it("keeps an agency that no choice can rank", () => {
    expect(result.agencies[3]).toEqual({ agency_id: "d", ranked_in: 0, base_rank: null, ranks: [] });
  });

  it("compares a pair only where both have a value", () => {
    const some = rankStability([
      { choice: 0, rows: rowsOf([2, 1]) },
      { choice: 1, rows: rowsOf([null, 1]) },
      { choice: 2, rows: rowsOf([1, 2]) },
    ]);
    expect(some.swaps[0]).toMatchObject({ ahead: "a", compared: 2, swapped_in: 1 });
    expect(some.agencies[0]?.ranked_in).toBe(2);
  });

  it("lets equal values share a rank and counts them as tied, not as swapped", () => {
    const tied = rankStability([
      { choice: 0, rows: rowsOf([2, 1]) },
      { choice: 1, rows: rowsOf([1, 1]) },
    ]);
    expect(tied.swaps).toEqual([]);
    expect(tied.agencies[1]?.ranks).toContainEqual({ rank: 1, count: 1, choices: [1] });
  });

  it("is stable, and empty, for nothing", () => {
    expect(rankStability([])).toEqual({ choices: 0, stable: true, agencies: [], swaps: [] });
    expect(rankStability([{ choice: 0, rows: [rowOf("a", 1)] }]).stable).toBe(true);
  });
});
