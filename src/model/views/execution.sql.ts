import { sql } from "../sql.ts";
import { col, defineView, VIEW_REPORT_COLUMNS } from "./view.ts";
import type { ViewReportFields } from "./view.ts";

export interface ExecutionViewRow extends ViewReportFields {
  item: string;
  code: string | null;
  label: string;
  initial_budget: number | null;
  initial_fact_id: string | null;
  initial_line: number | null;
  adjusted_budget: number | null;
  final: number | null;
  final_fact_id: string | null;
  final_line: number | null;
  stated_completion: number | null;
  stated_fact_id: string | null;
  source_line: number;
}

export const executionView = defineView<ExecutionViewRow>({
  name: "execution",
  zh: "预算执行",
  en: "Stages of execution as printed: wholes of a report and function classes",
  columns: {
    ...VIEW_REPORT_COLUMNS,
    item: col("VARCHAR", "项目", "expenditure.total, .fiscal, .general_budget, .basic, .project or .function"),
    code: col("VARCHAR", "功能科目", "Function class; null for a whole"),
    label: col("VARCHAR", "名称", "Label as printed"),
    initial_budget: col("DECIMAL(18,6)", "年初预算", "Initial budget, 万元"),
    initial_fact_id: col("VARCHAR", "年初预算的事实", "Fact of the initial budget"),
    initial_line: col("INTEGER", "年初预算源行", "Line of the initial budget"),
    adjusted_budget: col("DECIMAL(18,6)", "全年预算", "Adjusted (full-year) budget, 万元"),
    final: col("DECIMAL(18,6)", "决算", "Final, 万元"),
    final_fact_id: col("VARCHAR", "决算的事实", "Fact of the final"),
    final_line: col("INTEGER", "决算源行", "Line of the final"),
    stated_completion: col("DECIMAL(18,6)", "自述完成率", "Completion rate as stated, %"),
    stated_fact_id: col("VARCHAR", "自述完成率的事实", "Fact of the stated rate"),
    source_line: col("INTEGER", "源行", "First line of the row’s figures"),
  },
  sql: sql`
    SELECT input.report_id, input.agency_id, input.fiscal_year, input.report_kind, input.item, input.code,
      arg_min(fact.label, (input.measure <> 'final', input.source_line)) AS label,
      any_value(input.value) FILTER (input.measure = 'initial_budget') AS initial_budget,
      any_value(input.fact_id) FILTER (input.measure = 'initial_budget') AS initial_fact_id,
      any_value(input.source_line) FILTER (input.measure = 'initial_budget') AS initial_line,
      any_value(input.value) FILTER (input.measure = 'adjusted_budget') AS adjusted_budget,
      any_value(input.value) FILTER (input.measure = 'final') AS final,
      any_value(input.fact_id) FILTER (input.measure = 'final') AS final_fact_id,
      any_value(input.source_line) FILTER (input.measure = 'final') AS final_line,
      any_value(input.value) FILTER (input.measure = 'completion_rate') AS stated_completion,
      any_value(input.fact_id) FILTER (input.measure = 'completion_rate') AS stated_fact_id,
      min(input.source_line)::INTEGER AS source_line
    FROM input
    JOIN fact USING (fact_id)
    WHERE input.report_kind = 'final' AND input.value IS NOT NULL
      AND input.measure IN ('initial_budget', 'adjusted_budget', 'final', 'completion_rate')
      AND ((input.code IS NULL AND input.item IN ('expenditure.total', 'expenditure.fiscal', 'expenditure.general_budget',
          'expenditure.basic', 'expenditure.project'))
        OR (input.code IS NOT NULL AND input.item = 'expenditure.function'))
    GROUP BY input.report_id, input.agency_id, input.fiscal_year, input.report_kind, input.item, input.code`,
});
