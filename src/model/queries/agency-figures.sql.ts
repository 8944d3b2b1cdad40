import { sql } from "../sql.ts";
import { among, defineQuery } from "./query.ts";

export interface AgencyFiguresParams {
  readonly agency_ids: readonly string[];
}

/**
 * One figure of a report: its own amount of an item or class (the final in a final account, the
 * plan in a budget), never last year's and never another budget's. 万元, persons, vehicles, …
 */
export interface AgencyFiguresRow {
  report_id: string;
  agency_id: string;
  fiscal_year: number;
  report_kind: "final" | "budget";
  item: string;
  code: string | null;
  /** As the report prints it. */
  label: string;
  measure: string;
  /** null: in a table that is declared empty. */
  value: number | null;
  unit: string;
  /** A finding of severity error touches it, or another print of it differs. */
  contradicted: boolean;
  /** Pass-through money inside it that the comparable basis leaves out of 人均 metrics, 万元. */
  pass_through: number;
  fact_id: string;
  source_line: number;
}

export const agencyFigures = defineQuery<AgencyFiguresParams, AgencyFiguresRow>({
  name: "agency-figures",
  columns: {
    report_id: "VARCHAR",
    agency_id: "VARCHAR",
    fiscal_year: "INTEGER",
    report_kind: "VARCHAR",
    item: "VARCHAR",
    code: "VARCHAR",
    label: "VARCHAR",
    measure: "VARCHAR",
    value: "DECIMAL(18,6)",
    unit: "VARCHAR",
    contradicted: "BOOLEAN",
    pass_through: "DECIMAL(18,6)",
    fact_id: "VARCHAR",
    source_line: "INTEGER",
  },
  // The item stands on the other side of `passed`: a condition on the left side alone would turn the hash join into a
  // loop over all pairs.
  sql: ({ agency_ids }) => sql`
    WITH own AS (
      SELECT * FROM input
      WHERE ${among("agency_id", agency_ids)}
        AND (code IS NULL OR item IN ('expenditure.economic', 'expenditure.function'))
        AND NOT starts_with(item, 'project') AND NOT starts_with(item, 'performance.')
        AND measure IN ('final', 'actual', 'budget', 'initial_budget')
        AND (report_kind = 'budget' OR measure IN ('final', 'actual'))
      QUALIFY row_number() OVER (
        PARTITION BY report_id, item, code
        ORDER BY CASE measure WHEN 'budget' THEN 0 WHEN 'initial_budget' THEN 1 WHEN 'final' THEN 2 ELSE 3 END
      ) = 1
    )
    SELECT own.report_id, own.agency_id, own.fiscal_year, own.report_kind, own.item, own.code, fact.label, own.measure,
      own.value, own.unit, own.contradicted, coalesce(passed.amount, 0)::DECIMAL(18,6) AS pass_through,
      own.fact_id, own.source_line
    FROM own
    JOIN fact USING (fact_id)
    LEFT JOIN (
      SELECT report_id, item, measure, amount FROM adjustment_effect WHERE side = 'numerator' AND metric_group = 'per_staff'
    ) AS passed ON passed.report_id = own.report_id AND passed.measure = own.measure
      AND passed.item = CASE WHEN own.code IS NULL THEN own.item END
    ORDER BY own.agency_id, own.fiscal_year, own.report_kind, own.item, own.code`,
});
