import { describe, expect, it } from "vitest";
import { audit } from "../../../src/audit/index.ts";
import { coverageOf, readReport } from "../../../src/report/index.ts";
import { auditedOf } from "../../audit/read-seeds.ts";
import type { BudgetHabit } from "./invented-budget-tables.ts";
import { inventedBudgetTables, TOLD_OF_BUDGET } from "./invented-budget-tables.ts";
import type { Habit, Table } from "./invented-tables.ts";
import { inventedTables, TOLD } from "./invented-tables.ts";
import { RENDERERS } from "./renderers.ts";

const PLAIN: Habit = {
  unit: "万元",
  zero: "0.00",
  thousands: false,
  allClasses: true,
  lineNumbers: true,
  threePublic: "twelve",
  splitCodes: false,
};

const HABITS: Readonly<Record<string, Partial<Habit>>> = {
  "in 万元": {},
  "in 元 with thousands separators": { unit: "元", thousands: true },
  "blank for nothing": { zero: "" },
  "a dash for nothing": { zero: "-" },
  "without line numbers, used classes only": { lineNumbers: false, allClasses: false },
  "三公 in six columns": { threePublic: "six", thousands: true },
  "三公 vertical, blank for nothing": { threePublic: "vertical", zero: "", lineNumbers: false },
  "codes in 类, 款 and 项": { splitCodes: true },
  "in 元, blank for nothing": { unit: "元", thousands: true, zero: "" },
};

const ways = Object.keys(RENDERERS) as (keyof typeof RENDERERS)[];
const BUDGET: BudgetHabit = {
  unit: "万元",
  zero: "0.00",
  thousands: false,
  allClasses: true,
  splitCodes: false,
  rowNumbers: false,
  incomeBy: "class",
  generalBudget: "halves",
  threePublic: "two_years",
};

const BUDGET_HABITS: Readonly<Record<string, Partial<BudgetHabit>>> = {
  "in 万元": {},
  "in 元 with thousands separators": { unit: "元", thousands: true },
  "blank for nothing": { zero: "" },
  "with row numbers, blank for nothing": { rowNumbers: true, zero: "" },
  "income by body, 三公 in six columns": { incomeBy: "body", generalBudget: "year", threePublic: "six" },
  "codes in 类, 款 and 项": { splitCodes: true, threePublic: "vertical" },
  "used classes only, blank for nothing": { allClasses: false, zero: "", threePublic: "six", incomeBy: "body" },
  "row numbers and bodies": {
    rowNumbers: true,
    zero: "",
    incomeBy: "body",
    threePublic: "vertical",
    thousands: true,
  },
};

const casesOf = (habits: Readonly<Record<string, unknown>>) =>
  ways.flatMap((way) => Object.keys(habits).map((habit) => [way, habit] as const));

/**
 * Where a blank cell is lost and neither sums nor text say where the figure stood: 2.94 is all of
 * the vehicles, bought or run.
 */
function mayBeUnknown(means: string, way: string, habit: Pick<Habit, "zero">): boolean {
  const isLost = habit.zero === "" && ["cells", "single", "around"].includes(way);
  return isLost && /^three_public (?!three_public\.total)/.test(means);
}

/** A report of these tables is read as it was meant, nothing is left unexplained, and nothing is found in it. */
function expectMeant(text: string, tables: readonly Table[], isUnknown: (means: string) => boolean): void {
  const report = readReport({ sourceName: "invented.txt", text }, { agencies: [] });
  const found = report.facts
    .filter((fact) => fact.origin === "table" && fact.value !== null)
    .map((fact) => ({
      item: fact.item,
      means: `${fact.statement} ${fact.item ?? ""}${fact.code === null ? "" : ` ${fact.code}`} ${fact.measure} ${Number(fact.value)}`,
    }));
  const expected = tables
    .flatMap((table) => table.body.flatMap((row) => row.map((cell) => cell.means)))
    .filter(Boolean);
  const left = found.map(({ means }) => means);
  const missing = expected.filter((means) => {
    const at = left.indexOf(means);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  expect(missing.filter((means) => !isUnknown(means))).toEqual([]);
  // What stays without its column stays without an item; nothing is put into a wrong one.
  const named = new Set(found.filter(({ item }) => item !== null).map(({ means }) => means));
  expect(left.filter((means) => named.has(means) && !means.endsWith(" 0"))).toEqual([]);
  expect(coverageOf(report).unexplained).toEqual([]);
  const { findings } = audit([auditedOf({ sourceName: "invented.txt", text }, "dongshan")]);
  expect(findings.filter((finding) => finding.severity === "error").map((finding) => finding.message_zh)).toEqual([]);
}

describe("readReport(text) of one account in every layout", () => {
  it.each(casesOf(HABITS))("reads the tables written as %s, %s", (way, name) => {
    const habit: Habit = { ...PLAIN, ...HABITS[name] };
    const tables = inventedTables(habit);
    const text = [
      "东山市社会保险服务中心2022年度部门决算",
      "目录",
      "第一部分 部门概况",
      "第二部分 2022年度部门决算表",
      "第三部分 2022年度部门决算情况说明",
      "",
      "第一部分 部门概况",
      "负责全市社会保险经办工作。",
      "第二部分 2022年度部门决算表",
      ...tables.flatMap((table) => [
        "",
        table.name,
        `公开${table.no}表`,
        `部门：东山市社会保险服务中心  金额单位：${habit.unit}`,
        ...RENDERERS[way](table),
        table.note,
      ]),
      "第三部分 2022年度部门决算情况说明",
      ...TOLD,
    ].join("\n");
    expectMeant(text, tables, (means) => mayBeUnknown(means, way, habit));
  });
});

describe("readReport(text) of one budget in every layout", () => {
  it.each(casesOf(BUDGET_HABITS))("reads the tables written as %s, %s", (way, name) => {
    const habit: BudgetHabit = { ...BUDGET, ...BUDGET_HABITS[name] };
    const tables = inventedBudgetTables(habit);
    const text = [
      "东山市城市运行服务中心2025年部门预算",
      "第一部分 部门概况",
      "负责全市城市运行管理服务工作。",
      "第二部分 2025年部门预算表",
      ...tables.flatMap((table, index) => [
        "",
        `表${index + 1}`,
        table.name,
        `部门：东山市城市运行服务中心  单位：${habit.unit}`,
        ...RENDERERS[way](table),
      ]),
      "第三部分 2025年部门预算情况说明",
      ...TOLD_OF_BUDGET,
    ].join("\n");
    expectMeant(text, tables, (means) => mayBeUnknown(means, way, habit));
  });
});
