import type { MetricValueRow } from "../../domain/records.ts";
import type { Basis, Denominator } from "../../domain/status.ts";
import { listedForms } from "../lists.ts";
import { sql } from "../sql.ts";
import { metricValuesOf } from "../views/metric-value-source.sql.ts";
import type { InputSides } from "../views/metric-value-source.sql.ts";
import { chosenReports } from "./chosen-reports.ts";
import type { ReportChoice } from "./chosen-reports.ts";
import { defineQuery } from "./query.ts";

/** One way to read a metric. */
export interface MetricReading {
  readonly metric_id: string;
  readonly basis: Basis;
  /** null for a metric that divides by no headcount. */
  readonly denominator: Denominator | null;
}

export interface MetricStandingsParams extends ReportChoice {
  /** One, or all that some metrics, bases and headcounts give together. */
  readonly readings: readonly MetricReading[];
}

/**
 * One value per agency in each reading, in no order, without notes, facts and printed places: what
 * thousands of agencies are ranked by. Names stand in `reports`; the rest of a few rows gives `metricValues`.
 */
export type MetricStandingsRow = MetricReading &
  Pick<MetricValueRow, "report_id" | "value" | "lo" | "hi" | "numerator" | "denominator_value" | "status" | "bias"> &
  Omit<InputSides, "numerator_fact_id" | "denominator_fact_id">;

const nameOf = ({ metric_id, basis, denominator }: MetricReading): string =>
  `${metric_id} ${basis} ${denominator ?? ""}`;

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
  parts: {
    of: (params) => new Map(params.readings.map((reading) => [nameOf(reading), { ...params, readings: [reading] }])),
    nameOf,
    only: (params, names) => ({ ...params, readings: params.readings.filter((each) => names.has(nameOf(each))) }),
  },
  ...listedForms(
    ({ readings }: MetricStandingsParams) => ({
      asked_reading: readings.map(({ metric_id, basis, denominator }) => [metric_id, basis, denominator]),
    }),
    ({ report_kind, fiscal_year, nearest = false }, list) => sql`
    SELECT value.report_id, value.metric_id, value.basis, value.denominator, value.value, value.lo, value.hi,
      value.numerator, value.denominator_value, value.status, value.bias, value.numerator_measure,
      value.denominator_measure, value.numerator_lo, value.numerator_hi, value.denominator_lo, value.denominator_hi
    FROM (${metricValuesOf(chosenReports({ report_kind, fiscal_year, nearest }), { isBrief: true, readings: list("asked_reading") })}) AS value`,
  ),
});
