import { describe, expect, it } from "vitest";
import { blockAt, blocksOf, isRow, widthOf } from "../../../src/screens/source/blocks.ts";

const TABLE = ["项目\t行次\t决算数", "一、一般公共预算财政拨款收入\t1\t19603.67", "\t9\t"];

describe("isRow(text)", () => {
  it.each([
    ["收入\t支出", true],
    ["\t9\t", true],
    ["\t单独一格", false],
    ["一句话。", false],
    ["", false],
  ])("tells of %j: %s", (text, expected) => {
    expect(isRow(text)).toBe(expected);
  });
});

describe("blocksOf(lines)", () => {
  it("keeps rows next to each other together, with one set of columns", () => {
    const blocks = blocksOf(["第二部分", "", ...TABLE, "注：说明"]);
    expect(blocks.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ["prose", 0, 2],
      ["table", 2, 5],
      ["prose", 5, 6],
    ]);
    expect(blocks[1]?.widths).toHaveLength(3);
    expect(blocks[1]?.widths[0]).toBeGreaterThan(widthOf("一、一般公共预算财政拨款收入"));
  });

  it("takes a single row among sentences for prose", () => {
    expect(blocksOf(["前文", "甲\t乙", "后文"]).map((block) => block.kind)).toEqual(["prose"]);
  });

  it.each([0, 1, 59, 60, 61, 20_000])("covers %i lines in order, without gaps", (count) => {
    const lines = Array.from({ length: count }, (_, index) =>
      index % 97 < 40 ? "甲\t1\t2" : `第 ${String(index)} 行`,
    );
    const blocks = blocksOf(lines);
    expect(blocks.flatMap((block) => lines.slice(block.from, block.to))).toEqual(lines);
    expect(blocks.every((block, index) => block.from === (blocks[index - 1]?.to ?? 0))).toBe(true);
  });

  it("narrows the widest columns of a table that is wider than the window", () => {
    const wide = Array.from({ length: 12 }, () => "很长的一栏名称写在这里").join("\t");
    const widths = blocksOf([wide, wide])[0]?.widths ?? [];
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(62);
    expect(Math.min(...widths)).toBeGreaterThan(4);
  });
});

describe("blockAt(blocks, line)", () => {
  it("finds the block of a line, and none beyond the end", () => {
    const blocks = blocksOf(["第二部分", ...TABLE]);
    expect([0, 1, 3, 4, -1].map((line) => blockAt(blocks, line))).toEqual([0, 1, 1, -1, -1]);
  });
});
