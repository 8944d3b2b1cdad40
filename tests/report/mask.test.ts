import { describe, expect, it } from "vitest";
import { maskedLines, maskPersonalData } from "../../src/report/mask.ts";

describe("maskPersonalData(text)", () => {
  it.each([
    ["联系人：陈某某，电话13912345678", "联系人：***，电话***********"],
    ["联系人\t陈某某\t联系电话\t13912345678", "联系人\t***\t联系电话\t***********"],
    ["项目负责人 | 欧阳某 | 联系电话 |", "项目负责人 | *** | 联系电话 |"],
    ["联络人\t联络电话\t职务", "联络人\t联络电话\t职务"],
    ["项目负责人\t联系电话", "项目负责人\t联系电话"],
    ["项目名称\t项目负责人\t绩效目标\t年度金额", "项目名称\t项目负责人\t绩效目标\t年度金额"],
    ["填报人\t总体目标", "填报人\t总体目标"],
    ["经办人员应当核对12.50万元", "经办人员应当核对12.50万元"],
  ])("masks names and mobile numbers and no other words: %s", (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });
});

describe("maskedLines(lines)", () => {
  it("masks a name that stands alone in the line below its role, over blank lines", () => {
    expect(maskedLines(["联系人", "", "陈某", "", "联络电话", "", "8690000"])).toEqual([
      "联系人",
      "",
      "**",
      "",
      "联络电话",
      "",
      "8690000",
    ]);
  });

  it("leaves the name of the next field and every other line as they are", () => {
    const lines = ["项目负责人", "联系电话", "实施单位", "陈家镇", "12.50"];
    expect(maskedLines(lines)).toEqual(lines);
  });
});
