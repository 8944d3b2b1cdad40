import type { Severity } from "../../domain/records.ts";
import { sql } from "../sql.ts";
import { among, defineQuery, REPORT_COLUMNS, REPORT_FIELDS } from "./query.ts";
import type { ReportFields } from "./query.ts";

/** Absent: the findings of every report. */
export interface FindingsParams {
  readonly report_ids?: readonly string[];
}

/** A finding; the list has errors first. */
export interface FindingsRow extends ReportFields {
  finding_id: string;
  rule_id: string;
  category: string;
  severity: Severity;
  stated: number | null;
  expected: number | null;
  difference: number | null;
  unit: string | null;
  message_zh: string;
  message_en: string;
  source_lines: number[];
  fact_ids: string[];
  witnesses: number | null;
}

export const findings = defineQuery<FindingsParams, FindingsRow>({
  name: "findings",
  columns: {
    ...REPORT_COLUMNS,
    finding_id: "VARCHAR",
    rule_id: "VARCHAR",
    category: "VARCHAR",
    severity: "VARCHAR",
    stated: "DECIMAL(18,6)",
    expected: "DECIMAL(18,6)",
    difference: "DECIMAL(18,6)",
    unit: "VARCHAR",
    message_zh: "VARCHAR",
    message_en: "VARCHAR",
    source_lines: "INTEGER[]",
    fact_ids: "VARCHAR[]",
    witnesses: "INTEGER",
  },
  sql: ({ report_ids }) => sql`
    SELECT ${REPORT_FIELDS}, finding.finding_id, finding.rule_id, finding.category, finding.severity,
      finding.stated, finding.expected, finding.difference, finding.unit, finding.message_zh, finding.message_en,
      finding.source_lines, finding.fact_ids, finding.witnesses
    FROM finding
    JOIN report USING (report_id)
    JOIN agency ON agency.agency_id = report.agency_id
    WHERE ${report_ids === undefined ? sql`true` : among("report.report_id", report_ids)}
    ORDER BY CASE finding.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 WHEN 'info' THEN 2 ELSE 3 END,
      report.agency_id, report.fiscal_year, report.report_kind, finding.source_lines[1], finding.finding_id`,
});
