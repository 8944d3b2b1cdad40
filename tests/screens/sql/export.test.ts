import { describe, expect, it } from "vitest";
import { cellText, toCsv, toTsv } from "../../../src/screens/sql/export.ts";
import type { ResultTable } from "../../../src/state/statement-run.svelte.ts";

const TABLE: ResultTable = {
  columns: [
    { name: "单位", type: "VARCHAR" },
    { name: "value", type: "DOUBLE" },
    { name: "lines", type: "INTEGER[]" },
  ],
  rows: [
    { 单位: '甲"乙", 丙', value: 22.65, lines: [1, 2] },
    { 单位: "", value: null, lines: null },
    { 单位: "两\n行\t格", value: 0, lines: [] },
  ],
};

describe("toCsv(table)", () => {
  it("quotes what must be, begins with a byte order mark and tells null from empty text", () => {
    expect(toCsv(TABLE)).toBe(
      '\uFEFF单位,value,lines\r\n"甲""乙"", 丙",22.65,"[1,2]"\r\n"",,\r\n"两\n行\t格",0,[]\r\n',
    );
  });
});

describe("toTsv(table)", () => {
  it("has as many cells in every row as there are columns, whatever stands in them", () => {
    const lines = toTsv(TABLE).split("\n");
    expect(lines).toEqual(["单位\tvalue\tlines", '甲"乙", 丙\t22.65\t[1,2]', "\t\t", "两 行 格\t0\t[]"]);
  });
});

describe("cellText(cell)", () => {
  it.each([
    [null, ""],
    [0, "0"],
    [false, "false"],
    ["text", "text"],
    [["a", 1], '["a",1]'],
  ])("of %j is %j", (cell, text) => {
    expect(cellText(cell)).toBe(text);
  });
});
