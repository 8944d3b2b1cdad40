import type { ReportKind } from "../../domain/statements.ts";
import { sql } from "../sql.ts";
import type { Sql } from "../sql.ts";
import { among } from "./query.ts";

/** Which report speaks for an agency. */
export interface ReportChoice {
  readonly report_kind: ReportKind;
  /** null: the latest report of that kind of each agency. */
  readonly fiscal_year: number | null;
  /** A report of the year after or before stands in where an agency has none of the year, the later one first. */
  readonly nearest?: boolean;
}

/** The final accounts with the highest year of their agency (`latest_final`), of all or of the reports named. */
export function latestFinals(report_ids: readonly string[] | null = null): Sql {
  return sql`(
      SELECT * FROM report WHERE report_kind = 'final'
      QUALIFY fiscal_year = max(fiscal_year) OVER (PARTITION BY agency_id)
        AND ${report_ids === null ? sql`true` : among("report_id", report_ids)}
    )`;
}

/** One row of `report` per agency, without order: the table expression that `metricValuesOf` takes. */
export function chosenReports({ report_kind, fiscal_year, nearest = false }: ReportChoice): Sql {
  if (fiscal_year === null) {
    // An agency has one report of a kind and year. A window over all reports takes three times as long.
    return sql`(
      SELECT report.* FROM report
      JOIN (
        SELECT agency_id, max(fiscal_year) AS fiscal_year FROM report WHERE report_kind = ${report_kind} GROUP BY agency_id
      ) AS latest USING (agency_id, fiscal_year)
      WHERE report.report_kind = ${report_kind}
    )`;
  }
  if (!nearest) return sql`(SELECT * FROM report WHERE report_kind = ${report_kind} AND fiscal_year = ${fiscal_year})`;
  return sql`(
      SELECT * FROM report
      WHERE report_kind = ${report_kind} AND abs(fiscal_year - ${fiscal_year}) <= 1
      QUALIFY row_number() OVER (
        PARTITION BY agency_id ORDER BY abs(fiscal_year - ${fiscal_year}), fiscal_year DESC, report_id
      ) = 1
    )`;
}
