import { describe, expect, it } from "vitest";
import { unsound } from "../../scripts/fuzz/unsound.ts";

const HEAD = "青禾市东山区社会保险中心\n2022年度部门决算\n第一部分 部门概况\n职责。\n第二部分 2022年度部门决算表\n";
const NARRATIVE = `${HEAD}第三部分 2022年度部门决算情况说明\n`;

const amount = (index: number): string => `${100 + (index % 900)}.${String(index % 100).padStart(2, "0")}`;
const repeated = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join("");

/** Texts that grow with `size` in one respect each; every piece is ordinary. */
const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  "rows of a table": (size) =>
    `${HEAD}支出决算表\n金额单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n` +
    repeated(size, (index) => `${2080000 + (index % 9999)}\t社会保险经办\t${amount(index)}\t${amount(index)}\t0.00\n`),
  "columns of a table": (size) =>
    `${HEAD}支出决算表\n金额单位：万元\n` +
    repeated(8, (row) => `项目${row}${repeated(size, (index) => `\t${amount(index)}`)}\n`),
  tables: (size) =>
    HEAD +
    repeated(
      Math.ceil(size / 8),
      (index) =>
        `支出决算表\n单位：万元\n项目\t合计\t基本支出\n合计\t${amount(index)}\t${amount(index)}\n基本支出\t1.00\t1.00\n注：本表反映支出情况。\n`,
    ),
  "cells one a line": (size) =>
    `${HEAD}支出决算表\n单位：万元\n科目编码\n科目名称\n合计\n基本支出\n` +
    repeated(size, (index) => `2080${100 + (index % 99)}\n行政运行\n${amount(index)}\n${amount(index + 7)}\n`),
  "rows laid out by blanks": (size) =>
    `${HEAD}支出决算表\n单位：万元\n科目名称        合计      基本支出\n` +
    repeated(size, (index) => `社会保险经办      ${amount(index)}    ${amount(index)}\n`),
  paragraphs: (size) =>
    NARRATIVE +
    repeated(
      size,
      (index) => `（${1 + (index % 90)}）基本支出${amount(index)}万元，比上年增加${amount(index)}万元，增长3.20%。\n`,
    ),
  "one paragraph": (size) =>
    NARRATIVE +
    repeated(
      size,
      (index) => `公务接待费支出${amount(index)}万元，完成预算的98.10%，其中：国内接待${index % 90}批次；`,
    ),
  "one list of names": (size) =>
    `${NARRATIVE}人员经费100.00万元，主要包括：${repeated(size, () => "基本工资、津贴补贴、")}等。\n`,
  "explanations in one paragraph": (size) =>
    NARRATIVE +
    repeated(size, (index) => `项目支出${amount(index)}万元，主要原因是（政策调整，追加${amount(index)}万元）；`),
  indicators: (size) =>
    `${NARRATIVE}项目支出绩效自评表\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n` +
    repeated(size, (index) => `产出指标\t数量指标\t办结数量${index}\t${index}件\t${index}件\t10\t9.5\n`),
  "stated shares that fit nothing": (size) =>
    NARRATIVE + repeated(size, (index) => `基本支出${amount(index)}万元，占本年支出合计的${index % 97}.31%。\n`),
};

const SMALL = 250;
const FACTOR = 4;
/** Quadratic work would take sixteen times as long; a little more than four is what caches and collection cost. */
const MOST = 9;

/** CPU time of one run, ms: what other processes do does not count. */
function cost(text: string): number {
  const begun = process.cpuUsage();
  unsound(text);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** The least of several runs. */
const leastCost = (text: string): number => Math.min(...Array.from({ length: 4 }, () => cost(text)));

describe("reading and auditing", { timeout: 300_000 }, () => {
  it.each(Object.entries(SHAPES))("takes time in proportion to the text for ever more %s", (_, shape) => {
    // Small enough to be quick, large enough that what every report costs once is little beside it.
    let size = SMALL;
    let small = leastCost(shape(size));
    for (; small < 15 && size < 16 * SMALL; small = leastCost(shape(size))) size *= 2;
    const text = shape(size * FACTOR);
    const most = MOST * Math.max(small, 15);
    // Quadratic work never gets there; a host that is slow for seconds does with another try.
    let large = leastCost(text);
    for (let tries = 0; large > most && tries < 20; tries += 1) {
      small = Math.min(small, cost(shape(size)));
      large = Math.min(large, cost(text));
    }
    expect(large, `${size}: ${small} ms, ${size * FACTOR}: ${large} ms`).toBeLessThan(most);
  });
});
