import { sql } from "../sql.ts";
import { latestFinals } from "./chosen-reports.ts";
import { defineQuery, REPORT_COLUMNS, REPORT_FIELDS } from "./query.ts";
import type { ReportFields } from "./query.ts";

export interface ExecutionFunctionsParams {
  /** null: of every agency. */
  readonly report_ids: readonly string[] | null;
}

/** One row per report and function class (3, 5 or 7 digits) that has a budget or a final. 万元, %. */
export interface ExecutionFunctionsRow extends ReportFields {
  code: string;
  label: string;
  /** Digits of the code: 3 类, 5 款, 7 项. */
  depth: number;
  initial: number | null;
  initial_fact_id: string | null;
  initial_line: number | null;
  adjusted: number | null;
  final: number | null;
  final_fact_id: string | null;
  final_line: number | null;
  /** Pass-through money inside the final, 万元; 0 where none. */
  excluded_final: number;
  /** 决算 ÷ 年初预算, %; null without both or where the base is 0. */
  final_to_initial: number | null;
  /** As `final_to_initial`, pass-through money taken out of the final. */
  comparable_to_initial: number | null;
  /** The report says that the initial budget had nothing: a stated zero, or words of its reason. */
  no_initial: boolean;
  /** As stated, %, and the words by which the report names the base. */
  stated_completion: number | null;
  stated_base: string | null;
  stated_fact_id: string | null;
  stated_line: number | null;
  /** A finding of severity error questions the stated rate. */
  stated_doubted: boolean;
  reason: string | null;
  reason_line: number | null;
}

export const executionFunctions = defineQuery<ExecutionFunctionsParams, ExecutionFunctionsRow>({
  name: "execution-functions",
  columns: {
    ...REPORT_COLUMNS,
    code: "VARCHAR",
    label: "VARCHAR",
    depth: "INTEGER",
    initial: "DECIMAL(18,6)",
    initial_fact_id: "VARCHAR",
    initial_line: "INTEGER",
    adjusted: "DECIMAL(18,6)",
    final: "DECIMAL(18,6)",
    final_fact_id: "VARCHAR",
    final_line: "INTEGER",
    excluded_final: "DECIMAL(18,6)",
    final_to_initial: "DOUBLE",
    comparable_to_initial: "DOUBLE",
    no_initial: "BOOLEAN",
    stated_completion: "DECIMAL(18,6)",
    stated_base: "VARCHAR",
    stated_fact_id: "VARCHAR",
    stated_line: "INTEGER",
    stated_doubted: "BOOLEAN",
    reason: "VARCHAR",
    reason_line: "INTEGER",
  },
  sql: ({ report_ids }) => sql`
    SELECT ${REPORT_FIELDS}, stage.code, stage.label, length(stage.code)::INTEGER AS depth,
      stage.initial_budget AS initial, stage.initial_fact_id, stage.initial_line,
      stage.adjusted_budget AS adjusted, stage.final, stage.final_fact_id, stage.final_line,
      coalesce(excluded.amount, 0)::DECIMAL(18,6) AS excluded_final,
      CASE WHEN stage.initial_budget <> 0
        THEN stage.final::DOUBLE / stage.initial_budget::DOUBLE * 100 END AS final_to_initial,
      CASE WHEN stage.initial_budget <> 0
        THEN 100 * (stage.final - coalesce(excluded.amount, 0))::DOUBLE / stage.initial_budget::DOUBLE
        END AS comparable_to_initial,
      coalesce(stage.initial_budget = 0 OR (stage.initial_budget IS NULL
        AND regexp_matches(told.text, '年初(部门|)(无|没有|未安排|未列)(部门|)预算')), false) AS no_initial,
      stage.stated_completion, stated.column_label AS stated_base, stage.stated_fact_id,
      stated.source_line AS stated_line,
      stage.stated_fact_id IN (SELECT fact_id FROM doubt) IS TRUE AS stated_doubted, told.text AS reason, told.source_line AS reason_line
    FROM execution AS stage
    JOIN ${latestFinals(report_ids)} AS report USING (report_id)
    JOIN agency ON agency.agency_id = report.agency_id
    LEFT JOIN (
      SELECT stage.report_id, stage.code, sum(adjustment.amount_wan) AS amount
      FROM execution AS stage
      JOIN adjustment ON adjustment.report_id = stage.report_id AND starts_with(adjustment.code, stage.code)
      WHERE adjustment.measure = 'final' GROUP BY stage.report_id, stage.code
    ) AS excluded ON excluded.report_id = stage.report_id AND excluded.code = stage.code
    LEFT JOIN fact AS stated ON stated.fact_id = stage.stated_fact_id
    LEFT JOIN (
      SELECT report_id, code, arg_min(text, source_line) AS text, min(source_line) AS source_line
      FROM reason WHERE code IS NOT NULL GROUP BY report_id, code
    ) AS told ON told.report_id = stage.report_id AND told.code = stage.code
    WHERE stage.code IS NOT NULL
    ORDER BY report.agency_id, report.fiscal_year, report.report_kind, stage.code`,
});
