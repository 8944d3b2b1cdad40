import type { Amount } from "../../domain/amount.ts";
import { halfWidth, parseAmount } from "../../domain/amount.ts";
import { interned } from "../../domain/interned.ts";
import type { Line, Span } from "../types.ts";
import { isBlankUnit, squeezed } from "../white-space.ts";

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

/**
 * The tab-separated cells of a line.
 *
 *     合计<TAB><TAB>19611.45<TAB>0.00
 *     ^^^^       ^  ^^^^^^^^     ^^^^
 */
export function rowOf(line: Line): Row {
  const { text, no } = line;
  const cells: Cell[] = [];
  for (let from = 0; from <= text.length;) {
    // One look at each character finds the cell's end, its first and last words and whether blanks divide them.
    let start = -1;
    let end = from;
    let divided = false;
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === TAB) break;
      if (isBlankUnit(code)) continue;
      if (start === -1) start = at;
      else if (at !== end) divided = true;
      end = at + 1;
    }
    if (start === -1) cells.push({ text: "", line: no, from, to: from, raw: "" });
    else {
      const raw = mayRepeat(text.charCodeAt(start), end - start) ? interned(text, start, end) : text.slice(start, end);
      cells.push({ text: divided ? squeezed(raw) : raw, line: no, from: start, to: end, raw });
    }
    from = at + 1;
  }
  return { line: no, cells };
}

const TAB = 9;

/** Labels and headers come again in one report after the other, figures and prose hardly ever. */
const mayRepeat = (first: number, length: number): boolean => first > LAST_OF_ASCII && length <= LONGEST_LABEL;
const LAST_OF_ASCII = 0x7f;
const LONGEST_LABEL = 40;

const FIGURE = /^(?:[-－–−+＋]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?[%％]?|[(（]\d[\d,，]*(?:[.．]\d+)?[)）])$/;

/**
 * Whether the whole cell is one figure. Words are nearly all of what is asked about, then digits with
 * one point among them: both are told without a pattern.
 */
export function isFigure(text: string): boolean {
  const last = text.length - 1;
  if (last < 0 || !mayBeginFigure(text.charCodeAt(0))) return false;
  let points = 0;
  for (let at = 0; at <= last; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) continue;
    if (code !== POINT || at === 0 || at === last || points > 0) return FIGURE.test(halfWidth(text));
    points += 1;
  }
  return true;
}

const AMOUNT = /^[-－−]?(?:\d{1,3}(?:[,，]\d{3})+(?:[.．]\d+)?|\d+[.．]\d+)[%％]?$/;

/** A figure with decimals or thousands, as no code and no number of a line is printed. */
export function isAmount(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return ((last >= 48 && last <= 57) || last === 0x25 || last === 0xff05) && AMOUNT.test(text);
}

/** Whether a text is digits alone. */
export function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isDigit(text.charCodeAt(at))) return false;
  return text !== "";
}

const POINT = 46;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Digit, sign or bracket, full-width ones too: below the letters of ASCII, among the dashes, or full-width. */
const mayBeginFigure = (code: number): boolean =>
  code < 0x3a || (code > 0x2000 && code < 0x2300) || (code > 0xff00 && code < 0xff1a);

/** The figure that fills the cell, or null where the cell is empty or has words. */
export function figureOf(cell: Cell, unit: string): Amount | null {
  return isFigure(cell.text) ? parseAmount(cell.raw, unit) : null;
}

export function spanOf(cell: Cell): Span {
  return { line: cell.line, from: cell.from, to: cell.to };
}

const DASHES = "-—－–_/＿";

/** A cell that says «nothing here»: empty, or a dash. */
export function isBlank(cell: Cell | undefined): boolean {
  if (cell === undefined) return true;
  const { text } = cell;
  for (let at = 0; at < text.length; at += 1) if (!DASHES.includes(text.charAt(at))) return false;
  return true;
}
