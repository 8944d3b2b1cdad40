import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeReport } from "../../src/compile/decode.ts";
import type { Coverage } from "../../src/report/index.ts";
import { coverageOf, readReport } from "../../src/report/index.ts";

const FOLDERS = [new URL("../../seeds/", import.meta.url), new URL("../fixtures/reports/", import.meta.url)];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .map((file) => new URL(file, folder)),
);

function sheetOf(bytes: Uint8Array): Coverage {
  return coverageOf(readReport(decodeReport(bytes, "some.txt"), { agencies: [] }));
}

const invented = (lines: string): Coverage =>
  sheetOf(new TextEncoder().encode(`青禾市社会保险中心\n2022年度部门决算\n${lines}\n`));

describe("coverageOf(report)", () => {
  it.each(files.map((file) => [file.pathname.split("/").at(-1) ?? "", file] as const))(
    "explains all numbers of %s but 0.5 %",
    (_, file) => {
      const sheet = sheetOf(readFileSync(file));
      const left = Object.values(sheet.leftOut).reduce((sum, count) => sum + count, 0);
      expect(sheet.covered + left + sheet.unexplained.length).toBe(sheet.numbers);
      expect(sheet.unexplained.length / sheet.numbers, JSON.stringify(sheet.unexplained)).toBeLessThanOrEqual(0.005);
    },
  );

  it("names a number that nobody read, with its line", () => {
    const { unexplained } = invented("某某 417 某某。");
    expect(unexplained.map(({ line, text }) => [line, text])).toEqual([[3, "417"]]);
  });

  it("takes what stands far behind a title on the same line for no part of it", () => {
    const far = `青禾市社会保险中心2022年度部门决算 目录 ${"一、概况 ".repeat(30)} 青禾市社会保险中心2022年度部门决算 某某 417 某某。`;
    const { unexplained } = sheetOf(new TextEncoder().encode(`${far}\n`));
    expect(unexplained.map(({ line, text }) => [line, text])).toEqual([[1, "417"]]);
  });

  it("takes the code of a budget unit and a table's own number of its first row for what they are", () => {
    const { unexplained, leftOut } = invented(
      "支出表\n单位：万元\n部门代码\t部门名称\t合计\n611\t青禾县白石乡人民政府\t88.50\n1\t保洁服务\t18.00",
    );
    expect(unexplained).toEqual([]);
    expect([leftOut.code, leftOut.line_number]).toEqual([1, 1]);
  });

  it("does not take an amount that no fact holds for a line number", () => {
    const { unexplained, leftOut } = invented("甲\t乙\n丙\t丁 417 戊");
    expect(leftOut.line_number).toBe(0);
    expect(unexplained.map(({ text }) => text)).toEqual(["417"]);
  });

  it.each([
    ["根据某发〔2019〕33号文件执行。", { document: 2 }],
    ["咨询电话：0731-28680000。", { phone: 2 }],
    ["专业技术岗位设6级和10级。", { ordinal: 2 }],
    ["单价50万元以上设备另行说明。", { threshold: 1 }],
    ["自2019年3月起施行。", { date: 3 }],
    ["预算单位编码：177001", { code: 1 }],
  ])("says why the numbers of %j are no figures", (text, expected) => {
    const { leftOut, unexplained } = invented(text);
    expect(unexplained).toEqual([]);
    expect(leftOut).toMatchObject(expected);
  });
});
