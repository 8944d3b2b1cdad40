import type { FindingEvidenceRow, ReportFields } from "../../model/queries/index.ts";

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A printed figure in its line. */
export interface Figure {
  readonly fact_id: string;
  /** Character span: 0-based, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The one that is questioned; the others are held against it. */
  readonly questioned: boolean;
  /** What the figure is called where it stands: row and column. */
  readonly name: string;
  readonly printed: string;
  /** Printed as zero, or as nothing. */
  readonly zero: boolean;
}

/** A printed line that a finding rests on, with its figures from left to right. */
export interface EvidenceLine {
  readonly report: ReportFields;
  readonly title: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** Statement id; null for a line that holds no figure of the finding. */
  readonly statement: string | null;
  readonly figures: readonly Figure[];
  /** On a line without figures: where it prints what the finding quotes. 0-based, `to` exclusive. */
  readonly words: readonly Span[];
  readonly questioned: boolean;
  /** Every figure of the line is zero: it adds nothing to a sum. */
  readonly zero: boolean;
}

/** Printed words that a message quotes: 「减少（增加）」. */
const QUOTED = /「([^」]+)」/g;

function spansOf(text: string, words: string): Span[] {
  const from = text.indexOf(words);
  return from < 0 ? [] : [{ from, to: from + words.length }];
}

/** What a finding rests on: the line in question, and the lines held against it. */
export interface Evidence {
  readonly questioned: EvidenceLine | null;
  /** Lines that carry a figure first, then those that print zero; each kind in the order of the finding. */
  readonly witnesses: readonly EvidenceLine[];
}

function nameOf(row: FindingEvidenceRow): string {
  const label = (row.label ?? "").replace(/\s+/g, "");
  const name = row.code === null || label.includes(row.code) ? label : `${row.code} ${label}`;
  const column = (row.column_label ?? "").split("/").at(-1) ?? "";
  return row.origin !== "table" || column === "" || label.includes(column) ? name : `${name} / ${column}`;
}

function printedOf(row: FindingEvidenceRow): string {
  const unit = row.unit_text ?? "";
  const text = row.value_text ?? "";
  return text === "" || text.endsWith(unit) ? text : `${text} ${unit}`;
}

function figureOf(row: FindingEvidenceRow, questioned: boolean): Figure[] {
  const { fact_id, source_from: from, source_to: to } = row;
  if (fact_id === null || from === null || to === null) return [];
  return [{ fact_id, from, to, questioned, name: nameOf(row), printed: printedOf(row), zero: (row.value ?? 0) === 0 }];
}

/**
 * The lines of one finding.
 *
 * @param rows the evidence of this finding, in order: the questioned figure first.
 * @param isMisprint the finding singles out the first figure as misprinted; the same digits on its
 *   line (the total and its only part) are then in question with it.
 * @param message of the finding in Chinese: what it quotes is marked on lines without figures.
 */
export function evidenceOf(rows: readonly FindingEvidenceRow[], isMisprint: boolean, message = ""): Evidence {
  const [first] = rows;
  if (first === undefined) return { questioned: null, witnesses: [] };
  const isFirstLine = (row: FindingEvidenceRow): boolean =>
    row.report_id === first.report_id && row.line_no === first.line_no;
  const isQuestioned = (row: FindingEvidenceRow): boolean =>
    row === first || (isMisprint && isFirstLine(row) && row.value_text === first.value_text);
  const byPlace = new Map<string, FindingEvidenceRow[]>();
  for (const row of rows) {
    const key = `${row.report_id}:${row.line_no}`;
    const group = byPlace.get(key);
    if (group === undefined) byPlace.set(key, [row]);
    else group.push(row);
  }
  const quoted = [...message.matchAll(QUOTED)].map((match) => match[1] ?? "");
  const lines = [...byPlace.values()].flatMap((group): EvidenceLine[] => {
    const [head] = group;
    if (head === undefined) return [];
    const figures = group
      .flatMap((row) => figureOf(row, isQuestioned(row)))
      .toSorted((one, other) => one.from - other.from || other.to - one.to);
    return [
      {
        report: head,
        title: head.title,
        line: head.line_no,
        text: head.line_text,
        statement: head.statement,
        figures,
        words: figures.length > 0 ? [] : quoted.flatMap((words) => spansOf(head.line_text, words)),
        questioned: isFirstLine(head),
        zero: figures.length > 0 && figures.every((figure) => figure.zero),
      },
    ];
  });
  const witnesses = lines.filter((line) => !line.questioned);
  return {
    questioned: lines.find((line) => line.questioned) ?? null,
    witnesses: [...witnesses.filter((line) => !line.zero), ...witnesses.filter((line) => line.zero)],
  };
}

