import type { StatusId } from "../../domain/status.ts";
import { sql } from "../sql.ts";
import { latestFinals } from "./chosen-reports.ts";
import { among, defineQuery, REPORT_COLUMNS, REPORT_FIELDS } from "./query.ts";
import type { ReportFields } from "./query.ts";

export interface ThreePublicParams {
  /** `three_public.total`, …; null: all. */
  readonly components: readonly string[] | null;
  /** null: of every agency. */
  readonly report_ids: readonly string[] | null;
}

/**
 * One row per latest final account and component of the three public expenses, total first. Money in 万元; a
 * null amount is not disclosed, 0 is a stated zero.
 */
export interface ThreePublicDetailRow extends ReportFields {
  /** `three_public.total`, `.overseas`, `.vehicle`, `.vehicle_purchase`, `.vehicle_operation`, `.reception`. */
  component: string;
  component_zh: string;
  component_en: string;
  budget: number | null;
  /** Which budget it is: `adjusted_budget`, `budget` or `initial_budget`. */
  budget_measure: string | null;
  budget_zh: string | null;
  budget_en: string | null;
  budget_fact_id: string | null;
  budget_line: number | null;
  final: number | null;
  final_fact_id: string | null;
  final_line: number | null;
  /** As budgeted before the year, and 决算 ÷ 年初预算, %; null where either is undisclosed or the base is 0. */
  initial_budget: number | null;
  initial_fact_id: string | null;
  initial_line: number | null;
  final_to_initial: number | null;
  /** The adjusted budget, also where the report calls it 全年预算 in its completion rate only. */
  adjusted_budget: number | null;
  adjusted_fact_id: string | null;
  adjusted_line: number | null;
  final_to_adjusted: number | null;
  /** A budget of which the report does not say whether it is the initial or the adjusted one. */
  plain_budget: number | null;
  plain_fact_id: string | null;
  plain_line: number | null;
  final_to_plain: number | null;
  /** Recomputed against `budget`, %; null where status says why. */
  completion: number | null;
  completion_status: StatusId;
  note_zh: string | null;
  note_en: string | null;
  /** The rate as the report states it, %, with the words it names its base by. */
  stated_completion: number | null;
  stated_base: string | null;
  stated_fact_id: string | null;
  stated_line: number | null;
  prior_final: number | null;
  /** 万元 against last year, as printed or from the two amounts. */
  change: number | null;
  change_rate: number | null;
  change_status: StatusId;
  change_note_zh: string | null;
  change_note_en: string | null;
  change_fact_id: string | null;
  change_line: number | null;
  /** The rate of change as printed, %, signed. */
  stated_change_rate: number | null;
  stated_change_rate_fact_id: string | null;
  stated_change_rate_line: number | null;
  reason: string | null;
  reason_line: number | null;
  /** 批次, 人次: on the rows of reception and total. */
  visits: number | null;
  visits_fact_id: string | null;
  visitors: number | null;
  visitors_fact_id: string | null;
  /** 辆: on the rows of vehicles and total. */
  vehicles: number | null;
  vehicles_fact_id: string | null;
}

