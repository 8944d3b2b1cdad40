import type {
  AdjustmentRow,
  AgencyRow,
  FactRow,
  FindingRow,
  ReasonRow,
  ReportRow,
  RuleOutcomeRow,
  RuleRow,
  SourceLineRow,
} from "../domain/records.ts";

export type SqlType = "VARCHAR" | "INTEGER" | "DECIMAL(18,6)" | "DATE" | "INTEGER[]" | "VARCHAR[]";

export interface Column {
  readonly type: SqlType;
  readonly nullable: boolean;
  readonly zh: string;
  readonly en: string;
}

export interface Table {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** In the order of the Parquet schema. */
  readonly columns: Readonly<Record<string, Column>>;
}

const column = (type: SqlType, zh: string, en: string): Column => ({ type, nullable: false, zh, en });
const optional = (type: SqlType, zh: string, en: string): Column => ({ type, nullable: true, zh, en });
/** Ties a table's columns to its row type: a column more or less is a type error. */
const columnsOf = <Row>(columns: { readonly [Name in keyof Row]: Column }) => columns;

export const TABLES = [
  {
    name: "agency",
    zh: "单位",
    en: "Agencies",
    columns: columnsOf<AgencyRow>({
      agency_id: column("VARCHAR", "单位标识", "Agency id, a slug"),
      name: column("VARCHAR", "单位名称", "Name as printed in the title"),
      short_name: column("VARCHAR", "简称", "Short name for charts"),
      name_en: optional("VARCHAR", "英文简称", "English short name for charts"),
      province: optional("VARCHAR", "省", "Province"),
      prefecture: optional("VARCHAR", "市", "Prefecture"),
      county: optional("VARCHAR", "县区", "County or district; null above county level"),
      level: optional("VARCHAR", "层级", "province, prefecture or county"),
      region_code: optional("VARCHAR", "行政区划代码", "GB/T 2260 code"),
    }),
  },
  {
    name: "report",
    zh: "报告",
    en: "Reports",
    columns: columnsOf<ReportRow>({
      report_id: column("VARCHAR", "报告标识", "Report id: agency, year, kind"),
      agency_id: column("VARCHAR", "单位标识", "Agency id"),
      fiscal_year: column("INTEGER", "年度", "Fiscal year of the report"),
      report_kind: column("VARCHAR", "报告类型", "final or budget"),
      title: column("VARCHAR", "标题", "Title as printed"),
      published_on: optional("DATE", "公布日期", "Date of publication, where printed"),
      disclosure: column("VARCHAR", "披露形式", "tables or narrative"),
      source_name: column("VARCHAR", "源文件", "Name of the source file"),
      source_sha256: column("VARCHAR", "源文件哈希", "SHA-256 of the source file"),
      source_lines: column("INTEGER", "行数", "Lines in the source"),
    }),
  },
  {
    name: "fact",
    zh: "事实",
    en: "Facts: every printed figure",
    columns: columnsOf<FactRow>({
      fact_id: column("VARCHAR", "事实标识", "Fact id: report, line, character"),
      report_id: column("VARCHAR", "报告标识", "Report id"),
      fiscal_year: column("INTEGER", "数字所属年度", "Year the figure is about"),
      statement: column("VARCHAR", "所在报表", "Statement the figure stands in"),
      statement_no: optional("VARCHAR", "报表编号", "Printed number of the statement"),
      origin: column("VARCHAR", "出处", "table, narrative or annex"),
      row_no: column("INTEGER", "行序", "Row within its table or section, from 0"),
      item: optional("VARCHAR", "项目", "Canonical concept"),
      code: optional("VARCHAR", "科目编码", "Function or economic class"),
      label: column("VARCHAR", "印出的名称", "Label as printed, white space removed"),
      parent_label: optional("VARCHAR", "上级名称", "Label of the parent row"),
      measure: column("VARCHAR", "数字性质", "final, budget, share, …"),
      column_label: column("VARCHAR", "栏目", "Column header as printed"),
      value: optional("DECIMAL(18,6)", "数值", "Exact value in unit; null when printed empty"),
      precision: optional("DECIMAL(18,6)", "印出精度", "One unit of the last printed digit"),
      unit: column("VARCHAR", "单位", "Normalised unit; money is 万元"),
      value_text: column("VARCHAR", "印出的数字", "Digits as printed"),
      unit_text: column("VARCHAR", "印出的单位", "Unit as printed"),
      source_line: column("INTEGER", "源行", "Line in the source, from 1"),
      source_from: column("INTEGER", "起", "First character in the line, from 0"),
      source_to: column("INTEGER", "止", "Character after the last"),
    }),
  },
  {
    name: "reason",
    zh: "原因说明",
    en: "Explanations as printed",
    columns: columnsOf<ReasonRow>({
      report_id: column("VARCHAR", "报告标识", "Report id"),
      statement: column("VARCHAR", "所在报表", "Statement"),
      item: optional("VARCHAR", "项目", "Canonical concept explained"),
      code: optional("VARCHAR", "科目编码", "Function or economic class explained"),
      label: column("VARCHAR", "所说明的名称", "Label of what is explained"),
      text: column("VARCHAR", "原文", "The printed explanation"),
      source_line: column("INTEGER", "源行", "Line in the source, from 1"),
    }),
  },
  {
    name: "finding",
    zh: "核查发现",
    en: "Findings",
    columns: columnsOf<FindingRow>({
      finding_id: column("VARCHAR", "发现标识", "Finding id"),
      report_id: column("VARCHAR", "报告标识", "Report id"),
      rule_id: column("VARCHAR", "规则", "Rule that found it"),
      category: column("VARCHAR", "类别", "footing, cross_table, stated_ratio, …"),
      severity: column("VARCHAR", "严重程度", "error, warning, rounding or info"),
      stated: optional("DECIMAL(18,6)", "报告所述", "Value as stated"),
      expected: optional("DECIMAL(18,6)", "应为", "Value that would agree"),
      difference: optional("DECIMAL(18,6)", "差", "stated − expected"),
      unit: optional("VARCHAR", "单位", "Unit of the three"),
      message_zh: column("VARCHAR", "说明（中）", "Message in Chinese"),
      message_en: column("VARCHAR", "说明（英）", "Message in English"),
      source_lines: column("INTEGER[]", "源行", "Lines of the figures involved"),
      fact_ids: column("VARCHAR[]", "涉及的事实", "Facts involved, the questioned one first"),
      questioned_ids: column("VARCHAR[]", "存疑的事实", "Facts likely wrong; the others involved are witnesses"),
      witnesses: optional("INTEGER", "旁证数", "Identities that agree on expected; null where no cell is singled out"),
    }),
  },
  {
    name: "rule",
    zh: "核查规则",
    en: "Rules of the audit",
    columns: columnsOf<RuleRow>({
      rule_id: column("VARCHAR", "规则标识", "Rule id"),
      position: column("INTEGER", "次序", "Order of the catalogue"),
      category: column("VARCHAR", "类别", "footing, cross_table, stated_ratio, …"),
      category_zh: column("VARCHAR", "类别（中）", "Category in Chinese"),
      category_en: column("VARCHAR", "类别（英）", "Category in English"),
      severity: column("VARCHAR", "严重程度", "Severity of a failure: error, warning or info"),
      statement_zh: column("VARCHAR", "应成立（中）", "What must hold, in Chinese"),
      statement_en: column("VARCHAR", "应成立（英）", "What must hold, in English"),
      inputs_zh: column("VARCHAR", "所需数字（中）", "What the rule needs to be checkable, in Chinese"),
      inputs_en: column("VARCHAR", "所需数字（英）", "What the rule needs to be checkable, in English"),
    }),
  },
  {
    name: "rule_outcome",
    zh: "逐条核查结果",
    en: "Audit sheet: every rule held against every report",
    columns: columnsOf<RuleOutcomeRow>({
      report_id: column("VARCHAR", "报告标识", "Report id"),
      rule_id: column("VARCHAR", "规则标识", "Rule id"),
      outcome: column("VARCHAR", "结果", "passed, failed, rounding or not_checkable (never counts as passed)"),
      checked: column("INTEGER", "核对次数", "Applications of the rule; 0 when not checkable"),
      failed: column("INTEGER", "不符次数", "Applications that failed"),
      rounding: column("INTEGER", "尾差次数", "Applications that differ by rounding only"),
      finding_ids: column(
        "VARCHAR[]",
        "所见发现",
        "Findings that tell it; of another rule where one cause broke several",
      ),
    }),
  },
  {
    name: "adjustment",
    zh: "过手资金",
    en: "Pass-through items",
    columns: columnsOf<AdjustmentRow>({
      report_id: column("VARCHAR", "报告标识", "Report id"),
      adjustment_id: column("VARCHAR", "调整标识", "Adjustment id"),
      side: column("VARCHAR", "作用于", "numerator, denominator or both"),
      measure: column("VARCHAR", "数字性质", "Measure it is taken out of"),
      item: column("VARCHAR", "项目", "Item it is taken out of, and all that contain it"),
      code: optional("VARCHAR", "科目编码", "Function class, where printed"),
      amount_wan: column("DECIMAL(18,6)", "金额（万元）", "Amount, 万元"),
      metric_groups: column("VARCHAR", "适用指标组", "Metric groups it applies to"),
      label_zh: column("VARCHAR", "名称（中）", "Name in Chinese"),
      label_en: column("VARCHAR", "名称（英）", "Name in English"),
      reason_zh: column("VARCHAR", "理由（中）", "Reason in Chinese"),
      reason_en: column("VARCHAR", "理由（英）", "Reason in English"),
      source_line: column("INTEGER", "源行", "Line that prints the amount"),
    }),
  },
  {
    name: "source_line",
    zh: "原文",
    en: "Source text",
    columns: columnsOf<SourceLineRow>({
      report_id: column("VARCHAR", "报告标识", "Report id"),
      line_no: column("INTEGER", "行号", "Line, from 1"),
      text: column("VARCHAR", "文字", "Text, personal data masked"),
    }),
  },
] as const satisfies readonly Table[];

export type TableName = (typeof TABLES)[number]["name"];

/** The rows of all base tables: what a compile gives and a Parquet folder holds. */
export interface TableRows {
  agency: AgencyRow[];
  report: ReportRow[];
  fact: FactRow[];
  reason: ReasonRow[];
  finding: FindingRow[];
  rule: RuleRow[];
  rule_outcome: RuleOutcomeRow[];
  adjustment: AdjustmentRow[];
  source_line: SourceLineRow[];
}

/** The contract of a table. */
export function tableOf(name: TableName): Table {
  const found = TABLES.find((table) => table.name === name);
  if (found === undefined) throw new RangeError(`there is no table ${name}`);
  return found;
}
