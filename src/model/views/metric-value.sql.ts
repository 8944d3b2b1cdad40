import type { MetricValueRow } from "../../domain/records.ts";
import { ident, join, sql } from "../sql.ts";
import { INPUT_SIDE_COLUMNS, METRIC_VALUE_COLUMNS } from "./metric-value-source.sql.ts";
import { defineView } from "./view.ts";

export const metricValueView = defineView<MetricValueRow>({
  name: "metric_value",
  zh: "指标值",
  en: "Metric values: one row per report, metric, basis and headcount",
  columns: METRIC_VALUE_COLUMNS,
  sql: sql`SELECT * EXCLUDE (${join(Object.keys(INPUT_SIDE_COLUMNS).map(ident), ", ")}) FROM metric_value_source`,
});
