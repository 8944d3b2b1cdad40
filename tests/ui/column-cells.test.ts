import { describe, expect, it } from "vitest";
import { columnCells } from "../../src/ui/column-cells.ts";

describe("columnCells(columns, rows)", () => {
  it("gives every row as text, numbers as a spreadsheet reads them, nothing where there is nothing", () => {
    const columns = [
      { key: "name", label: "单位", text: (row: { name: string }) => row.name },
      { key: "value", label: "万元", numeric: true, text: ({ value }: { value: string | null }) => value },
    ];
    const rows = [
      { name: "甲", value: "1,336.56" },
      { name: "乙", value: null },
      { name: "丙", value: "−0.29" },
    ];
    expect(columnCells(columns, rows)).toEqual({
      header: ["单位", "万元"],
      rows: [
        ["甲", "1336.56"],
        ["乙", ""],
        ["丙", "-0.29"],
      ],
    });
  });
});
