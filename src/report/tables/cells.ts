import type { Amount } from "../../domain/amount.ts";
import { halfWidth, parseAmount } from "../../domain/amount.ts";
import type { Line, Span } from "../types.ts";
import { squeezed, trimmed } from "../white-space.ts";

/** One cell of a table row and where it stands: `from`/`to` enclose the trimmed text in its line. */
export interface Cell {
  /** White space removed; full-width digits and brackets are kept as printed. */
  readonly text: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** The trimmed characters between `from` and `to`. */
  readonly raw: string;
  /** Further lines of a cell that is printed over several. */
  readonly more?: readonly Line[];
}

export interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** The cell between two offsets of a line, trimmed. */
export function cellAt(line: Line, from: number, to: number): Cell {
  const raw = line.text.slice(from, to);
  const words = trimmed(raw);
  const start = words === "" ? from : from + raw.indexOf(words);
  return { text: squeezed(words), line: line.no, from: start, to: start + words.length, raw: words };
}

/**
 * The tab-separated cells of a line.
 *
 *     合计<TAB><TAB>19611.45<TAB>0.00
 *     ^^^^       ^  ^^^^^^^^     ^^^^
 */
export function rowOf(line: Line): Row {
  const cells: Cell[] = [];
  let from = 0;
  while (from <= line.text.length) {
    const tab = line.text.indexOf("\t", from);
    const to = tab === -1 ? line.text.length : tab;
    cells.push(cellAt(line, from, to));
    from = to + 1;
  }
  return { line: line.no, cells };
}

const FIGURE = /^(?:[-－–−+＋]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?[%％]?|[(（]\d[\d,，]*(?:[.．]\d+)?[)）])$/;

const PLAIN = /^\d+(?:\.\d+)?$/;

/** Whether the whole cell is one figure. */
export function isFigure(text: string): boolean {
  const first = text.charCodeAt(0);
  // Words are nearly all of what is asked about, then digits with one point among them.
  if (Number.isNaN(first) || (first >= 0x4e00 && first <= 0x9fff)) return false;
  return PLAIN.test(text) || FIGURE.test(halfWidth(text));
}

/** The figure that fills the cell, or null where the cell is empty or has words. */
export function figureOf(cell: Cell, unit: string): Amount | null {
  return isFigure(cell.text) ? parseAmount(cell.raw, unit) : null;
}

export function spanOf(cell: Cell): Span {
  return { line: cell.line, from: cell.from, to: cell.to };
}

const DASHES = /^[-—－–_/＿]+$/;

/** A cell that says «nothing here»: empty, or a dash. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell.text === "" || DASHES.test(cell.text);
}
