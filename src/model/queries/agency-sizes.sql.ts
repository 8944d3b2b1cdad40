import { sql } from "../sql.ts";
import { defineQuery } from "./query.ts";
import type { NoParams } from "./query.ts";

/** How large an agency is, by each of its reports. */
export interface AgencySizesRow {
  report_id: string;
  agency_id: string;
  fiscal_year: number;
  report_kind: "final" | "budget";
  /** Staff in service, its own or borrowed; null where not disclosed. */
  headcount: number | null;
  /** Basic expenditure spent, or planned in a budget, 万元; null where not disclosed. */
  basic: number | null;
}

export const agencySizes = defineQuery<NoParams, AgencySizesRow>({
  name: "agency-sizes",
  columns: {
    report_id: "VARCHAR",
    agency_id: "VARCHAR",
    fiscal_year: "INTEGER",
    report_kind: "VARCHAR",
    headcount: "DECIMAL(18,6)",
    basic: "DECIMAL(18,6)",
  },
  sql: () => sql`
    SELECT report.report_id, report.agency_id, report.fiscal_year, report.report_kind,
      staff.value AS headcount, basic.value AS basic
    FROM report
    LEFT JOIN staff_denominator AS staff ON staff.report_id = report.report_id AND staff.denominator = 'in_service'
    LEFT JOIN input AS basic ON basic.report_id = report.report_id AND basic.item = 'expenditure.basic'
      AND basic.code IS NULL AND basic.measure = CASE report.report_kind WHEN 'final' THEN 'final' ELSE 'budget' END
    ORDER BY report.agency_id, report.fiscal_year, report.report_kind`,
});
