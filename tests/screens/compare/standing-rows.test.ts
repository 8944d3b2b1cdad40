import { describePosition } from "../../../src/compare/index.ts";
import { describe, expect, it } from "vitest";
import type { MetricStandingsRow, MetricValuesRow, ReportsRow } from "../../../src/model/queries/index.ts";
import {
  detailsOn,
  positionWithDetails,
  orderedReports,
  standingRows,
  withDetails,
} from "../../../src/screens/compare/standing-rows.ts";

const question = { metric_id: "per_staff.basic", basis: "comparable", denominator: "in_service" } as const;
const standing = (report_id: string): MetricStandingsRow => ({
  report_id,
  ...question,
  value: 12.5,
  lo: 12.4,
  hi: 12.6,
  numerator: 125,
  denominator_value: 10,
  status: "ok",
  bias: null,
  numerator_measure: "final",
  denominator_measure: null,
  numerator_lo: 124,
  numerator_hi: 126,
  denominator_lo: 10,
  denominator_hi: 10,
});
const report = (report_id: string): ReportsRow => ({
  report_id,
  agency_id: "a",
  short_name: "甲",
  agency_name: "甲市社会保险局",
  name_en: null,
  level: "prefecture",
  fiscal_year: 2020,
  report_kind: "final",
  title: "",
  published_on: null,
  disclosure: "tables",
  source_name: "",
  source_lines: 1,
  province: null,
  prefecture: null,
  county: null,
  region_code: null,
  latest_final: true,
  merger_line: 7,
  joined_line: null,
  facts: 1,
  errors: 0,
  warnings: 0,
});
const rows = standingRows(
  [standing("a-2020-final"), standing("b-2020-final")],
  orderedReports([report("a-2020-final")]),
);

describe("standingRows(standings, reports)", () => {
  it("names each value by its report, and leaves out what belongs to none", () => {
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      ...question,
      agency_id: "a",
      agency_name: "甲市社会保险局",
      fiscal_year: 2020,
      merged: true,
      value: 12.5,
      note_zh: null,
      fact_ids: [],
    });
  });

  it("stands in the order of the reports, whatever that of the values", () => {
    const reports = orderedReports([report("a-2020-final"), report("b-2020-final")]);
    const turned = standingRows([standing("b-2020-final"), standing("a-2020-final")], reports);
    expect(turned.map((row) => row.report_id)).toEqual(["a-2020-final", "b-2020-final"]);
  });
});

describe("detailsOn(rows, details)", () => {
  const detail: MetricValuesRow = { ...(rows[0] ?? expect.fail("a row is there")), note_zh: "人数取自 2021 预算" };

  it("leaves out what is of another basis or headcount, and all where there are no rows", () => {
    const others = [
      { ...detail, basis: "reported" as const },
      { ...detail, denominator: "establishment" as const },
    ];
    expect(detailsOn(rows, [detail, ...others])).toEqual([detail]);
    expect(detailsOn([], [detail])).toEqual([]);
  });

  it("puts what was read of a row in its place, in a list and in a position", () => {
    const details = new Map([[detail.report_id, detail]]);
    expect(withDetails(rows, details)).toEqual([detail]);
    expect(withDetails(rows, new Map())).toBe(rows);
    const position = describePosition(rows, { material_from: 0 });
    expect(positionWithDetails(position, details).rows).toEqual(
      position.rows.map((placed) => ({ ...placed, row: detail })),
    );
    expect(positionWithDetails(position, new Map())).toBe(position);
  });
});