/** Figures of a line that are named beside it; the others say their name on hover. */
const NAMED = 3;

/** The figures that a reader must tell apart: those in question, else the first that are not zero. */
export function namedFigures(line: EvidenceLine): readonly Figure[] {
  const questioned = line.figures.filter((figure) => figure.questioned);
  if (questioned.length > 0) return questioned.slice(0, NAMED);
  const telling = line.figures.filter((figure) => !figure.zero);
  return (telling.length > 0 ? telling : line.figures).slice(0, NAMED);
}

/** A stretch of an excerpt: `gap` stands for characters left out, `words` for what the finding quotes. */
export type ExcerptPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "gap" }
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "figure"; readonly text: string; readonly figure: Figure };

/** Lines up to this many characters are quoted whole. */
const WHOLE = 220;
/** Characters kept on each side of a figure. */
const AROUND = 60;

/** The line's text around its figures, or the words that are quoted; the rest of a long line is left out. */
export function excerptOf(line: Pick<EvidenceLine, "text" | "figures" | "words">): ExcerptPiece[] {
  const { text } = line;
  const marks = marksOf(line);
  const pieces: ExcerptPiece[] = [];
  let at = 0;
  for (const window of windowsOf(text, marks)) {
    if (window.from > at) pieces.push({ kind: "gap" });
    at = window.from;
    for (const { from, to, figure } of marks.filter((one) => one.from >= window.from && one.to <= window.to)) {
      if (from > at) pieces.push({ kind: "text", text: text.slice(at, from) });
      const marked = text.slice(from, to);
      pieces.push(figure === null ? { kind: "words", text: marked } : { kind: "figure", text: marked, figure });
      at = to;
    }
    if (window.to > at) pieces.push({ kind: "text", text: text.slice(at, window.to) });
    at = window.to;
  }
  if (at < text.length) pieces.push({ kind: "gap" });
  return pieces;
}

interface Marked extends Span {
  readonly figure: Figure | null;
}

/** Spans that fit the line and do not overlap, from left to right. */
function marksOf({ text, figures, words }: Pick<EvidenceLine, "text" | "figures" | "words">): Marked[] {
  const all = [
    ...figures.map((figure): Marked => ({ from: figure.from, to: figure.to, figure })),
    ...words.map((span): Marked => ({ ...span, figure: null })),
  ].toSorted((one, other) => one.from - other.from);
  const marks: Marked[] = [];
  for (const mark of all) {
    if (mark.from < 0 || mark.from >= mark.to || mark.to > text.length) continue;
    const last = marks.at(-1);
    if (last === undefined || mark.from >= last.to) marks.push(mark);
    // Two readings of one printing: the questioned one is what the reader asks about.
    else if (mark.figure?.questioned === true && last.figure?.questioned !== true) marks[marks.length - 1] = mark;
  }
  return marks;
}

/** What is kept of a text: all of a short one, else the surroundings of its marks. */
function windowsOf(text: string, marks: readonly Span[]): Span[] {
  if (text.length <= WHOLE) return [{ from: 0, to: text.length }];
  if (marks.length === 0) return [{ from: 0, to: WHOLE }];
  const windows: { from: number; to: number }[] = [];
  for (const mark of marks) {
    const from = Math.max(0, mark.from - AROUND);
    const to = Math.min(text.length, mark.to + AROUND);
    const last = windows.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else windows.push({ from, to });
  }
  return windows;
}
