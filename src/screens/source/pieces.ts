/** Characters of a line: 0-based, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** `asked`: what the address names; `match`: found by the search; `current`: the match one stands at. */
export type MarkKind = "asked" | "match" | "current";

export interface Mark extends Span {
  readonly kind: MarkKind;
}

export interface FactSpan extends Span {
  readonly fact_id: string;
}

/** Characters with the same marks. */
export interface Inline {
  readonly text: string;
  readonly marks: readonly MarkKind[];
}

/** A stretch of a line: plain text, or the printed text of one or more facts. */
export interface Piece extends Span {
  /** Ids of the facts whose spans make up this stretch; empty for plain text. */
  readonly facts: readonly string[];
  readonly inlines: readonly Inline[];
}

/** Whether a span lies in a text of this length and holds at least one character. */
export function isSpan(span: Span, length: number): boolean {
  return span.from >= 0 && span.from < span.to && span.to <= length;
}

/** Facts whose spans overlap share one stretch: a link inside a link cannot be. */
function stretches(facts: readonly FactSpan[]): { from: number; to: number; facts: string[] }[] {
  const merged: { from: number; to: number; facts: string[] }[] = [];
  for (const fact of facts.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = merged.at(-1);
    if (last !== undefined && fact.from < last.to) {
      last.to = Math.max(last.to, fact.to);
      last.facts.push(fact.fact_id);
    } else merged.push({ from: fact.from, to: fact.to, facts: [fact.fact_id] });
  }
  return merged;
}

function inlinesOf(text: string, range: Span, marks: readonly Mark[]): Inline[] {
  const inside = marks.filter((mark) => mark.from < range.to && mark.to > range.from);
  const cuts = new Set([range.from, range.to]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.from, range.from));
    cuts.add(Math.min(mark.to, range.to));
  }
  const edges = [...cuts].sort((one, other) => one - other);
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? range.to;
    const kinds = inside.filter((mark) => mark.from <= from && mark.to >= to).map((mark) => mark.kind);
    return { text: text.slice(from, to), marks: [...new Set(kinds)] };
  });
}

/**
 * Cuts a line (or the part of it in `range`) into stretches. Their texts joined are the line's
 * text, character by character. Spans that do not fit the line are left out.
 */
export function piecesOf(
  text: string,
  facts: readonly FactSpan[],
  marks: readonly Mark[],
  range: Span = { from: 0, to: text.length },
): Piece[] {
  if (range.from >= range.to) return [];
  const fitting = facts
    .filter((fact) => isSpan(fact, text.length) && fact.from < range.to && fact.to > range.from)
    .map((fact) => ({ ...fact, from: Math.max(fact.from, range.from), to: Math.min(fact.to, range.to) }));
  const fittingMarks = marks.filter((mark) => isSpan(mark, text.length));
  const pieces: Piece[] = [];
  const add = (from: number, to: number, ids: readonly string[]): void => {
    if (from < to) pieces.push({ from, to, facts: ids, inlines: inlinesOf(text, { from, to }, fittingMarks) });
  };
  let at = range.from;
  for (const stretch of stretches(fitting)) {
    add(at, stretch.from, []);
    add(stretch.from, stretch.to, stretch.facts);
    at = stretch.to;
  }
  add(at, range.to, []);
  return pieces;
}

/** The cells of a tab-separated line, tabs excluded; one cell for a line without tabs. */
export function cellsOf(text: string): Span[] {
  const cells: Span[] = [];
  let from = 0;
  for (let tab = text.indexOf("\t"); tab >= 0; tab = text.indexOf("\t", from)) {
    cells.push({ from, to: tab });
    from = tab + 1;
  }
  cells.push({ from, to: text.length });
  return cells;
}
