import { describe, expect, it } from "vitest";
import type { ResultTable } from "../../src/engine/engine.ts";
import { formatRows } from "../../src/engine/format-rows.ts";

const table: ResultTable = {
  columns: [
    { name: "单位", type: "VARCHAR" },
    { name: "value", type: "DOUBLE" },
  ],
  rows: [
    { 单位: '甲, "乙"', value: 1.5 },
    { 单位: "", value: null },
  ],
};

describe("formatRows(table, format)", () => {
  it("aligns columns by what a terminal shows, numbers to the right", () => {
    expect(formatRows(table, "table").split("\n")).toEqual([
      "单位      value",
      "────────  ─────",
      '甲, "乙"    1.5',
      "           null",
      "(2 rows)",
    ]);
  });

  it("quotes CSV cells, an empty text too, and leaves null empty", () => {
    expect(formatRows(table, "csv")).toBe('单位,value\n"甲, ""乙""",1.5\n"",');
  });

  it("writes JSON that parses back to the rows", () => {
    expect(JSON.parse(formatRows(table, "json"))).toEqual(table.rows);
    expect(formatRows({ columns: [], rows: [] }, "json")).toBe("[]");
  });
});
