import type { Bias, Denominator, StatusId } from "../../domain/status.ts";
import { sql } from "../sql.ts";
import { among, defineQuery, REPORT_COLUMNS, REPORT_FIELDS } from "./query.ts";
import type { ReportFields } from "./query.ts";

/** Absent: every agency. */
export interface HeadcountsParams {
  readonly agency_ids?: readonly string[];
}

/** One row per report and selectable headcount: what a per-staff figure divides by. */
export interface HeadcountsRow extends ReportFields {
  denominator: Denominator;
  value: number | null;
  lo: number | null;
  hi: number | null;
  status: StatusId;
  bias: Bias | null;
  note_zh: string | null;
  note_en: string | null;
  /** Report the number is taken from; another one where status is `borrowed`. */
  source_report_id: string | null;
  fact_id: string | null;
  source_line: number | null;
}

export const headcounts = defineQuery<HeadcountsParams, HeadcountsRow>({
  name: "headcounts",
  columns: {
    ...REPORT_COLUMNS,
    denominator: "VARCHAR",
    value: "DECIMAL(18,6)",
    lo: "DECIMAL(18,6)",
    hi: "DECIMAL(18,6)",
    status: "VARCHAR",
    bias: "VARCHAR",
    note_zh: "VARCHAR",
    note_en: "VARCHAR",
    source_report_id: "VARCHAR",
    fact_id: "VARCHAR",
    source_line: "INTEGER",
  },
  sql: ({ agency_ids }) => sql`
    SELECT ${REPORT_FIELDS}, staff.denominator, staff.value, staff.lo, staff.hi, staff.status, staff.bias,
      staff.note_zh, staff.note_en, staff.source_report_id, staff.fact_ids[1] AS fact_id, fact.source_line
    FROM staff_denominator AS staff
    JOIN report USING (report_id)
    JOIN agency ON agency.agency_id = report.agency_id
    LEFT JOIN fact ON fact.fact_id = staff.fact_ids[1]
    WHERE ${agency_ids === undefined ? sql`true` : among("report.agency_id", agency_ids)}
    ORDER BY report.agency_id, report.fiscal_year, report.report_kind, staff.denominator`,
});
