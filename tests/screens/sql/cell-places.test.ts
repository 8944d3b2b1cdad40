import { describe, expect, it } from "vitest";
import { cellPlaces } from "../../../src/screens/sql/cell-places.ts";

const ROW = "a-2020-final";

describe("cellPlaces(column, cell, report)", () => {
  it("leads from a fact id to its fact, with or without the report beside it", () => {
    expect(cellPlaces("fact_id", "a#L1.2", ROW)).toEqual([
      { text: "a#L1.2", place: { fact: "a#L1.2", report: "a-2020-final" } },
    ]);
    expect(cellPlaces("final_fact_id", "a#L1.2", null)).toEqual([{ text: "a#L1.2", place: { fact: "a#L1.2" } }]);
  });

  it("leads from each of several facts and lines", () => {
    expect(cellPlaces("fact_ids", ["x", "y"], null)?.map((part) => part.place)).toEqual([{ fact: "x" }, { fact: "y" }]);
    expect(cellPlaces("source_lines", [3, 9], ROW)?.map((part) => part.place)).toEqual([
      { report: "a-2020-final", line: 3 },
      { report: "a-2020-final", line: 9 },
    ]);
  });

  it.each(["source_line", "line_no", "final_line"])("leads from %s to the line of the row’s report", (column) => {
    expect(cellPlaces(column, 7, ROW)?.[0]?.place).toEqual({ report: "a-2020-final", line: 7 });
  });

  it("leads from a report to its text", () => {
    expect(cellPlaces("report_id", ROW, ROW)).toEqual([{ text: ROW, place: { report: ROW } }]);
  });

  it.each([
    ["source_line", 7, null],
    ["source_line", null, ROW],
    ["source_line", 0, ROW],
    ["fact_id", null, ROW],
    ["fact_ids", [], ROW],
    ["label", "fact_id", ROW],
    ["source_lines_count", 3, ROW],
  ] as const)("has no place for %s = %j in %j", (column, cell, report) => {
    expect(cellPlaces(column, cell, report)).toBeNull();
  });
});
