import { describe, expect, it } from "vitest";
import { describePosition, gridColumn, materialFrom, placeOfAgency } from "../../src/compare/index.ts";
import type { GridRow } from "../../src/compare/index.ts";

const row = (agency: string, values: (number | null)[]): GridRow => ({
  report_id: `${agency}-2020-final`,
  agency_id: agency,
  fiscal_year: 2020,
  report_kind: "final",
  level: "prefecture",
  disclosure: "tables",
  merged: false,
  values,
  los: values,
  his: values,
  numerators: values.map((value) => (value === null ? null : value * 10)),
  denominators: values.map((value) => (value === null ? null : 10)),
  statuses: values.map((value) => (value === null ? "undisclosed" : "ok")),
});
const rows = [row("a", [1, 10]), row("b", [2, null]), row("c", [9, 30])];

describe("gridColumn(rows, index)", () => {
  it("reads one metric of every agency, with the row it stands in", () => {
    expect(gridColumn(rows, 1).map(({ value, status }) => [value, status])).toEqual([
      [10, "ok"],
      [null, "undisclosed"],
      [30, "ok"],
    ]);
    expect(gridColumn(rows, 0)[2]?.of).toBe(rows[2]);
  });
  it("has no value where the lists are shorter", () => {
    expect(gridColumn(rows, 7).map(({ value, status }) => [value, status])).toEqual(
      rows.map(() => [null, "undisclosed"]),
    );
  });
});

describe("placeOfAgency(position, agency_id)", () => {
  it("places each agency against the others, those without value kept", () => {
    const position = describePosition(gridColumn(rows, 0), { material_from: 1 });
    expect(position).toMatchObject({ n: 3, total: 3, tier: "few" });
    const highest = placeOfAgency(position, "c");
    expect(highest).toMatchObject({ rank_first: 1, peer_median: 1.5, ratio: 6 });
    expect(highest?.prompt).toMatchObject({ direction: "high", amount: 75 });
    expect(placeOfAgency(position, "nobody")).toBeNull();
    expect(describePosition(gridColumn(rows, 1), { material_from: 1 })).toMatchObject({ n: 2, total: 3, tier: "pair" });
  });
});

describe("materialFrom(metric)", () => {
  it("is a tenth for 三公", () => {
    const of = (group: string): number => materialFrom({ group, shape: "ratio" });
    expect([of("three_public"), of("per_staff")]).toEqual([1, 10]);
  });

  it("is nothing for a rate as a report states it: there is no money between two such rates", () => {
    expect(materialFrom({ group: "execution", shape: "stated" })).toBe(Infinity);
  });
});
