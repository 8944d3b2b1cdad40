import { METRICS } from "../metrics/index.ts";
import { join, literal, sql } from "../sql.ts";
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
  metric.ways.flatMap((way, position) =>
    (way.kind === undefined ? KINDS : [way.kind]).map((kind) => {
      const { numerator, denominator } = way;
      const cells = [
        metric.id,
        position,
        kind,
        numerator.item,
        numerator.code ?? null,
        numerator.measure,
        denominator?.item ?? null,
        denominator?.code ?? null,
        denominator?.measure ?? null,
        way.base?.zh ?? null,
        way.base?.en ?? null,
      ];
      return sql`(${join(cells.map(literal), ", ")})`;
    }),
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
  sql: sql`
    SELECT * REPLACE (denominator_code::VARCHAR AS denominator_code) FROM (VALUES
      ${join(rows, ",\n      ")}
    ) AS ways (metric_id, way, report_kind, numerator_item, numerator_code, numerator_measure,
      denominator_item, denominator_code, denominator_measure, base_zh, base_en)`,
});
