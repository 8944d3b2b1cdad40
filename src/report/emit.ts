import { decimalText } from "../domain/amount.ts";
import type { FactRow, ReasonRow } from "../domain/records.ts";
import type { ReportKind, StatementId } from "../domain/statements.ts";
import { STATEMENTS } from "../domain/statements.ts";
import type { DraftFact, DraftReason } from "./types.ts";

/** A draft that did not become a row, and why. Nothing is dropped silently. */
export interface RefusedFact {
  readonly line: number;
  readonly text: string;
  readonly reason: "duplicate" | "out_of_range";
}

export interface Emission {
  readonly facts: readonly FactRow[];
  readonly refused: readonly RefusedFact[];
}

/** What DECIMAL(18,6) holds: twelve digits before the point, six after it. */
const INTEGER_DIGITS = 12;
const FRACTION_DIGITS = 6;

function fits(text: string): boolean {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  return whole.length <= INTEGER_DIGITS && fraction.length <= FRACTION_DIGITS;
}

function statementNumber(statement: StatementId, kind: ReportKind): string | null {
  const found = STATEMENTS.find((candidate) => candidate.id === statement);
  return (kind === "final" ? found?.finalNo : found?.budgetNo) ?? null;
}

/**
 * Rows from drafts, in the order of the text. Ids are `<report>#L<line>.<from>`; further facts on
 * the same characters get `-2`, `-3`. Two drafts that agree in everything are one fact: the second
 * is refused. A value that the decimal column cannot hold exactly is refused, not rounded.
 */
export function emitFacts(reportId: string, kind: ReportKind, drafts: readonly DraftFact[]): Emission {
  const facts: FactRow[] = [];
  const refused: RefusedFact[] = [];
  const atPlace = new Map<string, number>();
  const seen = new Set<string>();
  const ordered = drafts
    .map((draft, order) => ({ draft, order }))
    .sort(
      (a, b) => a.draft.span.line - b.draft.span.line || a.draft.span.from - b.draft.span.from || a.order - b.order,
    );
  for (const { draft } of ordered) {
    const { amount, span } = draft;
    const valueText = amount?.printed ?? "";
    const value = amount === null ? null : decimalText(amount.value);
    const precision = amount === null ? null : decimalText(amount.precision);
    if ((value !== null && !fits(value)) || (precision !== null && !fits(precision))) {
      refused.push({ line: span.line, text: valueText, reason: "out_of_range" });
      continue;
    }
    const place = `${reportId}#L${span.line}.${span.from}`;
    const identity = [
      place,
      span.to,
      draft.statement,
      draft.item,
      draft.code,
      draft.measure,
      draft.fiscalYear,
      draft.label,
      draft.columnLabel,
      value,
    ].join("|");
    if (seen.has(identity)) {
      refused.push({ line: span.line, text: valueText, reason: "duplicate" });
      continue;
    }
    seen.add(identity);
    const count = (atPlace.get(place) ?? 0) + 1;
    atPlace.set(place, count);
    facts.push({
      fact_id: count === 1 ? place : `${place}-${count}`,
      report_id: reportId,
      fiscal_year: draft.fiscalYear,
      statement: draft.statement,
      statement_no: statementNumber(draft.statement, kind),
      origin: draft.origin,
      row_no: draft.rowNo,
      item: draft.item,
      code: draft.code,
      label: draft.label,
      parent_label: draft.parentLabel,
      measure: draft.measure,
      column_label: draft.columnLabel,
      value,
      precision,
      unit: amount?.unit ?? "万元",
      value_text: valueText,
      unit_text: amount?.printedUnit ?? "",
      source_line: span.line,
      source_from: span.from,
      source_to: span.to,
    });
  }
  return { facts, refused };
}

/** Reasons in the order of the text; one that is printed once is one row. */
export function emitReasons(reportId: string, drafts: readonly DraftReason[]): ReasonRow[] {
  const seen = new Set<string>();
  const rows: ReasonRow[] = [];
  for (const draft of [...drafts].sort((a, b) => a.sourceLine - b.sourceLine)) {
    const { statement, item, code, label, text, sourceLine } = draft;
    const identity = [statement, item, code, label, text, sourceLine].join("|");
    if (seen.has(identity)) continue;
    seen.add(identity);
    rows.push({ report_id: reportId, statement, item, code, label, text, source_line: sourceLine });
  }
  return rows;
}
