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
  ["青禾市第89中学2022年度部门决算\n", "青禾市第89中学", 2022, "final"],
  ["2023年青禾市310国道管理站部门预算\n", "青禾市310国道管理站", 2023, "budget"],
  ["青禾市社会保险中心\n2022年部门（单位）决算公开\n", "青禾市社会保险中心", 2022, "final"],
  ["信息来源：青禾市财政局\n青禾市社会保险中心2022年度部门决算公开\n", "青禾市社会保险中心", 2022, "final"],
  ["《青禾县社会保险服务中心2021年度单位决算公开》\n", "青禾县社会保险服务中心", 2021, "final"],
  ["青禾市社会保险中心部门决算\n（2022年度）\n", "青禾市社会保险中心", 2022, "final"],
  [
    "青禾县机关事务管理中心2021年度一般公共预算财政拨款“三公”经费支出决算情况说明\n",
    "青禾县机关事务管理中心",
    2021,
    "final",
  ],
  [
    "青禾县司法局2022年“三公”经费预算情况\n一、2022年一般公共预算“三公”经费支出预算表\n",
    "青禾县司法局",
    2022,
    "budget",
  ],
  ["青禾县文学艺术界联合会2022年度“三公”经费决算情况说明\n", "青禾县文学艺术界联合会", 2022, "final"],
  [
    "监督索引号53010203200601000\n青禾市东山区人力资源和社会保障局2024年度部门决算\n目录\n",
    "青禾市东山区人力资源和社会保障局",
    2024,
    "final",
  ],
  [
    "索引号：006383604B/2025-2312978\n发布机构：县财政局\n2024年度 青禾县人力资源和社会保障局部门决算\n来源：决算管理员\n",
    "青禾县人力资源和社会保障局",
    2024,
    "final",
  ],
  [
    "首页 > 政府信息公开 > 部门预算 > 2024年\n\n青禾县社会保险事业管理中心2024年部门预算\n",
    "青禾县社会保险事业管理中心",
    2024,
    "budget",
  ],
  [
    "| 标 题：青禾市社会保险事业管理中心2023年部门预算及“三公”经费预算编制说明 | |\n",
    "青禾市社会保险事业管理中心",
    2023,
    "budget",
  ],
  ["8.青禾市救助管理站2021年度单位决算.pdf\n一、概况\n", "青禾市救助管理站", 2021, "final"],
  [
    "2016年社保局部门预算公开\n2016年青禾市社会保险基金管理局部门预算\n目录\n",
    "青禾市社会保险基金管理局",
    2016,
    "budget",
  ],
  [
    "区人大2017年决算公开\n来源：青禾市东山区人大常委会\n青禾市东山区人大常委会\n2017年部门决算\n",
    "青禾市东山区人大常委会",
    2017,
    "final",
  ],
  ["2021年度部门决算公开说明-堤防处.pdf\n东山区堤防管理处 2021 年度决算公开说明\n", "东山区堤防管理处", 2021, "final"],
  ["东山区河道堤防建设管理处 2021 年度决算公开说明 (目录)\n", "东山区河道堤防建设管理处", 2021, "final"],
  [
    "青禾市东山区社会保险事务中心\n2021年度部门决算公开说明\n一、单位基本情况\n",
    "青禾市东山区社会保险事务中心",
    2021,
    "final",
  ],
  ["青禾市幼儿园2017年度部门决算公开\n", "青禾市幼儿园", 2017, "final"],
  ["关于青禾县财政局2021年度部门决算的公示\n一、收入情况\n", "青禾县财政局", 2021, "final"],
  ["青禾县2023年“三公”经费预算增减变化情况说明\n单位：万元\n", "青禾县", 2023, "budget"],
  ["青禾县2023年部门预算公开\n一、收入情况\n", "青禾县", 2023, "budget"],
  ["青禾县清溪镇2022年度部门决算\n", "青禾县清溪镇", 2022, "final"],
  ["东山高新技术产业开发区管理委员会2022年度部门决算\n", "东山高新技术产业开发区管理委员会", 2022, "final"],
  ["国家青禾局\n2023 年度部门决算\n", "国家青禾局", 2023, "final"],
  ["青禾部2024年部门预算\n", "青禾部", 2024, "budget"],
  ["青禾省社会保险服务中心\n2023年度\n部门决算公开报告\n目录\n", "青禾省社会保险服务中心", 2023, "final"],
  ["附件2：\n青禾市社会保险中心2023年单位预算公开\n", "青禾市社会保险中心", 2023, "budget"],
  ["青禾市社会保险中心2023年度部门决算公开（本级）\n", "青禾市社会保险中心", 2023, "final"],
  [
    "2023年青禾市本级部门预算公开\n青禾市社会保险中心\n第一部分 青禾市社会保险中心概况\n",
    "青禾市社会保险中心",
    2023,
    "budget",
  ],
  ["![]() |\n|\n中共青禾市东湖区委政法委员会\n2020年度部门决算\n目录\n", "中共青禾市东湖区委政法委员会", 2020, "final"],
  [
    "财政预决算和三公经费\n\n中国民主建国会青禾市委员会 2020年度部门决算说明\n\n2021-09-28 中国民主建国会青禾市委员会\n",
    "中国民主建国会青禾市委员会",
    2020,
    "final",
  ],
  [
    "国家三级甲等中医医院\n\n2023年度青禾市中医医院单位决算\n来源:青禾市中医医院    发布时间:2024-09-24 16:08:34\n/青禾市中医医院2023年度决算报表.xls\n目录\n",
    "青禾市中医医院",
    2023,
    "final",
  ],
  [
    "目 录\n第一部分 青禾市人力资源和社会保障局部门（单位）概况\n第二部分 部门决算表\n第三部分 部门决算情况说明\n十四、关于2024年度预算绩效管理情况的说明\n",
    "青禾市人力资源和社会保障局",
    2024,
    "final",
  ],
  [
    "第一部分 部门概况\n青禾市社会保险中心是一级预算单位。\n第二部分 2020年度部门决算情况说明\n一、收入支出决算总体情况说明\n",
    "青禾市社会保险中心",
    2020,
    "final",
  ],
  [
    "青禾县水务局2023年度部门信息公开\n目录\n公开01表 收入支出决算总表\n公开02表 收入决算表\n十、预算绩效管理情况\n",
    "青禾县水务局",
    2023,
    "final",
  ],
  [
    "青禾县水务局\n2022年度收支情况说明\n一、单位概况\n二、支出决算情况\n三、“三公”经费支出决算\n",
    "青禾县水务局",
    2022,
    "final",
  ],
  ["青禾县水务局2024年财务信息公开\n表1 部门收支总表\n表2 部门收入总表\n", "青禾县水务局", 2024, "budget"],
  ["青禾县水务局2023年部门信息公开\n2022年度部门决算情况说明\n收入支出决算总表\n", "青禾县水务局", 2022, "final"],
];

