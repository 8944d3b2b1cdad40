import { describe, expect, it } from "vitest";
import { countSeverities, filterFindings, firstOf, groupFindings } from "../../../src/screens/audit/finding-filter.ts";
import { findingRow } from "./rows.ts";

const ROWS = [
  findingRow("b-2020-final:income-codes:1", { message_zh: "「基本工资」印为 1,484.80万元。" }),
  findingRow("a-2020-final:stated-share:2", { category: "stated_ratio", severity: "warning" }),
  findingRow("a-2021-budget:income-codes:3", { severity: "rounding" }),
];
const NONE = { agency: null, report: null, severity: "all", category: null, rule: null, find: "" } as const;
const ids = (rows: readonly { finding_id: string }[]) => rows.map((row) => row.finding_id.slice(-1)).join("");

describe("filterFindings(rows, filter)", () => {
  it.each([
    ["nothing", {}, "123"],
    ["an agency", { agency: "a" }, "23"],
    ["a report", { report: "a-2020-final" }, "2"],
    ["a severity", { severity: "rounding" as const }, "3"],
    ["a category", { category: "stated_ratio" }, "2"],
    ["a rule", { rule: "income-codes" }, "13"],
    ["words", { find: "基本 工资" }, "1"],
    ["a figure without its comma", { find: "1484.8" }, "1"],
    ["English words", { find: "TOTAL is printed" }, "123"],
    ["two at once", { agency: "a", rule: "income-codes" }, "3"],
    ["what is not there", { rule: "nowhere" }, ""],
  ])("keeps what matches %s", (_, filter, expected) => {
    expect(ids(filterFindings(ROWS, { ...NONE, ...filter }))).toBe(expected);
  });
});

describe("groupFindings(rows, by, order)", () => {
  it("puts groups in the order given, unknown ones last", () => {
    const groups = groupFindings(ROWS, "report", ["a-2020-final", "a-2021-budget"]);
    expect(groups.map(({ key }) => key)).toEqual(["a-2020-final", "a-2021-budget", "b-2020-final"]);
    expect(groupFindings(ROWS, "rule", ["income-codes", "stated-share"]).map(({ all }) => ids(all))).toEqual([
      "13",
      "2",
    ]);
  });
});

describe("firstOf(groups, count)", () => {
  it("cuts within a group and says what the group has in all", () => {
    const shown = firstOf(groupFindings(ROWS, "rule", ["income-codes"]), 1);
    expect(shown.map(({ key, findings, all }) => [key, findings.length, all.length])).toEqual([["income-codes", 1, 2]]);
    expect(firstOf(groupFindings(ROWS, "rule", []), 9)).toHaveLength(2);
    expect(firstOf([], 9)).toEqual([]);
  });
});

describe("countSeverities(rows)", () => {
  it("counts each, also those that do not occur", () => {
    expect(countSeverities(ROWS)).toEqual({ error: 1, warning: 1, rounding: 1, info: 0 });
  });
});
