import { describe, expect, it } from "vitest";
import { outlineOf } from "../../../src/screens/source/outline.ts";

describe("outlineOf(lines, facts, locale)", () => {
  const lines = [
    "目录",
    "第一部分 单位概况……1",
    "第二部分 决算表……3",
    "### **第一部分 单位概况**",
    "第二部分",
    "",
    "决算表",
    "甲\t1",
  ];
  const fact = { origin: "table", statement: "three_public", source_line: 8 };

  it("lists a part once, where its text begins, and the tables that hold figures", () => {
    expect(outlineOf(lines, [fact, { ...fact, source_line: 9 }], "zh")).toEqual([
      { title: "第一部分 单位概况", line: 4, level: 1 },
      { title: "第二部分 决算表", line: 5, level: 1 },
      { title: "“三公”经费支出表", line: 8, level: 2 },
    ]);
  });

  it("leaves out bookmarks that the extraction left in a heading", () => {
    const heading = "第3部分 [bookmark: _Toc15377225][bookmark: _Toc17103565]名词解释";
    expect(outlineOf([heading], [], "zh")).toEqual([{ title: "第3部分 名词解释", line: 1, level: 1 }]);
  });

  it("leaves out figures in sentences", () => {
    expect(outlineOf([], [{ ...fact, origin: "narrative" }], "zh")).toEqual([]);
  });
});