const ONE_SENTENCE_EACH = ["一、收入情况", "二、支出情况", "三、“三公”经费情况"]
  .map((heading) => `${heading}${"本年收入合计2500.00万元，比上年增加120.00万元，增长5.04%。".repeat(4)}`)
  .join("");
const ONE_LINE = `青禾县水务局2022年度部门决算 目录 收入支出决算总表 ${"项目 行次 决算数 一、其他收入 1 34.33 二、本年收入合计 2 2500.00 总计 3 2520.00 ".repeat(20)}`;

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

  it("finds the report's own tables in its annex, up to the report that is attached behind them", () => {
    const rows = Array.from({ length: 3 }, (_, row) => `2080109\t社会保险经办机构\t${row + 1}0.00\t${row + 1}0.00`);
    const outline = outlineOf(
      [
        "青禾市社会保险中心\n2020年度部门决算",
        "第一部分 部门决算情况说明\n一、收入\n第二部分 附件\n附件1",
        "支出决算表\n公开03表\n单位：万元",
        ...rows,
        "附件2 2020年度项目支出绩效自评报告\n一、项目概况",
      ].join("\n"),
    );
    expect(outline.parts.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ["contents", 1, 2],
      ["narrative", 3, 4],
      ["annex", 5, 6],
      ["tables", 7, 12],
      ["annex", 13, 14],
    ]);
    expect(outline.disclosure).toBe("tables");
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
    [ONE_LINE, /lost its line breaks: its \d+ characters stand on one line, where no row of a table ends/],
    [
      `青禾县水务局2022年度决算${ONE_SENTENCE_EACH}${ONE_SENTENCE_EACH}`,
      /lost its line breaks.*where no heading can be told from its sentence/,
    ],
    ["青禾县水务局2023年度信息公开\n早餐菜单\n", /names neither 决算 nor 预算.*决算 nowhere and 预算 nowhere/],
    [
      "青禾县水务局2023年度信息公开\n收入支出决算总表\n收入决算表\n支出预算表\n收支预算总表\n",
      /names neither 决算 nor 预算.*决算 2 × \(first in line 2\) and 预算 2 × \(first in line 4\)/,
    ],
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
