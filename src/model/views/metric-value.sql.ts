import type { MetricValueRow } from "../../domain/records.ts";
import { sql } from "../sql.ts";
import { METRIC_VALUE_COLUMNS } from "./metric-value-source.sql.ts";
import { defineView } from "./view.ts";

export const metricValueView = defineView<MetricValueRow>({
  name: "metric_value",
  zh: "指标值",
  en: "Metric values: one row per report, metric, basis and headcount",
  columns: METRIC_VALUE_COLUMNS,
  sql: sql`SELECT * EXCLUDE (numerator_fact_id, denominator_fact_id) FROM metric_value_source`,
});
