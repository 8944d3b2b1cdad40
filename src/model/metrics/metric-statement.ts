import type { Basis, Denominator } from "../../domain/status.ts";
import type { ReportKind } from "../../domain/statements.ts";
import { isUserMetric } from "../formula/user-metric.ts";
import { userMetricParams, userMetricValues } from "../queries/user-metric-values.sql.ts";
import { inlined, literal } from "../sql.ts";
import type { Metric } from "./metric.ts";

/** What is chosen on screen beside the metric. */
export interface StatementChoice {
  readonly basis: Basis;
  readonly denominator: Denominator | null;
  readonly kind: ReportKind;
  readonly year: number | null;
}

const text = (value: string): string => literal(value).text;

/** A line each for people: what is computed, and how. */
const heading = (metric: Metric): string[] =>
  [`${metric.zh} · ${metric.en}, ${metric.unit}`, metric.formula].map((line) => `-- ${line.replaceAll("\n", " ")}`);

/**
 * A metric as a statement that the SQL screen can run: the value of the model beside the formula
 * over its two inputs, under the choices on screen. A reader's own metric is spelt out in full.
 */
export function metricStatement(metric: Metric, { basis, denominator, kind, year }: StatementChoice): string {
  const isOwn = isUserMetric(metric);
  const wanted = [
    ...(isOwn ? [] : [`metric_id = ${text(metric.id)}`]),
    `basis = ${text(basis)}`,
    ...(denominator === null ? [] : [`denominator = ${text(denominator)}`]),
    ...(isOwn ? [] : [`report_kind = ${text(kind)}`]),
    ...(year === null ? [] : [`fiscal_year = ${String(year)}`]),
  ];
  const recomputed = metric.shape === "amount" || metric.shape === "stated" ? "numerator" : safe(metric.formula);
  const source = isOwn
    ? `(${inlined(userMetricValues.sql(userMetricParams(metric, kind)))}\n)`
    : "metric_value JOIN agency USING (agency_id)";
  return [
    ...heading(metric),
    `SELECT short_name, fiscal_year, value, numerator, ${metric.denominatorName === null ? "" : "denominator_value, "}${recomputed} AS recomputed,`,
    "  lo, hi, status, note_zh, note_en",
    `FROM ${source}`,
    `WHERE ${wanted.join("\n  AND ")}`,
    "ORDER BY value DESC NULLS LAST",
  ].join("\n");
}

/** Nothing is divided by zero, in a reader's copy neither. */
function safe(formula: string): string {
  return formula.replaceAll("denominator_value", "nullif(denominator_value, 0)");
}
