import { sql } from "../sql.ts";
import { col, defineView, VIEW_REPORT_COLUMNS } from "./view.ts";
import type { ViewReportFields } from "./view.ts";

export interface EconomicClassViewRow extends ViewReportFields {
  code: string;
  label: string;
  parent_code: string | null;
  measure: string;
  amount: number;
  fact_id: string;
  source_line: number;
}

export const economicClassView = defineView<EconomicClassViewRow>({
  name: "economic_class",
  zh: "经济分类",
  en: "Basic expenditure by economic class: final in an account, budget in a budget",
  columns: {
    ...VIEW_REPORT_COLUMNS,
    code: col("VARCHAR", "经济科目", "Economic class, 3 or 5 digits"),
    label: col("VARCHAR", "名称", "Label as printed"),
    parent_code: col("VARCHAR", "上级科目", "Class of 3 digits; null for a 类"),
    measure: col("VARCHAR", "数字性质", "final or budget"),
    amount: col("DECIMAL(18,6)", "金额", "万元"),
    fact_id: col("VARCHAR", "事实", "The fact"),
    source_line: col("INTEGER", "源行", "Its line"),
  },
  sql: sql`
    SELECT input.report_id, input.agency_id, input.fiscal_year, input.report_kind, input.code, fact.label,
      CASE WHEN length(input.code) > 3 THEN left(input.code, 3) END AS parent_code, input.measure,
      input.value AS amount, input.fact_id, input.source_line
    FROM input
    JOIN (SELECT fact_id, label FROM fact) AS fact USING (fact_id)
    WHERE input.item = 'expenditure.economic' AND input.value IS NOT NULL AND input.code IS NOT NULL
      AND input.measure = CASE input.report_kind WHEN 'final' THEN 'final' ELSE 'budget' END`,
});
