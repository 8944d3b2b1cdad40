import type { FindingEvidenceRow, ReportFields } from "../../model/queries/index.ts";

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
  readonly questioned: boolean;
  /** Every figure of the line is zero: it adds nothing to a sum. */
  readonly zero: boolean;
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
 */
export function evidenceOf(rows: readonly FindingEvidenceRow[], isMisprint: boolean): Evidence {
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

/** A stretch of an excerpt: `gap` stands for characters left out, `figure` for a printed figure. */
export type ExcerptPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "gap" }
  | { readonly kind: "figure"; readonly text: string; readonly figure: Figure };

/** Lines up to this many characters are quoted whole. */
const WHOLE = 220;
/** Characters kept on each side of a figure. */
const AROUND = 60;

/** The line's text around its figures, left out in between where it is long; figures never overlap. */
export function excerptOf(line: Pick<EvidenceLine, "text" | "figures">): ExcerptPiece[] {
  const { text } = line;
  const figures: Figure[] = [];
  for (const figure of line.figures) {
    const last = figures.at(-1);
    if (figure.from < 0 || figure.from >= figure.to || figure.to > text.length) continue;
    if (last === undefined || figure.from >= last.to) figures.push(figure);
    // Two readings of one printing: the questioned one is what the reader asks about.
    else if (figure.questioned && !last.questioned) figures[figures.length - 1] = figure;
  }
  const whole = text.length <= WHOLE;
  const kept = whole
    ? [{ from: 0, to: text.length }]
    : figures.length === 0
      ? [{ from: 0, to: WHOLE }]
      : figures.map(({ from, to }) => ({ from: Math.max(0, from - AROUND), to: Math.min(text.length, to + AROUND) }));
  const windows: { from: number; to: number }[] = [];
  for (const window of kept) {
    const last = windows.at(-1);
    if (last !== undefined && window.from <= last.to) last.to = Math.max(last.to, window.to);
    else windows.push({ ...window });
  }
  const pieces: ExcerptPiece[] = [];
  let at = 0;
  for (const window of windows) {
    if (window.from > at) pieces.push({ kind: "gap" });
    at = window.from;
    for (const figure of figures.filter((one) => one.from >= window.from && one.to <= window.to)) {
      if (figure.from > at) pieces.push({ kind: "text", text: text.slice(at, figure.from) });
      pieces.push({ kind: "figure", text: text.slice(figure.from, figure.to), figure });
      at = figure.to;
    }
    if (window.to > at) pieces.push({ kind: "text", text: text.slice(at, window.to) });
    at = window.to;
  }
  if (at < text.length) pieces.push({ kind: "gap" });
  return pieces;
}
