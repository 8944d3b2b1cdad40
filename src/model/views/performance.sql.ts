import { sql } from "../sql.ts";
import { col, defineView, VIEW_REPORT_COLUMNS } from "./view.ts";
import type { ViewReportFields } from "./view.ts";

export interface PerformanceViewRow extends ViewReportFields {
  project: string;
  budget: number | null;
  budget_fact_id: string | null;
  executed: number | null;
  executed_fact_id: string | null;
  execution_rate: number | null;
  stated_rate: number | null;
  stated_fact_id: string | null;
  score: number | null;
  score_fact_id: string | null;
  source_line: number;
}

/**
 * A project is told once in a table and once in a sentence, with or without 专项, 项目 or 经费 at
 * its end: rows are joined by the name without them. Tables come before sentences.
 */
export const performanceView = defineView<PerformanceViewRow>({
  name: "performance",
  zh: "项目绩效",
  en: "Evaluated projects, one row each",
  columns: {
    ...VIEW_REPORT_COLUMNS,
    project: col("VARCHAR", "项目名称", "Project as printed"),
    budget: col("DECIMAL(18,6)", "全年预算数", "Budget, 万元"),
    budget_fact_id: col("VARCHAR", "预算数的事实", "Fact of the budget"),
    executed: col("DECIMAL(18,6)", "执行数", "Executed, 万元"),
    executed_fact_id: col("VARCHAR", "执行数的事实", "Fact of the executed amount"),
    execution_rate: col("DOUBLE", "执行率（重算）", "Executed ÷ budget, %, recomputed"),
    stated_rate: col("DECIMAL(18,6)", "执行率（自述）", "Execution rate as stated, %"),
    stated_fact_id: col("VARCHAR", "自述执行率的事实", "Fact of the stated rate"),
    score: col("DECIMAL(18,6)", "自评得分", "Self-evaluation score"),
    score_fact_id: col("VARCHAR", "得分的事实", "Fact of the score"),
    source_line: col("INTEGER", "源行", "First line of the project"),
  },
  sql: sql`
    WITH told AS (
      SELECT fact.*, report.agency_id, report.fiscal_year AS report_year, report.report_kind,
        regexp_replace(fact.label, '(专项|项目|经费|资金)+$', '') AS project_key,
        CASE fact.origin WHEN 'table' THEN 0 WHEN 'narrative' THEN 1 ELSE 2 END AS rank,
        CASE fact.measure WHEN 'adjusted_budget' THEN 0 WHEN 'budget' THEN 1 WHEN 'initial_budget' THEN 2 ELSE 3 END
          AS budget_rank
      FROM fact
      JOIN report USING (report_id)
      WHERE fact.item = 'project' AND fact.value IS NOT NULL AND fact.parent_label IS NULL
        AND fact.fiscal_year = report.fiscal_year
    ), project AS (
      SELECT report_id, agency_id, report_year AS fiscal_year, report_kind,
        arg_min(label, (rank, source_line)) AS project,
        arg_min(value, (budget_rank, rank, source_line)) FILTER (budget_rank < 3) AS budget,
        arg_min(fact_id, (budget_rank, rank, source_line)) FILTER (budget_rank < 3) AS budget_fact_id,
        arg_min(value, (rank, source_line)) FILTER (measure IN ('executed', 'final')) AS executed,
        arg_min(fact_id, (rank, source_line)) FILTER (measure IN ('executed', 'final')) AS executed_fact_id,
        arg_min(value, (rank, source_line)) FILTER (measure = 'completion_rate') AS stated_rate,
        arg_min(fact_id, (rank, source_line)) FILTER (measure = 'completion_rate') AS stated_fact_id,
        arg_min(value, (rank, source_line)) FILTER (measure = 'score') AS score,
        arg_min(fact_id, (rank, source_line)) FILTER (measure = 'score') AS score_fact_id,
        min(source_line)::INTEGER AS source_line
      FROM told
      GROUP BY report_id, agency_id, report_year, report_kind, project_key
    )
    SELECT report_id, agency_id, fiscal_year, report_kind, project, budget, budget_fact_id, executed,
      executed_fact_id,
      CASE WHEN budget <> 0 THEN executed::DOUBLE / budget::DOUBLE * 100 END AS execution_rate,
      stated_rate, stated_fact_id, score, score_fact_id, source_line
    FROM project`,
});
