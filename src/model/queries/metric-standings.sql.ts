import type { MetricValueRow } from "../../domain/records.ts";
import type { Basis, Denominator } from "../../domain/status.ts";
import type { ReportKind } from "../../domain/statements.ts";
import { sql } from "../sql.ts";
import type { InputSides } from "../views/metric-value-source.sql.ts";
import { defineQuery, equalsOrAny } from "./query.ts";

export interface MetricStandingsParams {
  readonly metric_id: string;
  readonly basis: Basis;
  /** null for a metric that divides by no headcount. */
  readonly denominator: Denominator | null;
  readonly report_kind: ReportKind;
  /** null: the latest report of that kind of each agency. */
  readonly fiscal_year: number | null;
  /** A report of the year after or before stands in where an agency has none of the year, the later one first. */
  readonly nearest: boolean;
}

/**
 * One value per agency in one reading, without notes, facts and printed places: what thousands of
 * agencies are ranked by. Names stand in `reports`; the rest of a few rows gives `metricValues`.
 */
export type MetricStandingsRow = Pick<
  MetricValueRow,
  | "report_id"
  | "metric_id"
  | "basis"
  | "denominator"
  | "value"
  | "lo"
  | "hi"
  | "numerator"
  | "denominator_value"
  | "status"
  | "bias"
> &
  Omit<InputSides, "numerator_fact_id" | "denominator_fact_id">;

export const metricStandings = defineQuery<MetricStandingsParams, MetricStandingsRow>({
  name: "metric-standings",
  columns: {
    report_id: "VARCHAR",
    metric_id: "VARCHAR",
    basis: "VARCHAR",
    denominator: "VARCHAR",
    value: "DOUBLE",
    lo: "DOUBLE",
    hi: "DOUBLE",
    numerator: "DOUBLE",
    denominator_value: "DOUBLE",
    status: "VARCHAR",
    bias: "VARCHAR",
    numerator_measure: "VARCHAR",
    denominator_measure: "VARCHAR",
    numerator_lo: "DOUBLE",
    numerator_hi: "DOUBLE",
    denominator_lo: "DOUBLE",
    denominator_hi: "DOUBLE",
  },
  sql: ({ metric_id, basis, denominator, report_kind, fiscal_year, nearest }) => {
    const year =
      nearest && fiscal_year !== null
        ? sql`abs(fiscal_year - ${fiscal_year}) <= 1`
        : equalsOrAny("fiscal_year", fiscal_year);
    const order =
      fiscal_year === null ? sql`fiscal_year DESC` : sql`abs(fiscal_year - ${fiscal_year}), fiscal_year DESC`;
    return sql`
    WITH chosen AS (
      SELECT report_id FROM report
      WHERE report_kind = ${report_kind} AND ${year}
      QUALIFY row_number() OVER (PARTITION BY agency_id ORDER BY ${order}, report_id) = 1
    )
    SELECT value.report_id, value.metric_id, value.basis, value.denominator, value.value, value.lo, value.hi,
      value.numerator, value.denominator_value, value.status, value.bias, value.numerator_measure,
      value.denominator_measure, value.numerator_lo, value.numerator_hi, value.denominator_lo, value.denominator_hi
    FROM metric_value_source AS value
    JOIN chosen ON chosen.report_id = value.report_id
    WHERE value.metric_id = ${metric_id} AND value.basis = ${basis} AND value.report_kind = ${report_kind}
      AND (value.denominator IS NULL OR ${equalsOrAny("value.denominator", denominator)})
    ORDER BY value.report_id`;
  },
});
