import type { MetricValueRow } from "../../domain/records.ts";
import type { Basis, Denominator } from "../../domain/status.ts";
import { sql } from "../sql.ts";
import { metricValuesOf } from "../views/metric-value-source.sql.ts";
import type { InputSides } from "../views/metric-value-source.sql.ts";
import { chosenReports } from "./chosen-reports.ts";
import type { ReportChoice } from "./chosen-reports.ts";
import { defineQuery, equalsOrAny } from "./query.ts";

export interface MetricStandingsParams extends ReportChoice {
  readonly metric_id: string;
  readonly basis: Basis;
  /** null for a metric that divides by no headcount. */
  readonly denominator: Denominator | null;
}

/**
 * One value per agency in one reading, in no order, without notes, facts and printed places, and
 * without what the question says itself: what thousands of agencies are ranked by. Names stand in
 * `reports`; the rest of a few rows gives `metricValues`.
 */
export type MetricStandingsRow = Pick<
  MetricValueRow,
  "report_id" | "value" | "lo" | "hi" | "numerator" | "denominator_value" | "status" | "bias"
> &
  Omit<InputSides, "numerator_fact_id" | "denominator_fact_id">;

export const metricStandings = defineQuery<MetricStandingsParams, MetricStandingsRow>({
  name: "metric-standings",
  columns: {
    report_id: "VARCHAR",
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
  sql: ({ metric_id, basis, denominator, ...choice }) => sql`
    SELECT value.report_id, value.value, value.lo, value.hi, value.numerator, value.denominator_value, value.status,
      value.bias, value.numerator_measure, value.denominator_measure, value.numerator_lo, value.numerator_hi,
      value.denominator_lo, value.denominator_hi
    FROM (${metricValuesOf(chosenReports(choice))}) AS value
    WHERE value.metric_id = ${metric_id} AND value.basis = ${basis}
      AND (value.denominator IS NULL OR ${equalsOrAny("value.denominator", denominator)})`,
});
