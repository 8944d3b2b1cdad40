import type { FindingEvidenceRow, FindingsRow, ReportsRow, RulesRow } from "../../../src/model/queries/index.ts";

/** Rows of invented reports: what a test is about, the rest has defaults. `a-2020-final` says agency, year and kind. */

function reportFields(report_id: string) {
  const [agency_id = "", year = "", kind = ""] = report_id.split("-");
  return {
    report_id,
    agency_id,
    short_name: agency_id,
    agency_name: `${agency_id}社会保险中心`,
    name_en: null,
    level: null,
    fiscal_year: Number(year),
    report_kind: kind === "budget" ? ("budget" as const) : ("final" as const),
  };
}

export function reportRow(report_id: string): ReportsRow {
  return {
    ...reportFields(report_id),
    title: `${report_id} 的标题`,
    published_on: null,
    disclosure: "tables",
    source_name: `${report_id}.txt`,
    source_lines: 20,
    province: null,
    prefecture: null,
    county: null,
    region_code: null,
    latest_final: true,
    merger_line: null,
    joined_line: null,
    facts: 0,
    errors: 0,
    warnings: 0,
  };
}

export function findingRow(finding_id: string, more: Partial<FindingsRow> = {}): FindingsRow {
  const report_id = finding_id.split(":")[0] ?? "";
  return {
    ...reportFields(report_id),
    finding_id,
    rule_id: finding_id.split(":")[1] ?? "",
    category: "footing",
    severity: "error",
    stated: 12.5,
    expected: 18.5,
    difference: -6,
    unit: "万元",
    message_zh: "合计印为 12.50万元，应为 18.50。",
    message_en: "The total is printed as 12.50 and should be 18.50.",
    source_lines: [3, 5],
    fact_ids: ["f1", "f2"],
    witnesses: null,
    ...more,
  };
}

export function ruleRow(rule_id: string, position: number, category = "footing"): RulesRow {
  return {
    rule_id,
    position,
    category,
    category_zh: "表内合计",
    category_en: "Sums",
    severity: "error",
    statement_zh: `${rule_id} 应成立`,
    statement_en: `${rule_id} must hold`,
    inputs_zh: "合计与各项",
    inputs_en: "The total and its parts",
  };
}

/** A figure `printed` in `line_text`; without it a line that holds no figure. */
export function evidenceRow(
  place: { finding: string; line: number; text: string; report?: string },
  printed: string | null,
  more: Partial<FindingEvidenceRow> = {},
): FindingEvidenceRow {
  const from = printed === null ? null : place.text.indexOf(printed);
  const report = place.report ?? place.finding.split(":")[0] ?? "";
  return {
    ...reportFields(report),
    finding_id: place.finding,
    position: place.line,
    title: `${report} 的标题`,
    line_no: place.line,
    line_text: place.text,
    fact_id: printed === null ? null : `${report}#L${place.line}.${from ?? 0}`,
    statement: printed === null ? null : "income",
    statement_no: null,
    origin: printed === null ? null : "table",
    label: printed === null ? null : "合计",
    column_label: printed === null ? null : "收入/决算数",
    code: null,
    measure: printed === null ? null : "final",
    value: printed === null ? null : Number(printed),
    unit: printed === null ? null : "万元",
    value_text: printed,
    unit_text: printed === null ? null : "万元",
    source_from: from,
    source_to: from === null || printed === null ? null : from + printed.length,
    ...more,
  };
}
