import { METRICS } from "../metrics/index.ts";
import { valueList } from "./value-list.ts";
import { col, defineView } from "./view.ts";

export interface MetricWayRow {
  metric_id: string;
  way: number;
  report_kind: string;
  numerator_item: string;
  numerator_code: string | null;
  numerator_measure: string;
  denominator_item: string | null;
  denominator_code: string | null;
  denominator_measure: string | null;
  base_zh: string | null;
  base_en: string | null;
}

const KINDS = ["final", "budget"] as const;

const rows = METRICS.flatMap((metric) =>
  metric.ways.flatMap(({ kind, numerator, denominator, base }, position) =>
    (kind === undefined ? KINDS : [kind]).map((reportKind) => [
      metric.id,
      position,
      reportKind,
      numerator.item,
      numerator.code,
      numerator.measure,
      denominator?.item,
      denominator?.code,
      denominator?.measure,
      base?.zh,
      base?.en,
    ]),
  ),
);

export const metricWayView = defineView<MetricWayRow>({
  name: "metric_way",
  zh: "指标取数方式",
  en: "Admissible ways to feed a metric, in order",
  stored: true,
  columns: {
    metric_id: col("VARCHAR", "指标标识", "Metric id"),
    way: col("INTEGER", "次序", "Order: the first way whose figures are all disclosed serves"),
    report_kind: col("VARCHAR", "报告类型", "Kind of report that can answer so"),
    numerator_item: col("VARCHAR", "分子项目", "Item of the numerator"),
    numerator_code: col("VARCHAR", "分子科目", "Class of the numerator"),
    numerator_measure: col("VARCHAR", "分子性质", "Measure of the numerator"),
    denominator_item: col("VARCHAR", "分母项目", "Item of the denominator; null for a headcount or an amount"),
    denominator_code: col("VARCHAR", "分母科目", "Class of the denominator"),
    denominator_measure: col("VARCHAR", "分母性质", "Measure of the denominator"),
    base_zh: col("VARCHAR", "分母名称（中）", "Name of the base in Chinese"),
    base_en: col("VARCHAR", "分母名称（英）", "Name of the base in English"),
  },
  sql: valueList(
    {
      metric_id: "VARCHAR",
      way: "INTEGER",
      report_kind: "VARCHAR",
      numerator_item: "VARCHAR",
      numerator_code: "VARCHAR",
      numerator_measure: "VARCHAR",
      denominator_item: "VARCHAR",
      denominator_code: "VARCHAR",
      denominator_measure: "VARCHAR",
      base_zh: "VARCHAR",
      base_en: "VARCHAR",
    },
    rows,
  ),
});
