import { sql } from "../sql.ts";
import { latestFinals } from "./chosen-reports.ts";
import { defineQuery, REPORT_COLUMNS, REPORT_FIELDS } from "./query.ts";
import type { NoParams, ReportFields } from "./query.ts";

/** One row per project that an agency's latest final account evaluates: money in 万元, rates in %, scores in 分. */
export interface ProjectsRow extends ReportFields {
  project: string;
  budget: number | null;
  budget_fact_id: string | null;
  executed: number | null;
  executed_fact_id: string | null;
  /** 执行数 ÷ 预算数, recomputed. */
  execution_rate: number | null;
  stated_rate: number | null;
  stated_fact_id: string | null;
  score: number | null;
  score_fact_id: string | null;
  /** A finding of severity error questions the score. */
  score_doubted: boolean;
  source_line: number;
}

export const projects = defineQuery<NoParams, ProjectsRow>({
  name: "projects",
  columns: {
    ...REPORT_COLUMNS,
    project: "VARCHAR",
    budget: "DECIMAL(18,6)",
    budget_fact_id: "VARCHAR",
    executed: "DECIMAL(18,6)",
    executed_fact_id: "VARCHAR",
    execution_rate: "DOUBLE",
    stated_rate: "DECIMAL(18,6)",
    stated_fact_id: "VARCHAR",
    score: "DECIMAL(18,6)",
    score_fact_id: "VARCHAR",
    score_doubted: "BOOLEAN",
    source_line: "INTEGER",
  },
  sql: () => sql`
    SELECT ${REPORT_FIELDS}, performance.project, performance.budget, performance.budget_fact_id,
      performance.executed, performance.executed_fact_id, performance.execution_rate, performance.stated_rate,
      performance.stated_fact_id, performance.score, performance.score_fact_id,
      performance.score_fact_id IN (SELECT fact_id FROM doubt) IS TRUE AS score_doubted, performance.source_line
    FROM performance
    JOIN ${latestFinals()} AS report USING (report_id)
    JOIN agency ON agency.agency_id = report.agency_id
    ORDER BY report.agency_id, report.fiscal_year, report.report_kind, performance.source_line,
      performance.project, performance.budget_fact_id`,
});
