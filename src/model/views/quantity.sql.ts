import { sql } from "../sql.ts";
import { col, defineView, VIEW_REPORT_COLUMNS } from "./view.ts";
import type { ViewReportFields } from "./view.ts";

export interface QuantityRow extends ViewReportFields {
  item: string;
  value: number;
  lo: number;
  hi: number;
  unit: string;
  contradicted: boolean;
  fact_id: string;
  source_line: number;
}

/** People, vehicles, visits and the like, whatever a report calls the column they stand in. */
export const quantityView = defineView<QuantityRow>({
  name: "quantity",
  zh: "数量",
  en: "Counts: one row per report and counted thing",
  columns: {
    ...VIEW_REPORT_COLUMNS,
    item: col("VARCHAR", "项目", "Item"),
    value: col("DECIMAL(18,6)", "数量", "Count"),
    lo: col("DECIMAL(18,6)", "下限", "Lowest print of it"),
    hi: col("DECIMAL(18,6)", "上限", "Highest print of it"),
    unit: col("VARCHAR", "单位", "Unit"),
    contradicted: col("BOOLEAN", "存疑", "Prints differ, or a finding of severity error touches it"),
    fact_id: col("VARCHAR", "事实", "The fact taken"),
    source_line: col("INTEGER", "源行", "Line of the fact taken"),
  },
  sql: sql`
    SELECT report_id, agency_id, fiscal_year, report_kind, item, value, lo, hi, unit, contradicted, fact_id, source_line
    FROM input
    WHERE code IS NULL AND value IS NOT NULL AND measure IN ('final', 'actual', 'executed', 'budget')
      AND unit IN ('人', '辆', '批次', '人次', '个', '台(套)')
    QUALIFY row_number() OVER (
      PARTITION BY report_id, item
      ORDER BY CASE measure WHEN 'final' THEN 0 WHEN 'actual' THEN 1 WHEN 'executed' THEN 2 ELSE 3 END
    ) = 1`,
});
