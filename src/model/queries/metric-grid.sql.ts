import type { Basis, Denominator, StatusId } from "../../domain/status.ts";
import type { ReportKind } from "../../domain/statements.ts";
import { join, sql } from "../sql.ts";
import { chosenReports } from "./chosen-reports.ts";
import { among, defineQuery, REPORT_COLUMNS, REPORT_FIELDS } from "./query.ts";
import type { ReportFields } from "./query.ts";

export interface MetricGridParams {
  /** As of the dictionary, each once; the lists of a row follow this order. */
  readonly metric_ids: readonly string[];
  readonly basis: Basis;
  readonly denominator: Denominator;
  readonly report_kind: ReportKind;
  /** null: the latest report of that kind of each agency. */
  readonly fiscal_year: number | null;
}

/**
 * One row per agency with its values of many metrics as lists in the order asked for: thousands of
 * agencies × a hundred metrics as rows would be half a million objects. Places and notes of one
 * value: `metricValues`.
 */
export interface MetricGridRow extends ReportFields {
  disclosure: "tables" | "narrative";
  merged: boolean;
  values: (number | null)[];
  /** The interval from printed precision. */
  los: (number | null)[];
  his: (number | null)[];
  numerators: (number | null)[];
  denominators: (number | null)[];
  statuses: StatusId[];
}

export const metricGrid = defineQuery<MetricGridParams, MetricGridRow>({
  name: "metric-grid",
  columns: {
    ...REPORT_COLUMNS,
    disclosure: "VARCHAR",
    merged: "BOOLEAN",
    values: "DOUBLE[]",
    los: "DOUBLE[]",
    his: "DOUBLE[]",
    numerators: "DOUBLE[]",
    denominators: "DOUBLE[]",
    statuses: "VARCHAR[]",
  },
  sql: ({ metric_ids, basis, denominator, report_kind, fiscal_year }) => {
    const wanted = metric_ids.map((id, index) => sql`(${id}, ${index})`);
    // The metrics are said once more as a condition: many reports' values are computed when asked, and a join asks for all.
    return sql`
    WITH wanted AS (
      SELECT metric_id, place FROM (VALUES ${wanted.length === 0 ? sql`(NULL, 0)` : join(wanted, ", ")}) AS each (metric_id, place)
    ), chosen AS ${chosenReports({ report_kind, fiscal_year })}, listed AS (
      SELECT value.report_id, list(value.value ORDER BY wanted.place) AS "values",
        list(value.lo ORDER BY wanted.place) AS los, list(value.hi ORDER BY wanted.place) AS his,
        list(value.numerator ORDER BY wanted.place) AS numerators,
        list(value.denominator_value ORDER BY wanted.place) AS denominators,
        list(value.status ORDER BY wanted.place) AS statuses
      FROM metric_value_source AS value
      JOIN wanted USING (metric_id)
      JOIN (SELECT report_id FROM chosen) AS chosen USING (report_id)
      WHERE ${among("value.metric_id", metric_ids)} AND value.report_kind = ${report_kind}
        AND value.basis = ${basis} AND (value.denominator IS NULL OR value.denominator = ${denominator})
      GROUP BY value.report_id
    )
    SELECT ${REPORT_FIELDS}, report.disclosure, merger.report_id IS NOT NULL AS merged,
      listed."values", listed.los, listed.his, listed.numerators, listed.denominators, listed.statuses
    FROM listed
    JOIN report USING (report_id)
    JOIN agency ON agency.agency_id = report.agency_id
    LEFT JOIN merger ON merger.report_id = report.report_id
    ORDER BY report.agency_id`;
  },
});
