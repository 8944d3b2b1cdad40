import { describe, expect, it } from "vitest";
import { MOST_MATCHES, findText, fold } from "../../../src/screens/source/find-text.ts";

const find = (lines: readonly string[], words: string) =>
  findText(lines.map(fold), words).map((match) => [
    match.line,
    (lines[match.line - 1] ?? "").slice(match.from, match.to),
  ]);

describe("findText(lines, words)", () => {
  it("finds words in every line, from the first on", () => {
    expect(find(["三公经费", "没有", "“三公”经费与三公"], "三公")).toEqual([
      [1, "三公"],
      [3, "三公"],
      [3, "三公"],
    ]);
  });

  it.each([
    ["1484.80", "1,484.80"],
    ["1,484.80", "1484.80"],
    ["2020年", "２０２０ 年"],
    ["项目支出", "项 目 支 出"],
    ["GDP", "gdp"],
  ])("finds %s in %s, and gives the printed characters", (words, line) => {
    expect(find([`前${line}后`], words)).toEqual([[1, line]]);
  });

  it("keeps a comma that separates no digits", () => {
    expect(find(["收,支"], "收支")).toEqual([]);
  });

  it("finds nothing for blank words or words that do not stand there", () => {
    expect(find(["一行"], "  ")).toEqual([]);
    expect(find(["一行"], "两行")).toEqual([]);
  });

  it("takes characters of patterns as they are", () => {
    expect(find(["完成 100%（.*）"], "(.*)")).toEqual([[1, "（.*）"]]);
  });

  it("stops counting at a bound", () => {
    expect(findText([fold("一".repeat(MOST_MATCHES + 10))], "一")).toHaveLength(MOST_MATCHES);
  });
});
