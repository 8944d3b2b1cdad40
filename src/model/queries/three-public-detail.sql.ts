import type { StatusId } from "../../domain/status.ts";
import { sql } from "../sql.ts";
import { defineQuery, REPORT_COLUMNS, REPORT_FIELDS } from "./query.ts";
import type { NoParams, ReportFields } from "./query.ts";

/**
 * One row per report and component of the three public expenses, total first. Money in 万元; a
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
  /** Recomputed, %; null where status says why. */
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
  change_fact_id: string | null;
  change_line: number | null;
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

export const threePublicDetail = defineQuery<NoParams, ThreePublicDetailRow>({
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
    change_fact_id: "VARCHAR",
    change_line: "INTEGER",
    reason: "VARCHAR",
    reason_line: "INTEGER",
    visits: "DECIMAL(18,6)",
    visits_fact_id: "VARCHAR",
    visitors: "DECIMAL(18,6)",
    visitors_fact_id: "VARCHAR",
    vehicles: "DECIMAL(18,6)",
    vehicles_fact_id: "VARCHAR",
  },
  sql: () => sql`
    SELECT ${REPORT_FIELDS}, part.item AS component, item.zh AS component_zh, item.en AS component_en,
      part.budget, part.budget_measure, measure.zh AS budget_zh, measure.en AS budget_en,
      part.budget_fact_id, part.budget_line, part.final, part.final_fact_id, part.final_line,
      completion.value AS completion, completion.status AS completion_status,
      completion.note_zh, completion.note_en,
      part.stated_completion, part.stated_base, part.stated_fact_id, part.stated_line,
      part.prior_final, part.change, growth.value AS change_rate, growth.status AS change_status,
      part.change_fact_id, part.change_line, told.text AS reason, told.source_line AS reason_line,
      visits.value AS visits, visits.fact_id AS visits_fact_id,
      visitors.value AS visitors, visitors.fact_id AS visitors_fact_id,
      vehicles.value AS vehicles, vehicles.fact_id AS vehicles_fact_id
    FROM three_public AS part
    JOIN report USING (report_id)
    JOIN agency ON agency.agency_id = report.agency_id
    JOIN item ON item.item = part.item
    LEFT JOIN measure ON measure.measure = part.budget_measure
    LEFT JOIN metric_value AS completion ON completion.report_id = part.report_id AND completion.basis = 'reported'
      AND completion.metric_id = CASE part.item WHEN 'three_public.total' THEN 'three_public.completion'
        ELSE part.item || '.completion' END
    LEFT JOIN metric_value AS growth ON growth.report_id = part.report_id AND growth.basis = 'reported'
      AND growth.metric_id = CASE part.item WHEN 'three_public.total' THEN 'three_public.change'
        ELSE part.item || '.change' END
    LEFT JOIN (
      SELECT report_id, item, arg_min(text, source_line) AS text, min(source_line) AS source_line
      FROM reason WHERE item IS NOT NULL GROUP BY report_id, item
    ) AS told ON told.report_id = part.report_id AND told.item = part.item
    LEFT JOIN quantity AS visits ON visits.report_id = part.report_id AND visits.item = 'reception.visits'
      AND part.item IN ('three_public.total', 'three_public.reception')
    LEFT JOIN quantity AS visitors ON visitors.report_id = part.report_id AND visitors.item = 'reception.visitors'
      AND part.item IN ('three_public.total', 'three_public.reception')
    LEFT JOIN quantity AS vehicles ON vehicles.report_id = part.report_id AND vehicles.item = 'vehicles.owned'
      AND part.item IN ('three_public.total', 'three_public.vehicle', 'three_public.vehicle_operation')
    ORDER BY report.agency_id, report.fiscal_year, report.report_kind, item.position`,
});
