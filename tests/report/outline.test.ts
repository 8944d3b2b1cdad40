import { describe, expect, it } from "vitest";
import { ReportError, readReport } from "../../src/report/index.ts";
import { readLines } from "../../src/report/lines.ts";
import { readOutline } from "../../src/report/outline.ts";
import type { Outline } from "../../src/report/index.ts";

const outlineOf = (text: string): Outline => readOutline({ sourceName: "some.txt", text }, readLines(text));

const TITLES: readonly (readonly [string, string, number, string])[] = [
  ["青禾市社会保险中心（本级）\n2020 年度部门决算\n", "青禾市社会保险中心（本级）", 2020, "final"],
  ["2020年度\n青禾市社会保险中心\n部门决算\n", "青禾市社会保险中心", 2020, "final"],
  ["# 青禾市社会保险中心\n\n## 2021 年度部门决算\n", "青禾市社会保险中心", 2021, "final"],
  ["青禾市社会保险中心2023年部门预算公开\n", "青禾市社会保险中心", 2023, "budget"],
  ["青禾市社会保险中心2023年度单位预算编制说明\n", "青禾市社会保险中心", 2023, "budget"],
  ["二〇二二年度青禾市社会保险中心部门决算\n", "青禾市社会保险中心", 2022, "final"],
  ["青禾市社会保险中心\n２０２２年度部门决算\n", "青禾市社会保险中心", 2022, "final"],
  ["关于青禾市社会保险中心2022年度部门决算的公开说明\n", "青禾市社会保险中心", 2022, "final"],
  ["青 禾 市 社 会 保 险 中 心\n2 0 2 2 年 度 部 门 决 算\n", "青禾市社会保险中心", 2022, "final"],
  ["青禾市社会保险中心\n2022年部门（单位）决算公开\n", "青禾市社会保险中心", 2022, "final"],
  ["信息来源：青禾市财政局\n青禾市社会保险中心2022年度部门决算公开\n", "青禾市社会保险中心", 2022, "final"],
  ["《青禾县社会保险服务中心2021年度单位决算公开》\n", "青禾县社会保险服务中心", 2021, "final"],
  ["青禾市社会保险中心部门决算\n（2022年度）\n", "青禾市社会保险中心", 2022, "final"],
  [
    "第一部分 部门概况\n青禾市社会保险中心是一级预算单位。\n第二部分 2020年度部门决算情况说明\n一、收入支出决算总体情况说明\n",
    "青禾市社会保险中心",
    2020,
    "final",
  ],
];

describe("readOutline(text, lines)", () => {
  it.each(TITLES)("takes name, year and kind from %j", (text, name, year, kind) => {
    const outline = outlineOf(text);
    expect([outline.agencyName, outline.fiscalYear, outline.kind]).toEqual([name, year, kind]);
  });

  it("finds the parts of the body, not those that the table of contents lists", () => {
    const text = [
      "青禾市社会保险中心\n2020年度部门决算\n2021年9月5日\n目录",
      "第一部分 部门概况\n第二部分 部门决算表\n第三部分 情况说明\n第四部分 名词解释\n第五部分 附件",
      "第一部分\n部门概况\n一、职责",
      "第二部分 部门决算表\n支出决算表",
      "第三部分 情况说明\n一、收入\n第四部分 名词解释\n第五部分 附件\n附件1",
    ].join("\n");
    const outline = outlineOf(text);
    expect(outline.parts.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ["contents", 1, 9],
      ["overview", 10, 12],
      ["tables", 13, 14],
      ["narrative", 15, 16],
      ["glossary", 17, 17],
      ["annex", 18, 19],
    ]);
    expect(outline.publishedOn).toBe("2021-09-05");
  });

  it("says that only narrative is disclosed where tables are merely listed", () => {
    expect(
      outlineOf("青禾市社会保险中心\n2020年度部门决算\n第一部分 概况\n第二部分 部门决算表\n一、收入支出决算总表\n")
        .disclosure,
    ).toBe("narrative");
  });

  it.each([
    ["", /empty/],
    ["\n \n", /empty/],
    ["早餐菜单\n豆浆 油条\n", /no recognisable title/],
    ["2020年度部门决算\n本年收入合计 12 万元。\n", /no name of an agency/],
  ])("refuses %j with reason and remedy", (text, reason) => {
    const read = (): unknown => readReport({ sourceName: "some.txt", text }, { agencies: [] });
    expect(read).toThrow(ReportError);
    expect(read).toThrow(reason);
    try {
      read();
    } catch (error) {
      expect((error as ReportError).remedy).not.toBe("");
      expect((error as ReportError).sourceName).toBe("some.txt");
    }
  });
});
