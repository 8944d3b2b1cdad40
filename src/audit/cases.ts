import { Decimal } from "../domain/decimal.ts";
import type { ItemId } from "../domain/items.ts";
import { itemOf } from "../domain/items.ts";
import type { FactRow } from "../domain/records.ts";
import type { StatementId } from "../domain/statements.ts";
import type { AuditedReport, CaseFact, RuleCase } from "./types.ts";

/** Short ways to write the figures of a rule's cases, and the report that a case stands for. */

type More = Partial<CaseFact>;

/** A cell of a table, on a line of its own unless `source_line` says otherwise. */
export function cell(statement: StatementId, item: ItemId | null, value: string, more: More = {}): CaseFact {
  return { statement, item, value, origin: "table", ...more };
}

/** Cells of one table row with a code: total column, then further columns. */
export function row(
  statement: StatementId,
  line: number,
  code: string | null,
  values: Readonly<Partial<Record<ItemId, string>>>,
  more: More = {},
): CaseFact[] {
  return Object.entries(values).map(([item, value]) => {
    const id = item as ItemId; // keys of a record over ItemId
    return cell(statement, id, value, { code, source_line: line, column_label: itemOf(id).zh, ...more });
  });
}

/** A figure in a sentence. */
export function said(item: ItemId | null, value: string, more: More = {}): CaseFact {
  return { statement: "narrative", item, value, origin: "narrative", ...more };
}

/** The report of a case: facts get lines, spans and ids in order where the case names none. */
export function reportOf(testCase: RuleCase): AuditedReport[] {
  const kind = testCase.report?.report_kind ?? "final";
  const year = testCase.report?.fiscal_year ?? 2030;
  const own = assembled("a-report", kind, year, testCase.facts, testCase.lines ?? []);
  const main: AuditedReport = {
    ...own,
    report: { ...own.report, ...testCase.report },
    reasons: (testCase.reasons ?? []).map((reason) => ({ ...EMPTY_REASON, ...reason })),
  };
  if (testCase.other === undefined) return [main];
  const { report, facts, lines } = testCase.other;
  return [main, assembled("b-report", report.report_kind, report.fiscal_year, facts, lines ?? [])];
}

const EMPTY_REASON = {
  report_id: "a-report",
  statement: "narrative",
  item: null,
  code: null,
  label: "",
  text: "",
  source_line: 1,
} as const;

function assembled(
  reportId: string,
  kind: "final" | "budget",
  year: number,
  facts: readonly CaseFact[],
  lines: readonly string[],
): AuditedReport {
  const rows = facts.map((fact, index) => factOf(reportId, kind, year, fact, index));
  return {
    report: {
      report_id: reportId,
      agency_id: "example",
      fiscal_year: year,
      report_kind: kind,
      title: `${year}`,
      published_on: null,
      disclosure: "tables",
      source_name: `${reportId}.txt`,
      source_sha256: "",
      source_lines: lines.length,
    },
    agency: {
      agency_id: "example",
      name: "示例单位",
      short_name: "示例",
      name_en: null,
      province: null,
      prefecture: null,
      county: null,
      level: null,
      region_code: null,
    },
    facts: rows,
    reasons: [],
    lines: lines.map((text, index) => ({ no: index + 1, text })),
  };
}

function factOf(
  reportId: string,
  kind: "final" | "budget",
  year: number,
  { value, ...given }: CaseFact,
  index: number,
): FactRow {
  const item = given.item ?? null;
  const text = given.value_text ?? (value ?? "").replace(/^-/, "").replace(/%$/, "");
  const unit =
    given.unit ?? (value?.endsWith("%") === true ? "%" : item === null ? "万元" : (itemOf(item).unit ?? "%"));
  const line = given.source_line ?? index + 1;
  return {
    fact_id: `${reportId}:${line}:${index}`,
    report_id: reportId,
    fiscal_year: year,
    statement: "narrative",
    statement_no: null,
    origin: "narrative",
    row_no: index,
    item,
    code: null,
    label: item === null ? "" : itemOf(item).zh,
    parent_label: null,
    measure: kind === "final" ? "final" : "budget",
    column_label: "",
    value: value === null ? null : Decimal.of(value.replace(/%$/, "")).toFixed(),
    precision: value === null ? null : Decimal.power(-(/\.(\d+)/.exec(text)?.[1]?.length ?? 0)).toFixed(),
    unit,
    value_text: text,
    unit_text: given.unit_text ?? unit,
    source_line: line,
    source_from: index,
    source_to: index + text.length,
    ...given,
  };
}
