import type { MetricValueRow } from "../../domain/records.ts";
import type { Basis, Denominator } from "../../domain/status.ts";
import type { ReportKind } from "../../domain/statements.ts";
import { listedForms } from "../lists.ts";
import { ident, join, sql } from "../sql.ts";
import type { Sql } from "../sql.ts";
import { INPUT_SIDE_COLUMNS, metricValuesOf } from "../views/metric-value-source.sql.ts";
import type { InputSides } from "../views/metric-value-source.sql.ts";
import { latestFinals } from "./chosen-reports.ts";
import { among, defineQuery, equalsOrAny } from "./query.ts";
import type { ColumnsOf } from "./query.ts";

/** `metric_ids` as of the dictionary; the other three leave the choice open when null. */
export interface MetricValuesParams {
  metric_ids: readonly string[];
  basis: Basis | null;
  /** A headcount; metrics that divide by none are always kept. */
  denominator: Denominator | null;
  report_kind: ReportKind | null;
  /** Absent: every report. */
  report_ids?: readonly string[];
  /** Those are some of thousands, whose values are not stored but computed. */
  isOfMany?: true;
  /** Of each agency its latest final account only. */
  latest?: true;
}

/** A metric’s value with the agency’s names and the place of its first two inputs. */
export interface MetricValuesRow extends MetricValueRow, InputSides {
  agency_name: string;
  short_name: string;
  name_en: string | null;
  level: string | null;
  disclosure: "tables" | "narrative";
  /** The report’s agency tells of a merger in or just before the year. */
  merged: boolean;
  /** The agency’s final account with the highest year. */
  latest_final: boolean;
  numerator_statement: string | null;
  numerator_label: string | null;
  numerator_text: string | null;
  numerator_unit_text: string | null;
  numerator_line: number | null;
  /** Differs from `report_id` where the input is borrowed. */
  denominator_report_id: string | null;
  denominator_statement: string | null;
  denominator_label: string | null;
  denominator_text: string | null;
  denominator_unit_text: string | null;
  denominator_line: number | null;
}

/** Columns of every query that gives values of a metric. */
export const METRIC_VALUES_COLUMNS: ColumnsOf<MetricValuesRow> = {
  report_id: "VARCHAR",
  agency_id: "VARCHAR",
  fiscal_year: "INTEGER",
  report_kind: "VARCHAR",
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
  note_zh: "VARCHAR",
  note_en: "VARCHAR",
  fact_ids: "VARCHAR[]",
  agency_name: "VARCHAR",
  short_name: "VARCHAR",
  name_en: "VARCHAR",
  level: "VARCHAR",
  disclosure: "VARCHAR",
  merged: "BOOLEAN",
  latest_final: "BOOLEAN",
  numerator_fact_id: "VARCHAR",
  denominator_fact_id: "VARCHAR",
  numerator_measure: "VARCHAR",
  denominator_measure: "VARCHAR",
  numerator_lo: "DOUBLE",
  numerator_hi: "DOUBLE",
  denominator_lo: "DOUBLE",
  denominator_hi: "DOUBLE",
  numerator_statement: "VARCHAR",
  numerator_label: "VARCHAR",
  numerator_text: "VARCHAR",
  numerator_unit_text: "VARCHAR",
  numerator_line: "INTEGER",
  denominator_report_id: "VARCHAR",
  denominator_statement: "VARCHAR",
  denominator_label: "VARCHAR",
  denominator_text: "VARCHAR",
  denominator_unit_text: "VARCHAR",
  denominator_line: "INTEGER",
};

/**
 * The rows of `MetricValuesRow` from rows of values, with names of the agency and the printed places.
 *
 * @param values a table expression with the columns of `metric_value_source`, named `value`.
 * @param facts a table expression with the facts behind the values, by default all.
 */
