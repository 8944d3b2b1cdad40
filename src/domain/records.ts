import type { DecimalText } from "./amount.ts";
import type { ItemId } from "./items.ts";
import type { MeasureId } from "./measures.ts";
import type { Basis, Bias, Denominator, StatusId } from "./status.ts";
import type { AgencyLevel, Disclosure, Origin, ReportKind, StatementId } from "./statements.ts";

/**
 * The rows of the base tables, by the column names of the data contract. A decimal is exact text,
 * a date is `YYYY-MM-DD`. Columns, SQL types and comments stand in model/tables.ts, which is
 * checked against these types.
 */
export interface AgencyRow {
  agency_id: string;
  name: string;
  short_name: string;
  name_en: string | null;
  province: string | null;
  prefecture: string | null;
  county: string | null;
  level: AgencyLevel | null;
  region_code: string | null;
}

export interface ReportRow {
  report_id: string;
  agency_id: string;
  fiscal_year: number;
  report_kind: ReportKind;
  title: string;
  published_on: string | null;
  disclosure: Disclosure;
  source_name: string;
  source_sha256: string;
  source_lines: number;
}

export interface FactRow {
  fact_id: string;
  report_id: string;
  /** The year the figure is about: a prior-year figure carries last year. */
  fiscal_year: number;
  statement: StatementId;
  /** Printed number of the statement: `01`…`10`, `b1`…`b8`, null in running text. */
  statement_no: string | null;
  origin: Origin;
  /** 0-based row within its table, or order within its narrative section. */
  row_no: number;
  item: ItemId | null;
  /** Function class (3/5/7 digits) or economic class (3/5 digits). */
  code: string | null;
  /** As printed, white space removed. */
  label: string;
  parent_label: string | null;
  measure: MeasureId;
  /** Column header as printed (levels joined by `/`); in sentences the words that name the measure. */
  column_label: string;
  value: DecimalText | null;
  /** One unit of the last printed digit, in `unit`; null where value is null. */
  precision: DecimalText | null;
  /** Normalised: 万元 for money. */
  unit: string;
  value_text: string;
  unit_text: string;
  /** 1-based line in the source. */
  source_line: number;
  /** Character span of `value_text` in that line: 0-based, `source_to` exclusive. */
  source_from: number;
  source_to: number;
}

export interface ReasonRow {
  report_id: string;
  statement: StatementId;
  item: ItemId | null;
  code: string | null;
  label: string;
  /** The printed explanation, hard line breaks removed. */
  text: string;
  source_line: number;
}

export type Severity = "error" | "warning" | "rounding" | "info";

export interface FindingRow {
  finding_id: string;
  report_id: string;
  rule_id: string;
  category: string;
  severity: Severity;
  stated: DecimalText | null;
  expected: DecimalText | null;
  difference: DecimalText | null;
  unit: string | null;
  message_zh: string;
  message_en: string;
  source_lines: number[];
  fact_ids: string[];
  /** The facts likely wrong: the first of `fact_ids`, and where its misprint stands again; the others are witnesses. */
  questioned_ids: string[];
  /** Identities that agree that the first figure should read `expected`; null where the arithmetic singles no cell out. */
  witnesses: number | null;
}

/** What a rule of the audit says; the catalogue itself stands in audit/rules. */
export interface RuleRow {
  rule_id: string;
  /** Order of the catalogue. */
  position: number;
  category: string;
  category_zh: string;
  category_en: string;
  /** Of a failure. */
  severity: Severity;
  /** What must hold. */
  statement_zh: string;
  statement_en: string;
  /** What a report must state for the rule to be checkable. */
  inputs_zh: string;
  inputs_en: string;
}

/** The worst of a rule's applications to a report; a rule that found nothing to apply itself to has not passed. */
export type RuleVerdict = "passed" | "failed" | "rounding" | "not_checkable";

/** One line of a report's audit sheet. */
export interface RuleOutcomeRow {
  report_id: string;
  rule_id: string;
  outcome: RuleVerdict;
  /** Applications of the rule to figures of the report; those that did not pass are counted beside. */
  checked: number;
  failed: number;
  rounding: number;
  /** The findings that tell what did not hold; one of another rule where one cause broke several. */
  finding_ids: string[];
}

export interface AdjustmentRow {
  report_id: string;
  adjustment_id: string;
  side: "numerator" | "denominator" | "both";
  measure: MeasureId;
  item: ItemId;
  code: string | null;
  amount_wan: DecimalText;
  /** Metric groups it applies to, comma separated: money that stands in budget and final alike cancels in an execution rate. */
  metric_groups: string;
  label_zh: string;
  label_en: string;
  reason_zh: string;
  reason_en: string;
  source_line: number;
}

export interface SourceLineRow {
  report_id: string;
  line_no: number;
  /** Personal data masked, same length as printed: spans stay valid. */
  text: string;
}

/** A row of the view `metric_value`: doubles, since it only feeds charts and rankings, never a sum. */
export interface MetricValueRow {
  report_id: string;
  agency_id: string;
  fiscal_year: number;
  report_kind: ReportKind;
  metric_id: string;
  basis: Basis;
  /** null for a metric that divides by no headcount. */
  denominator: Denominator | null;
  value: number | null;
  /** Interval from printed precision and from inputs that contradict each other; null where value is null. */
  lo: number | null;
  hi: number | null;
  numerator: number | null;
  denominator_value: number | null;
  status: StatusId;
  bias: Bias | null;
  note_zh: string | null;
  note_en: string | null;
  /** The printed figures behind the value, numerator first. */
  fact_ids: string[];
}
