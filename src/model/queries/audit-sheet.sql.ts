import { sql } from "../sql.ts";
import { defineQuery, REPORT_COLUMNS, REPORT_FIELDS } from "./query.ts";
import type { NoParams, ReportFields } from "./query.ts";

/** One row per report and category of rules: how many rules came out how. */
export interface AuditSheetRow extends ReportFields {
  category: string;
  passed: number;
  failed: number;
  rounding: number;
  /** Rules whose inputs the report does not state; they have not passed. */
  not_checkable: number;
}

export const auditSheet = defineQuery<NoParams, AuditSheetRow>({
  name: "audit-sheet",
  columns: {
    ...REPORT_COLUMNS,
    category: "VARCHAR",
    passed: "INTEGER",
    failed: "INTEGER",
    rounding: "INTEGER",
    not_checkable: "INTEGER",
  },
  sql: () => sql`
    WITH counted AS (
      SELECT rule_outcome.report_id, rule.category, min(rule.position) AS position,
        count(*) FILTER (outcome = 'passed')::INTEGER AS passed,
        count(*) FILTER (outcome = 'failed')::INTEGER AS failed,
        count(*) FILTER (outcome = 'rounding')::INTEGER AS rounding,
        count(*) FILTER (outcome = 'not_checkable')::INTEGER AS not_checkable
      FROM rule_outcome
      JOIN rule USING (rule_id)
      GROUP BY rule_outcome.report_id, rule.category
    )
    SELECT ${REPORT_FIELDS}, counted.category, counted.passed, counted.failed, counted.rounding, counted.not_checkable
    FROM counted
    JOIN report USING (report_id)
    JOIN agency ON agency.agency_id = report.agency_id
    ORDER BY report.agency_id, report.fiscal_year, report.report_kind, counted.position`,
});
