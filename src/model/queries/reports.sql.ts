import { sql } from "../sql.ts";
import { STAFF_JOINED } from "../views/staff-denominator.sql.ts";
import { defineQuery, REPORT_COLUMNS, REPORT_FIELDS } from "./query.ts";
import type { NoParams, ReportFields } from "./query.ts";

/** A report with its agency’s attributes. */
export interface ReportsRow extends ReportFields {
  title: string;
  /** `YYYY-MM-DD`. */
  published_on: string | null;
  disclosure: "tables" | "narrative";
  source_name: string;
  source_lines: number;
  province: string | null;
  prefecture: string | null;
  county: string | null;
  region_code: string | null;
  /** The final account with the highest year of this agency. */
  latest_final: boolean;
  /** Line that tells of a merger in or just before the year; null where none is told. */
  merger_line: number | null;
  /** Line that says that staff of another body joined; null where none does. */
  joined_line: number | null;
  facts: number;
  errors: number;
  warnings: number;
}

export const reports = defineQuery<NoParams, ReportsRow>({
  name: "reports",
  columns: {
    ...REPORT_COLUMNS,
    title: "VARCHAR",
    published_on: "DATE",
    disclosure: "VARCHAR",
    source_name: "VARCHAR",
    source_lines: "INTEGER",
    province: "VARCHAR",
    prefecture: "VARCHAR",
    county: "VARCHAR",
    region_code: "VARCHAR",
    latest_final: "BOOLEAN",
    merger_line: "INTEGER",
    joined_line: "INTEGER",
    facts: "INTEGER",
    errors: "INTEGER",
    warnings: "INTEGER",
  },
  // Of what is `joined`, «并入» tells who, «人员增加» only that somebody did.
  sql: () => sql`
    SELECT ${REPORT_FIELDS}, report.title, report.published_on, report.disclosure, report.source_name,
      report.source_lines, agency.province, agency.prefecture, agency.county, agency.region_code,
      report.report_kind = 'final' AND report.fiscal_year = max(report.fiscal_year) FILTER (report.report_kind = 'final')
        OVER (PARTITION BY report.agency_id) AS latest_final,
      merger.source_line AS merger_line, joined.source_line AS joined_line,
      coalesce(counted.facts, 0)::INTEGER AS facts,
      coalesce(found.errors, 0)::INTEGER AS errors,
      coalesce(found.warnings, 0)::INTEGER AS warnings
    FROM report
    JOIN agency USING (agency_id)
    LEFT JOIN merger USING (report_id)
    LEFT JOIN (
      SELECT report_id, arg_min(source_line, source_line + CASE WHEN contains(text, '并入') THEN 0 ELSE 1000000 END)::INTEGER AS source_line
      FROM reason
      WHERE regexp_matches(text, ${STAFF_JOINED}) GROUP BY report_id
    ) AS joined USING (report_id)
    LEFT JOIN (SELECT report_id, count(*) AS facts FROM fact GROUP BY report_id) AS counted USING (report_id)
    LEFT JOIN (
      SELECT report_id, count(*) FILTER (severity = 'error') AS errors,
        count(*) FILTER (severity = 'warning') AS warnings
      FROM finding GROUP BY report_id
    ) AS found USING (report_id)
    ORDER BY report.agency_id, report.fiscal_year, report.report_kind`,
});
