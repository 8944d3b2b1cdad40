import type { StatusId } from "../../domain/status.ts";
import { sql } from "../sql.ts";
import { among, defineQuery, REPORT_COLUMNS, REPORT_FIELDS } from "./query.ts";
import type { ReportFields } from "./query.ts";

/** Absent: every report. */
export interface EconomicClassesParams {
  readonly report_ids?: readonly string[];
}

/**
 * One row per report and economic class (3 or 5 digits) of basic expenditure, for decomposition:
 * the amount and the in-service headcount it may be divided by. 万元, 万元/人.
 */
export interface EconomicClassesRow extends ReportFields {
  code: string;
  label: string;
  /** 301 for 30101; null for a 类. */
  parent_code: string | null;
  measure: string;
  amount: number;
  in_service: number | null;
  headcount_status: StatusId;
  per_staff: number | null;
  /** Share of basic expenditure, %. */
  share: number | null;
  fact_id: string;
  source_line: number;
}

export const economicClasses = defineQuery<EconomicClassesParams, EconomicClassesRow>({
  name: "economic-classes",
  columns: {
    ...REPORT_COLUMNS,
    code: "VARCHAR",
    label: "VARCHAR",
    parent_code: "VARCHAR",
    measure: "VARCHAR",
    amount: "DECIMAL(18,6)",
    in_service: "DECIMAL(18,6)",
    headcount_status: "VARCHAR",
    per_staff: "DOUBLE",
    share: "DOUBLE",
    fact_id: "VARCHAR",
    source_line: "INTEGER",
  },
  sql: ({ report_ids }) => sql`
    SELECT ${REPORT_FIELDS}, class.code, class.label, class.parent_code, class.measure, class.amount,
      staff.value AS in_service, staff.status AS headcount_status,
      CASE WHEN staff.value > 0 THEN class.amount::DOUBLE / staff.value::DOUBLE END AS per_staff,
      CASE WHEN basic.value > 0 THEN class.amount::DOUBLE / basic.value::DOUBLE * 100 END AS share,
      class.fact_id, class.source_line
    FROM economic_class AS class
    JOIN report USING (report_id)
    JOIN agency ON agency.agency_id = report.agency_id
    JOIN staff_denominator AS staff ON staff.report_id = class.report_id AND staff.denominator = 'in_service'
    LEFT JOIN input AS basic ON basic.report_id = class.report_id AND basic.item = 'expenditure.basic'
      AND basic.code IS NULL AND basic.measure = class.measure
    WHERE ${report_ids === undefined ? sql`true` : among("report.report_id", report_ids)}
    ORDER BY report.agency_id, report.fiscal_year, report.report_kind, class.code`,
});
