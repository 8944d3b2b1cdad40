import { sql } from "../sql.ts";
import { col, defineView, VIEW_REPORT_COLUMNS } from "./view.ts";
import type { ViewReportFields } from "./view.ts";

export interface ThreePublicViewRow extends ViewReportFields {
  item: string;
  budget: number | null;
  budget_measure: string | null;
  budget_fact_id: string | null;
  budget_line: number | null;
  final: number | null;
  final_fact_id: string | null;
  final_line: number | null;
  stated_completion: number | null;
  stated_base: string | null;
  stated_fact_id: string | null;
  stated_line: number | null;
  prior_final: number | null;
  change: number | null;
  change_fact_id: string | null;
  change_line: number | null;
  source_line: number | null;
}

export const threePublicView = defineView<ThreePublicViewRow>({
  name: "three_public",
  zh: "“三公”经费",
  en: "Three-public expenses, one row per report and component",
  columns: {
    ...VIEW_REPORT_COLUMNS,
    item: col("VARCHAR", "项目", "Component: three_public.total, .overseas, .vehicle, …"),
    budget: col("DECIMAL(18,6)", "预算", "Budget, 万元: the adjusted one first, see budget_measure"),
    budget_measure: col("VARCHAR", "预算性质", "adjusted_budget, budget or initial_budget"),
    budget_fact_id: col("VARCHAR", "预算的事实", "Fact of the budget"),
    budget_line: col("INTEGER", "预算源行", "Line of the budget"),
    final: col("DECIMAL(18,6)", "决算", "Final, 万元"),
    final_fact_id: col("VARCHAR", "决算的事实", "Fact of the final"),
    final_line: col("INTEGER", "决算源行", "Line of the final"),
    stated_completion: col("DECIMAL(18,6)", "自述完成率", "Completion rate as stated, %"),
    stated_base: col("VARCHAR", "自述分母", "Words by which the report names the base"),
    stated_fact_id: col("VARCHAR", "自述完成率的事实", "Fact of the stated rate"),
    stated_line: col("INTEGER", "自述完成率源行", "Line of the stated rate"),
    prior_final: col("DECIMAL(18,6)", "上年决算", "Last year’s final, 万元"),
    change: col("DECIMAL(18,6)", "比上年增减", "Change on last year, 万元"),
    change_fact_id: col("VARCHAR", "增减的事实", "Fact of the change, else of last year’s final"),
    change_line: col("INTEGER", "增减源行", "Line of that fact"),
    source_line: col("INTEGER", "源行", "Line of the final, else of the budget"),
  },
  sql: sql`
    WITH component AS (
      SELECT * FROM input WHERE code IS NULL AND starts_with(item, 'three_public.')
    ), wanted (item) AS (VALUES ('three_public.total'), ('three_public.overseas'), ('three_public.vehicle'),
      ('three_public.vehicle_purchase'), ('three_public.vehicle_operation'), ('three_public.reception')
    ), budget AS (
      SELECT * FROM component WHERE measure IN ('adjusted_budget', 'budget', 'initial_budget') AND value IS NOT NULL
      QUALIFY row_number() OVER (
        PARTITION BY report_id, item
        ORDER BY CASE measure WHEN 'adjusted_budget' THEN 0 WHEN 'budget' THEN 1 ELSE 2 END
      ) = 1
    )
    SELECT report.report_id, report.agency_id, report.fiscal_year, report.report_kind, wanted.item,
      budget.value AS budget, budget.measure AS budget_measure, budget.fact_id AS budget_fact_id,
      budget.source_line AS budget_line,
      spent.value AS final, spent.fact_id AS final_fact_id, spent.source_line AS final_line,
      stated.value AS stated_completion, stated.column_label AS stated_base, stated.fact_id AS stated_fact_id,
      stated.source_line AS stated_line,
      prior.value AS prior_final,
      coalesce(change.value, spent.value - prior.value)::DECIMAL(18,6) AS change,
      coalesce(change.fact_id, prior.fact_id) AS change_fact_id,
      coalesce(change.source_line, prior.source_line) AS change_line,
      coalesce(spent.source_line, budget.source_line) AS source_line
    FROM report
    CROSS JOIN wanted
    LEFT JOIN budget ON budget.report_id = report.report_id AND budget.item = wanted.item
    LEFT JOIN component AS spent ON spent.report_id = report.report_id AND spent.item = wanted.item
      AND spent.measure = 'final'
    LEFT JOIN component AS stated ON stated.report_id = report.report_id AND stated.item = wanted.item
      AND stated.measure = 'completion_rate'
    LEFT JOIN component AS prior ON prior.report_id = report.report_id AND prior.item = wanted.item
      AND prior.measure = 'prior_final'
    LEFT JOIN component AS change ON change.report_id = report.report_id AND change.item = wanted.item
      AND change.measure = 'change'`,
});