export function withPlaces(values: Sql, facts = sql`fact`): Sql {
  return sql`
    SELECT value.* EXCLUDE (${join(Object.keys(INPUT_SIDE_COLUMNS).map(ident), ", ")}),
      agency.name AS agency_name, agency.short_name, agency.name_en, agency.level, report.disclosure,
      merger.report_id IS NOT NULL AS merged,
      coalesce(value.report_kind = 'final' AND value.fiscal_year = latest.fiscal_year, false) AS latest_final,
      ${join(
        Object.keys(INPUT_SIDE_COLUMNS).map((name) => sql`value.${ident(name)}`),
        ", ",
      )},
      upper_fact.statement AS numerator_statement, upper_fact.label AS numerator_label,
      upper_fact.value_text AS numerator_text, upper_fact.unit_text AS numerator_unit_text,
      upper_fact.source_line AS numerator_line,
      lower_fact.report_id AS denominator_report_id,
      lower_fact.statement AS denominator_statement, lower_fact.label AS denominator_label,
      lower_fact.value_text AS denominator_text, lower_fact.unit_text AS denominator_unit_text,
      lower_fact.source_line AS denominator_line
    FROM ${values} AS value
    JOIN report USING (report_id)
    JOIN agency ON agency.agency_id = value.agency_id
    LEFT JOIN merger ON merger.report_id = value.report_id
    LEFT JOIN (
      SELECT agency_id, max(fiscal_year) AS fiscal_year FROM report WHERE report_kind = 'final' GROUP BY agency_id
    ) AS latest ON latest.agency_id = value.agency_id
    LEFT JOIN ${facts} AS upper_fact ON upper_fact.fact_id = value.numerator_fact_id
    LEFT JOIN ${facts} AS lower_fact ON lower_fact.fact_id = value.denominator_fact_id`;
}

/**
 * The facts of the agencies of some reports: a headcount may be that of another report.
 *
 * @param isWanted says of `report_id` whether it is one of these.
 */
const factsOf = (isWanted: Sql): Sql => sql`
      SELECT fact_id, report_id, statement, label, value_text, unit_text, source_line FROM fact
      WHERE report_id IN (
        SELECT report_id FROM report WHERE agency_id IN (SELECT agency_id FROM report WHERE ${isWanted})
      )`;

const BASES = ["comparable", "reported"] as const satisfies readonly Basis[];
const HEADCOUNTS = [
  "in_service",
  "in_service_plus_temporary",
  "establishment",
] as const satisfies readonly Denominator[];

const ORDER = sql`ORDER BY value.metric_id, value.basis, value.denominator, value.agency_id, value.fiscal_year, value.report_kind`;

/** As they are stored: of many reports, whose values are not, what is wanted is found by what is written in the statement. */
const asStored = ({ metric_ids, basis, denominator, report_kind, report_ids, latest }: MetricValuesParams): Sql => sql`
    ${withPlaces(sql`metric_value_source`, report_ids === undefined ? undefined : sql`(${factsOf(among("report_id", report_ids))})`)}
    WHERE ${among("value.metric_id", metric_ids)}
      AND ${equalsOrAny("value.basis", basis)}
      AND (value.denominator IS NULL OR ${equalsOrAny("value.denominator", denominator)})
      AND ${equalsOrAny("value.report_kind", report_kind)}
      AND ${report_ids === undefined ? sql`true` : among("value.report_id", report_ids)}
      AND ${latest === undefined ? sql`true` : sql`value.report_id IN (SELECT report_id FROM ${latestFinals()})`}
    ${ORDER}`;

/** Of some of many reports: computed for these alone, and their facts are looked through once for both sides. */
const ofSome = listedForms(
  ({ metric_ids, basis, denominator, report_ids = [] }: MetricValuesParams) => ({
    asked_reading: metric_ids.flatMap((id) =>
      (basis === null ? BASES : [basis]).flatMap((each) =>
        [...(denominator === null ? HEADCOUNTS : [denominator]), null].map((divisor) => [id, each, divisor]),
      ),
    ),
    asked_report: report_ids.map((id) => [id]),
  }),
  ({ report_kind }, list) => {
    const reports = sql`(
        SELECT * FROM report
        WHERE report_id IN (SELECT report_id FROM ${list("asked_report")}) AND ${equalsOrAny("report_kind", report_kind)}
      )`;
    return sql`
    WITH printed AS MATERIALIZED (${factsOf(sql`report_id IN (SELECT report_id FROM ${list("asked_report")})`)}
    )${withPlaces(sql`(${metricValuesOf(reports, { readings: list("asked_reading") })})`, sql`printed`)}
    ${ORDER}`;
  },
);

export const metricValues = defineQuery<MetricValuesParams, MetricValuesRow>({
  name: "metric-values",
  columns: METRIC_VALUES_COLUMNS,
  parts: {
    of: (params) => new Map(params.metric_ids.toSorted().map((id) => [id, { ...params, metric_ids: [id] }])),
    nameOf: ({ metric_id }) => metric_id,
    only: (params, names) => ({ ...params, metric_ids: params.metric_ids.filter((id) => names.has(id)) }),
  },
  sql: (params) => (params.isOfMany === undefined ? asStored(params) : ofSome.sql(params)),
  listed: (params) => (params.isOfMany === undefined ? null : ofSome.listed(params)),
});
