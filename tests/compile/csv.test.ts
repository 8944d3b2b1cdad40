import { describe, expect, it } from "vitest";
import { parseCsv } from "../../src/compile/csv.ts";

describe("parseCsv(text)", () => {
  it("gives cells by column with the line of their record", () => {
    expect(parseCsv("a,b\n1,2\n3\n")).toEqual([
      { line: 2, cells: { a: "1", b: "2" } },
      { line: 3, cells: { a: "3", b: "" } },
    ]);
  });

  it("reads quotes, doubled quotes, commas and line breaks in a cell", () => {
    expect(parseCsv('a,b\r\n"x, ""y""\nz",2\r\n"",q')).toEqual([
      { line: 2, cells: { a: 'x, "y"\nz', b: "2" } },
      { line: 4, cells: { a: "", b: "q" } },
    ]);
  });

  it("skips a byte order mark, comments and empty lines", () => {
    expect(parseCsv("\ufeff# note\na\n\n# more\n1\n")).toEqual([{ line: 5, cells: { a: "1" } }]);
  });

  it("gives nothing for an empty text", () => {
    expect(parseCsv("")).toEqual([]);
  });
});
