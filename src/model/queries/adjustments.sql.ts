import type { AdjustmentRow } from "../../domain/records.ts";
import { sql } from "../sql.ts";
import { PRINTED_ADJUSTMENTS } from "../views/adjustment-effect.sql.ts";
import { defineQuery } from "./query.ts";
import type { NoParams } from "./query.ts";

/** Pass-through items with the fact that prints the amount, where it was read as one. */
export interface AdjustmentsRow extends Omit<AdjustmentRow, "amount_wan"> {
  amount_wan: number;
  agency_id: string;
  short_name: string;
  fiscal_year: number;
  fact_id: string | null;
  /** Half a unit of the amount’s last printed digit, 万元; 0 where it was read as no figure. */
  half_unit: number;
}

export const adjustments = defineQuery<NoParams, AdjustmentsRow>({
  name: "adjustments",
  columns: {
    report_id: "VARCHAR",
    adjustment_id: "VARCHAR",
    side: "VARCHAR",
    measure: "VARCHAR",
    item: "VARCHAR",
    code: "VARCHAR",
    amount_wan: "DECIMAL(18,6)",
    metric_groups: "VARCHAR",
    label_zh: "VARCHAR",
    label_en: "VARCHAR",
    reason_zh: "VARCHAR",
    reason_en: "VARCHAR",
    source_line: "INTEGER",
    agency_id: "VARCHAR",
    short_name: "VARCHAR",
    fiscal_year: "INTEGER",
    fact_id: "VARCHAR",
    half_unit: "DECIMAL(18,6)",
  },
  sql: () => sql`
    SELECT adjustment.*, report.agency_id, agency.short_name, report.fiscal_year, printed.fact_id,
      coalesce(printed.precision * 0.5, 0)::DECIMAL(18,6) AS half_unit
    FROM adjustment
    JOIN report USING (report_id)
    JOIN agency ON agency.agency_id = report.agency_id
    LEFT JOIN (${PRINTED_ADJUSTMENTS}
    ) AS printed ON printed.report_id = adjustment.report_id AND printed.adjustment_id = adjustment.adjustment_id
    ORDER BY adjustment.report_id, adjustment.adjustment_id`,
});
