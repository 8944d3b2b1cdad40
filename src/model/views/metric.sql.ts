import { METRICS } from "../metrics/index.ts";
import { valueList } from "./value-list.ts";
import { col, defineView } from "./view.ts";

export interface MetricViewRow {
  metric_id: string;
  position: number;
  metric_group: string;
  name_zh: string;
  name_en: string;
  unit: string;
  formula: string;
  polarity: string;
  caveat_zh: string;
  caveat_en: string;
  shape: string;
  factor: number;
  per_staff: boolean;
  numerator_zh: string;
  numerator_en: string;
  denominator_zh: string | null;
  denominator_en: string | null;
  numerator_concept: string | null;
  denominator_concept: string | null;
}

const rows = METRICS.map((metric, position) => [
  metric.id,
  position,
  metric.group,
  metric.zh,
  metric.en,
  metric.unit,
  metric.formula,
  metric.polarity,
  metric.caveatZh,
  metric.caveatEn,
  metric.shape,
  metric.factor,
  metric.perStaff,
  metric.numeratorName.zh,
  metric.numeratorName.en,
  metric.denominatorName?.zh,
  metric.denominatorName?.en,
  metric.adjusts.numerator,
  metric.adjusts.denominator,
]);

export const metricView = defineView<MetricViewRow>({
  name: "metric",
  zh: "指标词典",
  en: "Dictionary of metrics",
  stored: true,
  columns: {
    metric_id: col("VARCHAR", "指标标识", "Metric id"),
    position: col("INTEGER", "次序", "Order of the dictionary"),
    metric_group: col("VARCHAR", "指标组", "Group"),
    name_zh: col("VARCHAR", "中文名", "Chinese name"),
    name_en: col("VARCHAR", "英文名", "English name"),
    unit: col("VARCHAR", "单位", "Unit of the value"),
    formula: col("VARCHAR", "公式", "SQL over numerator and denominator_value"),
    polarity: col("VARCHAR", "方向", "higher_is_dearer, both_ends or neutral"),
    caveat_zh: col("VARCHAR", "注意（中）", "Caveat in Chinese"),
    caveat_en: col("VARCHAR", "注意（英）", "Caveat in English"),
    shape: col("VARCHAR", "形式", "amount, ratio, change or stated"),
    factor: col("INTEGER", "倍数", "Multiplies the ratio"),
    per_staff: col("BOOLEAN", "按人数", "Divides by a selectable headcount"),
    numerator_zh: col("VARCHAR", "分子（中）", "Numerator in Chinese"),
    numerator_en: col("VARCHAR", "分子（英）", "Numerator in English"),
    denominator_zh: col("VARCHAR", "分母（中）", "Denominator in Chinese; null for an amount"),
    denominator_en: col("VARCHAR", "分母（英）", "Denominator in English; null for an amount"),
    numerator_concept: col("VARCHAR", "分子概念", "Item whose pass-through money is taken out of the numerator"),
    denominator_concept: col("VARCHAR", "分母概念", "Item whose pass-through money is taken out of the denominator"),
  },
  sql: valueList(
    {
      metric_id: "VARCHAR",
      position: "INTEGER",
      metric_group: "VARCHAR",
      name_zh: "VARCHAR",
      name_en: "VARCHAR",
      unit: "VARCHAR",
      formula: "VARCHAR",
      polarity: "VARCHAR",
      caveat_zh: "VARCHAR",
      caveat_en: "VARCHAR",
      shape: "VARCHAR",
      factor: "INTEGER",
      per_staff: "BOOLEAN",
      numerator_zh: "VARCHAR",
      numerator_en: "VARCHAR",
      denominator_zh: "VARCHAR",
      denominator_en: "VARCHAR",
      numerator_concept: "VARCHAR",
      denominator_concept: "VARCHAR",
    },
    rows,
  ),
});
