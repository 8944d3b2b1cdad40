import type { FactRow } from "../../domain/records.ts";
import { sql } from "../sql.ts";
import { defineQuery, REPORT_COLUMNS, REPORT_FIELDS } from "./query.ts";
import type { ReportFields } from "./query.ts";

export interface FindingEvidenceParams {
  /** The report whose findings are asked about; a witness may stand in another report of the agency. */
  report_id: string;
}

type FigureColumn =
  "label" | "column_label" | "measure" | "unit" | "value_text" | "unit_text" | "statement" | "origin" | "statement_no";

/**
 * A printed figure that a finding rests on, or a line of it that holds no such figure (then
 * everything about the figure is null). The questioned figure comes first.
 */
export interface FindingEvidenceRow extends ReportFields, Record<FigureColumn, string | null> {
  finding_id: string;
  /** Order among the evidence of the finding, from 1. */
  position: number;
  title: string;
  line_no: number;
  /** The whole line, personal data masked. */
  line_text: string;
  fact_id: string | null;
  code: FactRow["code"];
  value: number | null;
  /** Character span of the figure in the line: 0-based, `source_to` exclusive. */
  source_from: number | null;
  source_to: number | null;
}

export const findingEvidence = defineQuery<FindingEvidenceParams, FindingEvidenceRow>({
  name: "finding-evidence",
  columns: {
    finding_id: "VARCHAR",
    position: "INTEGER",
    ...REPORT_COLUMNS,
    title: "VARCHAR",
    line_no: "INTEGER",
    line_text: "VARCHAR",
    fact_id: "VARCHAR",
    statement: "VARCHAR",
    statement_no: "VARCHAR",
    origin: "VARCHAR",
    label: "VARCHAR",
    column_label: "VARCHAR",
    code: "VARCHAR",
    measure: "VARCHAR",
    value: "DECIMAL(18,6)",
    unit: "VARCHAR",
    value_text: "VARCHAR",
    unit_text: "VARCHAR",
    source_from: "INTEGER",
    source_to: "INTEGER",
  },
  sql: ({ report_id }) => sql`
    WITH asked AS (
      SELECT finding_id, report_id, source_lines, fact_ids FROM finding WHERE report_id = ${report_id}
    ), cited AS (
      SELECT finding_id, unnest(fact_ids) AS fact_id, generate_subscripts(fact_ids, 1) AS position FROM asked
    ), figure AS (
      SELECT cited.finding_id, cited.position, fact.* FROM cited JOIN fact USING (fact_id)
    ), named AS (
      SELECT finding_id, report_id, unnest(source_lines) AS line_no,
        generate_subscripts(source_lines, 1) + len(fact_ids) AS position
      FROM asked
    ), bare AS (
      SELECT named.* FROM named
      ANTI JOIN figure ON figure.finding_id = named.finding_id AND figure.report_id = named.report_id
        AND figure.source_line = named.line_no
    ), place AS (
      SELECT finding_id, position, report_id, source_line AS line_no, fact_id, statement, statement_no, origin, label,
        column_label, code, measure, value, unit, value_text, unit_text, source_from, source_to
      FROM figure
      UNION ALL BY NAME
      SELECT finding_id, position, report_id, line_no FROM bare
    )
    SELECT place.finding_id, place.position::INTEGER AS position, ${REPORT_FIELDS}, report.title, place.line_no,
      source_line.text AS line_text, place.fact_id, place.statement, place.statement_no, place.origin, place.label,
      place.column_label, place.code, place.measure, place.value, place.unit, place.value_text, place.unit_text,
      place.source_from, place.source_to
    FROM place
    JOIN report USING (report_id)
    JOIN agency ON agency.agency_id = report.agency_id
    JOIN source_line ON source_line.report_id = place.report_id AND source_line.line_no = place.line_no
    ORDER BY place.finding_id, place.position`,
});