export const threePublicDetail = defineQuery<ThreePublicParams, ThreePublicDetailRow>({
  name: "three-public-detail",
  columns: {
    ...REPORT_COLUMNS,
    component: "VARCHAR",
    component_zh: "VARCHAR",
    component_en: "VARCHAR",
    budget: "DECIMAL(18,6)",
    budget_measure: "VARCHAR",
    budget_zh: "VARCHAR",
    budget_en: "VARCHAR",
    budget_fact_id: "VARCHAR",
    budget_line: "INTEGER",
    final: "DECIMAL(18,6)",
    final_fact_id: "VARCHAR",
    final_line: "INTEGER",
    initial_budget: "DECIMAL(18,6)",
    initial_fact_id: "VARCHAR",
    initial_line: "INTEGER",
    final_to_initial: "DOUBLE",
    adjusted_budget: "DECIMAL(18,6)",
    adjusted_fact_id: "VARCHAR",
    adjusted_line: "INTEGER",
    final_to_adjusted: "DOUBLE",
    plain_budget: "DECIMAL(18,6)",
    plain_fact_id: "VARCHAR",
    plain_line: "INTEGER",
    final_to_plain: "DOUBLE",
    completion: "DOUBLE",
    completion_status: "VARCHAR",
    note_zh: "VARCHAR",
    note_en: "VARCHAR",
    stated_completion: "DECIMAL(18,6)",
    stated_base: "VARCHAR",
    stated_fact_id: "VARCHAR",
    stated_line: "INTEGER",
    prior_final: "DECIMAL(18,6)",
    change: "DECIMAL(18,6)",
    change_rate: "DOUBLE",
    change_status: "VARCHAR",
    change_note_zh: "VARCHAR",
    change_note_en: "VARCHAR",
    change_fact_id: "VARCHAR",
    change_line: "INTEGER",
    stated_change_rate: "DECIMAL(18,6)",
    stated_change_rate_fact_id: "VARCHAR",
    stated_change_rate_line: "INTEGER",
    reason: "VARCHAR",
    reason_line: "INTEGER",
    visits: "DECIMAL(18,6)",
    visits_fact_id: "VARCHAR",
    visitors: "DECIMAL(18,6)",
    visitors_fact_id: "VARCHAR",
    vehicles: "DECIMAL(18,6)",
    vehicles_fact_id: "VARCHAR",
  },
  // `told_full_year`: of «预算 0 万元 …… 完成全年预算的 0%» the rate tells which budget the sentence gives.
  // `rate` is read once, for completion and change.
  sql: ({ components, report_ids }) => sql`
    WITH chosen AS MATERIALIZED ${latestFinals(report_ids)}, printed AS (
      SELECT report_id, item,
        any_value(value) FILTER (measure = 'initial_budget') AS initial_budget,
        any_value(fact_id) FILTER (measure = 'initial_budget') AS initial_fact_id,
        any_value(source_line) FILTER (measure = 'initial_budget') AS initial_line,
        any_value(value) FILTER (measure = 'adjusted_budget') AS adjusted_budget,
        any_value(fact_id) FILTER (measure = 'adjusted_budget') AS adjusted_fact_id,
        any_value(source_line) FILTER (measure = 'adjusted_budget') AS adjusted_line,
        any_value(value) FILTER (measure = 'budget') AS plain_budget,
        any_value(fact_id) FILTER (measure = 'budget') AS plain_fact_id,
        any_value(source_line) FILTER (measure = 'budget') AS plain_line,
        any_value(column_label) FILTER (measure = 'completion_rate') AS stated_base,
        any_value(value) FILTER (measure = 'change_rate') AS change_rate,
        any_value(fact_id) FILTER (measure = 'change_rate') AS change_rate_fact_id,
        any_value(source_line) FILTER (measure = 'change_rate') AS change_rate_line
      FROM input WHERE code IS NULL AND starts_with(item, 'three_public.') AND value IS NOT NULL
        AND report_id IN (SELECT report_id FROM chosen)
      GROUP BY report_id, item
    ), told_full_year AS (
      SELECT * EXCLUDE (adjusted_budget, adjusted_fact_id, adjusted_line),
        adjusted_budget IS NULL AND contains(stated_base, '全年预算') AS full_year,
        CASE WHEN full_year THEN plain_budget ELSE adjusted_budget END AS adjusted_budget,
        CASE WHEN full_year THEN plain_fact_id ELSE adjusted_fact_id END AS adjusted_fact_id,
        CASE WHEN full_year THEN plain_line ELSE adjusted_line END AS adjusted_line
      FROM printed
    ), rate AS MATERIALIZED (
      SELECT * FROM metric_value WHERE basis = 'reported' AND starts_with(metric_id, 'three_public')
        AND report_id IN (SELECT report_id FROM chosen)
    )
    SELECT ${REPORT_FIELDS}, part.item AS component, item.zh AS component_zh, item.en AS component_en,
      part.budget, part.budget_measure, measure.zh AS budget_zh, measure.en AS budget_en,
      part.budget_fact_id, part.budget_line, part.final, part.final_fact_id, part.final_line,
      named.initial_budget, named.initial_fact_id, named.initial_line,
      part.final::DOUBLE / nullif(named.initial_budget::DOUBLE, 0) * 100 AS final_to_initial,
      named.adjusted_budget, named.adjusted_fact_id, named.adjusted_line,
      part.final::DOUBLE / nullif(named.adjusted_budget::DOUBLE, 0) * 100 AS final_to_adjusted,
      named.plain_budget, named.plain_fact_id, named.plain_line,
      part.final::DOUBLE / nullif(named.plain_budget::DOUBLE, 0) * 100 AS final_to_plain,
      completion.value AS completion, completion.status AS completion_status,
      completion.note_zh, completion.note_en,
      part.stated_completion, part.stated_base, part.stated_fact_id, part.stated_line,
      part.prior_final, part.change, growth.value AS change_rate, growth.status AS change_status,
      growth.note_zh AS change_note_zh, growth.note_en AS change_note_en,
      part.change_fact_id, part.change_line, named.change_rate AS stated_change_rate,
      named.change_rate_fact_id AS stated_change_rate_fact_id, named.change_rate_line AS stated_change_rate_line, told.text AS reason, told.source_line AS reason_line,
      visits.value AS visits, visits.fact_id AS visits_fact_id,
      visitors.value AS visitors, visitors.fact_id AS visitors_fact_id,
      vehicles.value AS vehicles, vehicles.fact_id AS vehicles_fact_id
    FROM three_public AS part
    JOIN chosen AS report USING (report_id)
    JOIN agency ON agency.agency_id = report.agency_id
    JOIN item ON item.item = part.item
    LEFT JOIN told_full_year AS named ON named.report_id = part.report_id AND named.item = part.item
    LEFT JOIN measure ON measure.measure = part.budget_measure
    LEFT JOIN rate AS completion ON completion.report_id = part.report_id
      AND completion.metric_id = CASE part.item WHEN 'three_public.total' THEN 'three_public.completion'
        ELSE part.item || '.completion' END
    LEFT JOIN rate AS growth ON growth.report_id = part.report_id
      AND growth.metric_id = CASE part.item WHEN 'three_public.total' THEN 'three_public.change'
        ELSE part.item || '.change' END
    LEFT JOIN (
      SELECT report_id, item, arg_min(text, source_line) AS text, min(source_line) AS source_line
      FROM reason WHERE item IS NOT NULL GROUP BY report_id, item
    ) AS told ON told.report_id = part.report_id AND told.item = part.item
    LEFT JOIN quantity AS visits ON visits.item = 'reception.visits' AND visits.report_id
      = CASE WHEN part.item IN ('three_public.total', 'three_public.reception') THEN part.report_id END
    LEFT JOIN quantity AS visitors ON visitors.item = 'reception.visitors' AND visitors.report_id
      = CASE WHEN part.item IN ('three_public.total', 'three_public.reception') THEN part.report_id END
    LEFT JOIN quantity AS vehicles ON vehicles.item = 'vehicles.owned' AND vehicles.report_id
      = CASE WHEN part.item IN ('three_public.total', 'three_public.vehicle', 'three_public.vehicle_operation')
        THEN part.report_id END
    WHERE ${components === null ? sql`true` : among("part.item", components)}
    ORDER BY report.agency_id, report.fiscal_year, report.report_kind, item.position`,
});
