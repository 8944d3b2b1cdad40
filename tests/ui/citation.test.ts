import { describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { citation, placesIn } from "../../src/ui/citation.ts";

const REPORT = { report_id: "a-2020-final", agency_name: "甲市社会保险中心", title: "甲市社会保险中心2020年度决算" };
const FACT = {
  fact_id: "f1",
  report_id: "a-2020-final",
  statement: "expenditure",
  statement_no: "03",
  label: "合计",
  column_label: "基本支出",
  value_text: "1,336.56",
  unit_text: "万元",
  source_line: 175,
  line_text: "合 计\t1,336.56",
};
/** Budget and final of one line, which only their columns tell apart. */
const PAIR = [
  { ...FACT, fact_id: "f2", label: "公务接待费", column_label: "预算数/公务接待费", value_text: "10.20" },
  { ...FACT, fact_id: "f3", label: "在职人员", column_label: "", value_text: "59", unit_text: "人" },
];
const LINES = [{ report_id: "a-2020-final", line_no: 20, text: `  全年${"很长".repeat(60)}  ` }];
const ANSWERS: Record<string, unknown[]> = { reports: [REPORT], "facts-by-id": [FACT, ...PAIR], "source-lines": LINES };
const engine: Pick<Engine, "query"> = {
  // Rows are what the queries give; the test holds those columns that a citation reads.
  query: (query) => Promise.resolve((ANSWERS[query.name] ?? []) as never[]),
};
const app = { engine: engine as Engine, locale: "zh" as const };

describe("placesIn(boxes)", () => {
  it("reads the links to printed places and no other ones", () => {
    const box = document.createElement("div");
    box.innerHTML =
      '<a href="#/source?report=a-2020-final&line=175&fact=f1">1</a><a href="#/compare?fill=a">2</a><a href="#/source?find=x">3</a>' +
      '<svg><a href="#/source?report=a-2020-final&line=20&lang=en"><circle/></a></svg>';
    expect(placesIn([box])).toEqual([
      { report: "a-2020-final", line: 175, fact: "f1" },
      { report: "a-2020-final", line: 20, fact: null },
    ]);
  });
});

describe("citation(app, about, places, source)", () => {
  it("names agency, report, table, line and words of each figure once, and the source last", async () => {
    const fact = { report: "a-2020-final", line: 175, fact: "f1" };
    const { text, places } = await citation(app, ["人均", "", "存疑"], [fact, fact], "数据指纹 0123");
    expect(places).toBe(1);
    expect(text).toBe(
      "人均\n存疑\n1. 甲市社会保险中心：《甲市社会保险中心2020年度决算》，支出表（公开03表），第 175 行：“合计 基本支出 1,336.56万元”\n数据指纹 0123\n",
    );
  });

  it("quotes the heads of a figure's column, but not the label once more", async () => {
    const places = PAIR.map(({ fact_id }) => ({ report: "a-2020-final", line: 175, fact: fact_id }));
    const { text } = await citation(app, [], places, "");
    expect(text).toContain("“公务接待费 预算数 10.20万元”");
    expect(text).toContain("“在职人员 59人”");
  });

  it("quotes a line that holds no figure, cut where it is long, and leaves out what the data do not have", async () => {
    const { text, places } = await citation(
      app,
      [],
      [
        { report: "a-2020-final", line: 20, fact: null },
        { report: "b-2020-final", line: 1, fact: null },
        { report: "a-2020-final", line: 9, fact: null },
      ],
      "",
    );
    expect(places).toBe(1);
    expect(text).toMatch(/^1\. 甲市社会保险中心：《.*》，第 20 行：“全年(很长){39}…”\n$/);
  });
});
