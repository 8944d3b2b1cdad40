import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit/index.ts";
import { inventedTables, TOLD } from "../report/renderings/invented-tables.ts";
import type { Habit } from "../report/renderings/invented-tables.ts";
import { RENDERERS } from "../report/renderings/renderers.ts";
import { auditedOf } from "./read-seeds.ts";

const HABIT: Habit = {
  unit: "万元",
  zero: "0.00",
  thousands: false,
  allClasses: false,
  lineNumbers: false,
  threePublic: "six",
  splitCodes: false,
};

/** The account with each table headed 万元; the figures of those named are printed in 元. */
function account(inYuan: readonly string[], told: readonly string[] = TOLD): string {
  const right = inventedTables(HABIT);
  const wrong = inventedTables({ ...HABIT, unit: "元" });
  const tables = right.map((table, index) => (inYuan.includes(table.name) ? (wrong[index] ?? table) : table));
  return [
    "东山市社会保险服务中心2022年度部门决算",
    "第二部分 2022年度部门决算表",
    ...tables.flatMap((table) => [
      "",
      table.name,
      "部门：东山市社会保险服务中心\t单位：万元",
      ...RENDERERS.tabs(table),
    ]),
    "第三部分 2022年度部门决算情况说明",
    ...told,
  ].join("\n");
}

function errorsOf(text: string): string[] {
  const { findings } = audit([auditedOf({ sourceName: "invented.txt", text }, "dongshan")]);
  return findings.filter((finding) => finding.severity === "error").map((finding) => finding.rule_id);
}

describe("audit(reports) of units that are mixed up", () => {
  it("finds nothing where every figure stands under its unit", () => {
    expect(errorsOf(account([]))).toEqual([]);
  });

  it.each(["支出决算表", "收入决算表", "一般公共预算财政拨款支出决算表"])(
    "tells %s in 元 under 万元 once, and no sum that it breaks",
    (name) => {
      expect(errorsOf(account([name]))).toEqual(["unit-of-table"]);
    },
  );

  it("tells two such tables, each once", () => {
    expect(errorsOf(account(["收入决算表", "支出决算表"]))).toEqual(["unit-of-table", "unit-of-table"]);
  });

  it("tells a sentence in 元 called 万元 once for its line", () => {
    const told = TOLD.map((line) =>
      line.includes("基本支出")
        ? line.replace(/(\d+)\.(\d{2})(?=万元)/g, (_, whole: string, cents: string) => `${whole}${cents}00`)
        : line,
    );
    expect(errorsOf(account([], told))).toEqual(["unit-told"]);
  });
});
