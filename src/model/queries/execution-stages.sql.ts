import type { Basis, StatusId } from "../../domain/status.ts";
import { sql } from "../sql.ts";
import { latestFinals } from "./chosen-reports.ts";
import { defineQuery, REPORT_COLUMNS, REPORT_FIELDS } from "./query.ts";
import type { NoParams, ReportFields } from "./query.ts";

/**
 * One row per final account and basis: the stages a year’s money passes. Money in 万元, pass-through
 * items already taken out where basis is `comparable`. Each rate names its own base.
 */
export interface ExecutionStagesRow extends ReportFields {
  basis: Basis;
  initial: number | null;
  initial_fact_id: string | null;
  initial_line: number | null;
  adjusted: number | null;
  adjusted_fact_id: string | null;
  adjusted_line: number | null;
  final: number | null;
  final_fact_id: string | null;
  final_line: number | null;
  /** 决算 ÷ 年初预算, %. */
  final_to_initial: number | null;
  final_to_initial_status: StatusId;
  final_to_initial_note_zh: string | null;
  final_to_initial_note_en: string | null;
  /** 决算 ÷ 全年预算, %. */
  final_to_adjusted: number | null;
  final_to_adjusted_status: StatusId;
  final_to_adjusted_note_zh: string | null;
  final_to_adjusted_note_en: string | null;
  /** 全年预算 ÷ 年初预算, %. */
  adjusted_to_initial: number | null;
  adjusted_to_initial_status: StatusId;
  /** As the report states it, %, whatever its base is. */
  stated_completion: number | null;
  stated_status: StatusId;
  /** The words by which the report names the base: `完成年初预算`, `完成预算`. */
  stated_base: string | null;
  stated_fact_id: string | null;
  stated_line: number | null;
  /** Taken out of the final, out of the initial budget, 万元; 0 where nothing is. */
  excluded_final: number;
  excluded_initial: number;
}

export const executionStages = defineQuery<NoParams, ExecutionStagesRow>({
  name: "execution-stages",
  columns: {
    ...REPORT_COLUMNS,
    basis: "VARCHAR",
    initial: "DOUBLE",
    initial_fact_id: "VARCHAR",
    initial_line: "INTEGER",
    adjusted: "DOUBLE",
    adjusted_fact_id: "VARCHAR",
    adjusted_line: "INTEGER",
    final: "DOUBLE",
    final_fact_id: "VARCHAR",
    final_line: "INTEGER",
    final_to_initial: "DOUBLE",
    final_to_initial_status: "VARCHAR",
    final_to_initial_note_zh: "VARCHAR",
    final_to_initial_note_en: "VARCHAR",
    final_to_adjusted: "DOUBLE",
    final_to_adjusted_status: "VARCHAR",
    final_to_adjusted_note_zh: "VARCHAR",
    final_to_adjusted_note_en: "VARCHAR",
    adjusted_to_initial: "DOUBLE",
    adjusted_to_initial_status: "VARCHAR",
    stated_completion: "DOUBLE",
    stated_status: "VARCHAR",
    stated_base: "VARCHAR",
    stated_fact_id: "VARCHAR",
    stated_line: "INTEGER",
    excluded_final: "DECIMAL(18,6)",
    excluded_initial: "DECIMAL(18,6)",
  },
  // `value` is read once: five parts of it follow.
  sql: () => sql`
    WITH chosen AS MATERIALIZED ${latestFinals()}, value AS MATERIALIZED (
      SELECT * FROM metric_value_source WHERE starts_with(metric_id, 'execution.') AND report_id IN (SELECT report_id FROM chosen)
    )
    SELECT ${REPORT_FIELDS}, initial.basis,
      initial.denominator_value AS initial, initial.denominator_fact_id AS initial_fact_id,
      initial_fact.source_line AS initial_line,
      adjusted.denominator_value AS adjusted, adjusted.denominator_fact_id AS adjusted_fact_id,
      adjusted_fact.source_line AS adjusted_line,
      coalesce(initial.numerator, adjusted.numerator, spent.numerator) AS final,
      coalesce(initial.numerator_fact_id, adjusted.numerator_fact_id, spent.numerator_fact_id) AS final_fact_id,
      final_fact.source_line AS final_line,
      initial.value AS final_to_initial, initial.status AS final_to_initial_status,
      initial.note_zh AS final_to_initial_note_zh, initial.note_en AS final_to_initial_note_en,
      adjusted.value AS final_to_adjusted, adjusted.status AS final_to_adjusted_status,
      adjusted.note_zh AS final_to_adjusted_note_zh, adjusted.note_en AS final_to_adjusted_note_en,
      added.value AS adjusted_to_initial, added.status AS adjusted_to_initial_status,
      stated.value AS stated_completion, stated.status AS stated_status, stated_fact.column_label AS stated_base,
      stated.numerator_fact_id AS stated_fact_id, stated_fact.source_line AS stated_line,
      coalesce(excluded.final, 0)::DECIMAL(18,6) AS excluded_final,
      coalesce(excluded.initial, 0)::DECIMAL(18,6) AS excluded_initial
    FROM value AS initial
    JOIN value AS adjusted ON adjusted.metric_id = 'execution.final_to_adjusted'
      AND adjusted.report_id = initial.report_id AND adjusted.basis = initial.basis
    JOIN value AS added ON added.metric_id = 'execution.adjusted_to_initial'
      AND added.report_id = initial.report_id AND added.basis = initial.basis
    JOIN value AS stated ON stated.metric_id = 'execution.stated_completion'
      AND stated.report_id = initial.report_id AND stated.basis = initial.basis
    JOIN value AS spent ON spent.metric_id = 'execution.final'
      AND spent.report_id = initial.report_id AND spent.basis = initial.basis
    JOIN chosen AS report ON report.report_id = initial.report_id
    JOIN agency ON agency.agency_id = report.agency_id
    LEFT JOIN fact AS initial_fact ON initial_fact.fact_id = initial.denominator_fact_id
    LEFT JOIN fact AS adjusted_fact ON adjusted_fact.fact_id = adjusted.denominator_fact_id
    LEFT JOIN fact AS final_fact ON final_fact.fact_id
      = coalesce(initial.numerator_fact_id, adjusted.numerator_fact_id, spent.numerator_fact_id)
    LEFT JOIN fact AS stated_fact ON stated_fact.fact_id = stated.numerator_fact_id
    LEFT JOIN (
      SELECT report_id, 'comparable' AS basis, sum(amount) FILTER (side = 'numerator' AND measure = 'final') AS final,
        sum(amount) FILTER (side = 'denominator' AND measure = 'initial_budget') AS initial
      FROM adjustment_effect WHERE metric_group = 'execution' AND item = 'expenditure.total' GROUP BY report_id
    ) AS excluded ON excluded.report_id = initial.report_id AND excluded.basis = initial.basis
    WHERE initial.metric_id = 'execution.final_to_initial'
    ORDER BY report.agency_id, report.fiscal_year, initial.basis`,
});
