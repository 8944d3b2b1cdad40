import { sql } from "../sql.ts";
import { col, defineView } from "./view.ts";

/** What a report brings to a metric before basis, headcount and arithmetic. Amounts as `input` has them. */
export interface MetricInputRow {
  metric_id: string;
  report_id: string;
  /** Of `metric_way`. */
  way: number;
  upper_fact_id: string | null;
  upper_value: number | null;
  upper_lo: number | null;
  upper_hi: number | null;
  upper_doubtful: boolean | null;
  upper_fact_ids: string[] | null;
  lower_fact_id: string | null;
  lower_value: number | null;
  lower_lo: number | null;
  lower_hi: number | null;
  lower_doubtful: boolean | null;
  lower_fact_ids: string[] | null;
  stated_value: number | null;
  stated_precision: number | null;
  stated_base: string | null;
  stated_base_value: number | null;
  stated_fact_ids: string[] | null;
  budget_known: boolean;
}

const CONCEPT = sql`CASE WHEN item IN ('expenditure.fiscal', 'expenditure.general_budget') THEN 'expenditure.total' ELSE item END`;

/**
 * One row per report and metric for which it prints any figure: reports print far fewer than all
 * metrics, and basis and headcount make six rows of each. One way is chosen for both sides, so that
 * no rate mixes two bases.
 */
