import type {
  AdjustmentRow,
  FactRow,
  FindingRow,
  ReasonRow,
  ReportRow,
  RuleOutcomeRow,
  RuleRow,
  SourceLineRow,
} from "../../src/domain/records.ts";
import type { TableRows } from "../../src/model/tables.ts";

/** A fact of an invented report: what a test is about, the rest has defaults. */
export type GivenFact = Pick<FactRow, "report_id" | "item" | "value"> & Partial<FactRow>;

/** One unit of the last printed digit of `text`: 0.01 for 12.50. */
const precisionOf = (text: string): string => {
  const digits = text.split(".")[1]?.length ?? 0;
  return digits === 0 ? "1" : `0.${"0".repeat(digits - 1)}1`;
};

const UNITS: readonly (readonly [prefix: string, unit: string])[] = [
  ["headcount.", "人"],
  ["vehicles.", "辆"],
  ["reception.visits", "批次"],
  ["reception.visitors", "人次"],
];

let line = 0;

export function fact(given: GivenFact): FactRow {
  line += 1;
  const [, year = "2020"] = given.report_id.split("-");
  const measure = given.measure ?? "final";
  const rate = measure === "completion_rate" || measure === "share";
  const unit = rate ? "%" : (UNITS.find(([prefix]) => given.item?.startsWith(prefix))?.[1] ?? "万元");
  return {
    fact_id: `${given.report_id}#${given.item}${given.code ?? ""}.${measure}.${line}`,
    fiscal_year: Number(year) - (measure === "prior_final" ? 1 : 0),
    statement: "narrative",
    statement_no: null,
    origin: "narrative",
    row_no: line,
    code: null,
    label: given.item ?? "",
    parent_label: null,
    measure,
    column_label: "",
    precision: given.value === null ? null : precisionOf(given.value),
    unit,
    value_text: given.value ?? "",
    unit_text: unit,
    source_line: line,
    source_from: 0,
    source_to: given.value?.length ?? 0,
    ...given,
  };
}

/** `somewhere-2020-final`: agency, year and kind are read off the id. */
function report(report_id: string): ReportRow {
  const [agency_id = "", year = "", kind = ""] = report_id.split("-");
  return {
    report_id,
    agency_id,
    fiscal_year: Number(year),
    report_kind: kind === "budget" ? "budget" : "final",
    title: report_id,
    published_on: null,
    disclosure: "narrative",
    source_name: `${report_id}.txt`,
    source_sha256: "0",
    source_lines: 1,
  };
}

interface Given {
  readonly facts?: readonly FactRow[];
  readonly reasons?: readonly ReasonRow[];
  readonly findings?: readonly FindingRow[];
  readonly rules?: readonly RuleRow[];
  readonly outcomes?: readonly RuleOutcomeRow[];
  readonly adjustments?: readonly AdjustmentRow[];
  readonly lines?: readonly SourceLineRow[];
}

/** Tables of invented reports; agencies follow from the ids. */
export function rowsOf(reportIds: readonly string[], given: Given): TableRows {
  const agencies = [...new Set(reportIds.map((id) => id.split("-")[0] ?? ""))];
  return {
    agency: agencies.map((agency_id) => ({
      agency_id,
      name: `${agency_id}社会保险中心`,
      short_name: agency_id,
      name_en: null,
      province: null,
      prefecture: null,
      county: null,
      level: null,
      region_code: null,
    })),
    report: reportIds.map(report),
    fact: [...(given.facts ?? [])],
    reason: [...(given.reasons ?? [])],
    finding: [...(given.findings ?? [])],
    rule: [...(given.rules ?? [])],
    rule_outcome: [...(given.outcomes ?? [])],
    adjustment: [...(given.adjustments ?? [])],
    source_line: [...(given.lines ?? [])],
  };
}

export function reason(report_id: string, text: string): ReasonRow {
  return { report_id, statement: "narrative", item: null, code: null, label: "支出", text, source_line: 1 };
}

export function finding(report_id: string, fact_ids: string[], more: Partial<FindingRow> = {}): FindingRow {
  return {
    finding_id: `${report_id}:${fact_ids.join("+")}`,
    report_id,
    rule_id: "invented",
    category: "footing",
    severity: "error",
    stated: null,
    expected: null,
    difference: null,
    unit: null,
    message_zh: "不符",
    message_en: "does not add up",
    source_lines: [1],
    fact_ids,
    questioned_ids: fact_ids.slice(0, 1),
    witnesses: null,
    ...more,
  };
}

export function adjustment(
  given: Pick<AdjustmentRow, "report_id" | "item" | "amount_wan"> & Partial<AdjustmentRow>,
): AdjustmentRow {
  return {
    adjustment_id: `${given.report_id}-${given.item}-${given.amount_wan}`,
    side: "both",
    measure: "final",
    code: null,
    metric_groups: "per_staff,structure",
    label_zh: "代发资金",
    label_en: "money handed on",
    reason_zh: "代发",
    reason_en: "handed on",
    source_line: 1,
    ...given,
  };
}
