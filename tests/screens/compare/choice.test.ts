import { describe, expect, it } from "vitest";
import { parseHeadcount } from "../../../src/screens/compare/choice.ts";

describe("parseHeadcount(text)", () => {
  it.each([
    ["60", 60],
    [" 1 ", 1],
    ["0", null],
    ["-3", null],
    ["12.5", null],
    ["1e3", null],
    ["", null],
    ["六十", null],
  ])("reads %j as %j", (text, headcount) => {
    expect(parseHeadcount(text)).toBe(headcount);
  });
});
