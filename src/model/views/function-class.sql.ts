import { sql } from "../sql.ts";
import { col, defineView, VIEW_REPORT_COLUMNS } from "./view.ts";
import type { ViewReportFields } from "./view.ts";

export interface FunctionClassViewRow extends ViewReportFields {
  code: string;
  label: string;
  parent_code: string | null;
  measure: string;
  amount: number;
  basic: number | null;
  project: number | null;
  fact_id: string;
  source_line: number;
}

export const functionClassView = defineView<FunctionClassViewRow>({
  name: "function_class",
  zh: "功能分类",
  en: "Expenditure by function class: final in an account, budget in a budget",
  columns: {
    ...VIEW_REPORT_COLUMNS,
    code: col("VARCHAR", "功能科目", "Function class, 3, 5 or 7 digits"),
    label: col("VARCHAR", "名称", "Label as printed"),
    parent_code: col("VARCHAR", "上级科目", "Class above; null for a 类"),
    measure: col("VARCHAR", "数字性质", "final or budget"),
    amount: col("DECIMAL(18,6)", "合计", "万元"),
    basic: col("DECIMAL(18,6)", "基本支出", "Basic expenditure of the class, 万元"),
    project: col("DECIMAL(18,6)", "项目支出", "Project expenditure of the class, 万元"),
    fact_id: col("VARCHAR", "事实", "Fact of the amount"),
    source_line: col("INTEGER", "源行", "Its line"),
  },
  sql: sql`
    SELECT whole.report_id, whole.agency_id, whole.fiscal_year, whole.report_kind, whole.code, fact.label,
      CASE WHEN length(whole.code) > 3 THEN left(whole.code, length(whole.code)::INTEGER - 2) END AS parent_code,
      whole.measure, whole.value AS amount, basic.value AS basic, project.value AS project, whole.fact_id,
      whole.source_line
    FROM input AS whole
    JOIN (SELECT fact_id, label FROM fact) AS fact USING (fact_id)
    LEFT JOIN input AS basic ON basic.report_id = whole.report_id AND basic.code = whole.code
      AND basic.measure = whole.measure AND basic.item = 'expenditure.basic'
    LEFT JOIN input AS project ON project.report_id = whole.report_id AND project.code = whole.code
      AND project.measure = whole.measure AND project.item = 'expenditure.project'
    WHERE whole.item = 'expenditure.function' AND whole.value IS NOT NULL AND whole.code IS NOT NULL
      AND whole.measure = CASE whole.report_kind WHEN 'final' THEN 'final' ELSE 'budget' END`,
});