export const metricInputView = defineView<MetricInputRow>({
  name: "metric_input",
  zh: "指标的输入",
  en: "What each report prints for a metric: both sides as chosen, and the rate it states itself",
  stored: true,
  columns: {
    metric_id: col("VARCHAR", "指标标识", "Metric id"),
    report_id: col("VARCHAR", "报告标识", "Report id"),
    way: col("INTEGER", "次序", "The way of metric_way that both sides are taken by"),
    upper_fact_id: col("VARCHAR", "分子的事实", "First fact of the numerator; null where it is not printed"),
    upper_value: col("DECIMAL(18,6)", "分子", "Numerator as reported; null where its table is declared empty"),
    upper_lo: col("DECIMAL(18,6)", "分子下限", "Lower end of the numerator"),
    upper_hi: col("DECIMAL(18,6)", "分子上限", "Upper end of the numerator"),
    upper_doubtful: col("BOOLEAN", "分子存疑", "Another print or a finding contradicts the numerator"),
    upper_fact_ids: col("VARCHAR[]", "分子的所有事实", "All facts behind the numerator"),
    lower_fact_id: col("VARCHAR", "分母的事实", "First fact of the denominator; null for a headcount"),
    lower_value: col("DECIMAL(18,6)", "分母", "Denominator as reported; null for a headcount"),
    lower_lo: col("DECIMAL(18,6)", "分母下限", "Lower end of the denominator"),
    lower_hi: col("DECIMAL(18,6)", "分母上限", "Upper end of the denominator"),
    lower_doubtful: col("BOOLEAN", "分母存疑", "Another print or a finding contradicts the denominator"),
    lower_fact_ids: col("VARCHAR[]", "分母的所有事实", "All facts behind the denominator"),
    stated_value: col("DECIMAL(18,6)", "自述完成率", "The completion rate that the report states of it, %"),
    stated_precision: col("DECIMAL(18,6)", "自述精度", "One unit of its last printed digit"),
    stated_base: col("VARCHAR", "自述的分母", "The budget that its words name: initial_budget or adjusted_budget"),
    stated_base_value: col("DECIMAL(18,6)", "自述分母的数额", "That budget as printed"),
    stated_fact_ids: col("VARCHAR[]", "自述的事实", "Facts behind the stated rate"),
    budget_known: col("BOOLEAN", "预算已披露", "Any budget of the numerator is printed"),
  },
  sql: sql`
    WITH fed AS (
      SELECT report.report_id, way.*,
        upper_in.fact_id AS upper_fact_id, upper_in.value AS upper_value, upper_in.lo AS upper_lo,
        upper_in.hi AS upper_hi, upper_in.contradicted AS upper_doubtful, upper_in.fact_ids AS upper_fact_ids,
        lower_in.fact_id AS lower_fact_id, lower_in.value AS lower_value, lower_in.lo AS lower_lo,
        lower_in.hi AS lower_hi, lower_in.contradicted AS lower_doubtful, lower_in.fact_ids AS lower_fact_ids
      FROM metric_way AS way
      JOIN report ON report.report_kind = way.report_kind
      LEFT JOIN input AS upper_in ON upper_in.report_id = report.report_id AND upper_in.item = way.numerator_item
        AND upper_in.code IS NOT DISTINCT FROM way.numerator_code AND upper_in.measure = way.numerator_measure
      LEFT JOIN input AS lower_in ON lower_in.report_id = report.report_id AND lower_in.item = way.denominator_item
        AND lower_in.code IS NOT DISTINCT FROM way.denominator_code AND lower_in.measure = way.denominator_measure
      WHERE upper_in.fact_id IS NOT NULL OR lower_in.fact_id IS NOT NULL
    ), chosen AS (
      SELECT * FROM fed
      QUALIFY row_number() OVER (
        PARTITION BY report_id, metric_id
        ORDER BY (upper_value IS NOT NULL)::INTEGER + (lower_value IS NOT NULL)::INTEGER
          + (upper_fact_id IS NOT NULL)::INTEGER + (lower_fact_id IS NOT NULL)::INTEGER DESC, way
      ) = 1
    ), keyed AS (
      SELECT chosen.*,
        CASE WHEN chosen.numerator_measure <> 'final' OR chosen.base_zh IS NULL THEN NULL
          WHEN metric.metric_group = 'execution' THEN 'expenditure.total'
          ELSE chosen.numerator_item END AS stated_concept
      FROM chosen
      JOIN metric USING (metric_id)
    ), stated AS (
      -- The completion rate as the report states it, with the budget that its words name. The three
      -- wholes of a report (its spending, from appropriation, from the general budget) are one concept.
      SELECT report_id, ${CONCEPT} AS concept, value, precision, fact_ids,
        CASE WHEN contains(column_label, '年初') THEN 'initial_budget' ELSE 'adjusted_budget' END AS base
      FROM input
      WHERE measure = 'completion_rate' AND code IS NULL
      QUALIFY row_number() OVER (
        PARTITION BY report_id, ${CONCEPT}
        ORDER BY item <> 'expenditure.total', item <> 'expenditure.fiscal', item
      ) = 1
    ), known_budget AS (
      SELECT DISTINCT report_id, item FROM input
      WHERE code IS NULL AND measure IN ('initial_budget', 'adjusted_budget', 'budget') AND value IS NOT NULL
    )
    SELECT keyed.metric_id, keyed.report_id, keyed.way,
      keyed.upper_fact_id, keyed.upper_value, keyed.upper_lo, keyed.upper_hi, keyed.upper_doubtful, keyed.upper_fact_ids,
      keyed.lower_fact_id, keyed.lower_value, keyed.lower_lo, keyed.lower_hi, keyed.lower_doubtful, keyed.lower_fact_ids,
      stated.value AS stated_value, stated.precision AS stated_precision, stated.base AS stated_base,
      stated_budget.value AS stated_base_value, stated.fact_ids AS stated_fact_ids,
      known_budget.report_id IS NOT NULL AS budget_known
    FROM keyed
    LEFT JOIN stated ON stated.report_id = keyed.report_id AND stated.concept = keyed.stated_concept
    LEFT JOIN input AS stated_budget ON stated_budget.report_id = keyed.report_id
      AND stated_budget.item = keyed.numerator_item AND stated_budget.measure = stated.base AND stated_budget.code IS NULL
    LEFT JOIN known_budget ON known_budget.report_id = keyed.report_id AND known_budget.item = keyed.numerator_item
    -- Rows of one metric lie together: a question after one reads no others.
    ORDER BY keyed.metric_id, keyed.report_id`,
});
