import { sql } from "../sql.ts";
import { col, defineView, VIEW_REPORT_COLUMNS } from "./view.ts";
import type { ViewReportFields } from "./view.ts";

export interface HeadcountViewRow extends ViewReportFields {
  item: string;
  value: number;
  lo: number;
  hi: number;
  contradicted: boolean;
  fact_id: string;
  source_line: number;
}

export const headcountView = defineView<HeadcountViewRow>({
  name: "headcount",
  zh: "人员",
  en: "Headcounts as disclosed, one row per report and kind of staff",
  columns: {
    ...VIEW_REPORT_COLUMNS,
    item: col("VARCHAR", "人员类别", "headcount.in_service, .temporary, .establishment, .retired, …"),
    value: col("DECIMAL(18,6)", "人数", "People"),
    lo: col("DECIMAL(18,6)", "下限", "Lowest print of it"),
    hi: col("DECIMAL(18,6)", "上限", "Highest print of it"),
    contradicted: col("BOOLEAN", "存疑", "Prints differ, or a finding of severity error touches it"),
    fact_id: col("VARCHAR", "事实", "The fact taken"),
    source_line: col("INTEGER", "源行", "Line of the fact taken"),
  },
  sql: sql`
    SELECT report_id, agency_id, fiscal_year, report_kind, item, value, lo, hi, contradicted, fact_id, source_line
    FROM quantity
    WHERE starts_with(item, 'headcount.')`,
});
