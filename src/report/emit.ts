import type { Amount, DecimalText } from "../domain/amount.ts";
import { decimalText, halfWidth } from "../domain/amount.ts";
import type { Decimal } from "../domain/decimal.ts";
import type { FactRow, ReasonRow } from "../domain/records.ts";
import type { ReportKind, Statement, StatementId } from "../domain/statements.ts";
import { STATEMENTS } from "../domain/statements.ts";
import type { DraftFact, DraftReason, Line } from "./types.ts";

/** A draft that did not become a row, and why. Nothing is dropped silently. */
export interface RefusedFact {
  readonly line: number;
  readonly text: string;
  readonly reason: "duplicate" | "out_of_range" | "cut";
}

export interface Emission {
  readonly facts: readonly FactRow[];
  readonly refused: readonly RefusedFact[];
}

/** What DECIMAL(18,6) holds: twelve digits before the point, six after it. */
const INTEGER_DIGITS = 12;
const FRACTION_DIGITS = 6;

function fits(text: string): boolean {
  const sign = text.startsWith("-") ? 1 : 0;
  const point = text.indexOf(".");
  if (point === -1) return text.length - sign <= INTEGER_DIGITS;
  return point - sign <= INTEGER_DIGITS && text.length - point - 1 <= FRACTION_DIGITS;
}

const NUMBERS: ReadonlyMap<StatementId, Statement> = new Map(
  STATEMENTS.map((statement): [StatementId, Statement] => [statement.id, statement]),
);

function statementNumber(statement: StatementId, kind: ReportKind): string | null {
  const found = NUMBERS.get(statement);
  return (kind === "final" ? found?.finalNo : found?.budgetNo) ?? null;
}

/** The characters of a line that were read as a figure, full-width ones as printed; null where they stand apart. */
function printedAs(figure: string, line: string, from: number): string | null {
  if (line.startsWith(figure, from)) return figure;
  const printed = line.slice(from, from + figure.length);
  return halfWidth(printed) === figure ? printed : null;
}

/** Nothing else at a place, as nearly everywhere. */
const NONE: readonly DraftFact[] = [];

/** Whether two drafts at one place agree in everything that a row keeps of them. */
function isSame(one: DraftFact, other: DraftFact, value: string | null): boolean {
  return (
    one.span.to === other.span.to &&
    one.statement === other.statement &&
    one.item === other.item &&
    one.code === other.code &&
    one.measure === other.measure &&
    one.fiscalYear === other.fiscalYear &&
    one.label === other.label &&
    one.columnLabel === other.columnLabel &&
    (other.amount === null ? null : decimalText(other.amount.value)) === value
  );
}

function isAmong(others: readonly DraftFact[], draft: DraftFact, value: string | null): boolean {
  for (const other of others) if (isSame(draft, other, value)) return true;
  return false;
}

/**
 * Rows from drafts, in the order of the text. Ids are `<report>#L<line>.<from>`; further facts on
 * the same characters get `-2`, `-3`. Two drafts that agree in everything are one fact: the second
 * is refused. A value that the decimal column cannot hold exactly is refused, not rounded.
 *
 * @param printed the lines as they are kept. Digits that markup cuts in two are refused: no
 *   characters of a line are such a figure.
 */
export function emitFacts(
  reportId: string,
  kind: ReportKind,
  drafts: readonly DraftFact[],
  printed: readonly Line[],
): Emission {
  const facts: FactRow[] = [];
  const refused: RefusedFact[] = [];
  const ordered = drafts.toSorted((a, b) => a.span.line - b.span.line || a.span.from - b.span.from);
  /** The draft that became the first fact at the place of the last one, and those behind it there. */
  let first: DraftFact | null = null;
  let further = NONE;
  let line = 0;
  let onLine = "";
  // Figures of one table are printed with the same decimals: their precision is the same number.
  let last: { readonly precision: Decimal; readonly text: DecimalText } | null = null;
  const precisionOf = ({ precision }: Amount): DecimalText => {
    if (last?.precision !== precision) last = { precision, text: decimalText(precision) };
    return last.text;
  };
  let statement: StatementId | null = null;
  let statementNo: string | null = null;
  for (const draft of ordered) {
    const { amount, span } = draft;
    const read = amount?.printed ?? "";
    const valueText = printedAs(read, printed[span.line - 1]?.text ?? "", span.from);
    const value = amount === null ? null : decimalText(amount.value);
    const precision = amount === null ? null : precisionOf(amount);
    if ((value !== null && !fits(value)) || (precision !== null && !fits(precision))) {
      refused.push({ line: span.line, text: read, reason: "out_of_range" });
      continue;
    }
    if (valueText === null) {
      refused.push({ line: span.line, text: read, reason: "cut" });
      continue;
    }
    if (first?.span.line !== span.line || first.span.from !== span.from) {
      first = draft;
      further = NONE;
    } else if (isSame(draft, first, value) || isAmong(further, draft, value)) {
      refused.push({ line: span.line, text: valueText, reason: "duplicate" });
      continue;
    } else {
      further = [...further, draft];
    }
    // Put together once a line: thousands of long texts made of five pieces each are slow to make.
    if (span.line !== line) {
      line = span.line;
      onLine = `${reportId}#L${line}.`;
    }
    if (draft.statement !== statement) {
      statement = draft.statement;
      statementNo = statementNumber(statement, kind);
    }
    const place = `${onLine}${span.from}`;
    facts.push({
      fact_id: further.length === 0 ? place : `${place}-${further.length + 1}`,
      report_id: reportId,
      fiscal_year: draft.fiscalYear,
      statement: draft.statement,
      statement_no: statementNo,
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
