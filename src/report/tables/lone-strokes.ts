import type { Line } from "../types.ts";
import type { Cell, Row } from "./cells.ts";
import { isFigure } from "./cells.ts";
import type { MarkedRows } from "./marked-rows.ts";
import { cellBetween } from "./marked-rows.ts";

/** A cell a line, each closed by a stroke; a blank cell and the beginning of a row are a stroke alone. */
const CLOSED = /^[^|]{0,200}\|\s*$/;
const LEAST_LINES = 12;
const LEAST_ROWS = 2;
const MOST_COLUMNS = 40;
const AMOUNT = /[.．]\d/;

/**
 * Tables of a web page that keep a line for every cell and for the beginning of every row:
 *
 *     |                     |               begins the row
 *     合计 |                2080109 |
 *     |                     社会保险经办机构 |
 *     246.00 |              246.00 |
 *
 * A stroke alone is a blank cell or the beginning of a row; the width at which most rows begin with one and
 * no column holds both words and amounts tells which.
 */
export function loneStrokeRows(lines: readonly Line[], free: (line: Line) => boolean): MarkedRows {
  const found = new Map<number, { rows: readonly Row[]; end: number }>();
  let from = 0;
  while (from < lines.length) {
    let end = from;
    for (; end < lines.length; end += 1) {
      const line = lines[end];
      if (line === undefined || !line.text.includes("|") || !CLOSED.test(line.text) || !free(line)) break;
    }
    if (end - from >= LEAST_LINES) {
      const run = lines.slice(from, end);
      const rows = rowsOf(run.map((line) => cellBetween(line, 0, line.text.lastIndexOf("|"))));
      if (rows !== null) found.set((run[0] as Line).no, { rows, end }); // a run of twelve lines has a first
    }
    from = Math.max(end, from + 1);
  }
  return found;
}

const isAlone = (cell: Cell | undefined): boolean => cell !== undefined && cell.text === "";

/** Header and body; null where no width makes rows. */
function rowsOf(cells: readonly Cell[]): Row[] | null {
  let best: { width: number; rows: number } = { width: 0, rows: 0 };
  for (let width = 2; width <= MOST_COLUMNS && width + 1 < cells.length; width += 1) {
    const rows = rowsFromEnd(cells, width);
    if (rows >= LEAST_ROWS && rows * (width + 1) > best.rows * (best.width + 1)) best = { width, rows };
  }
  const { width, rows } = best;
  if (rows === 0) return null;
  const start = cells.length - rows * (width + 1);
  const body = Array.from({ length: rows }, (_, index) => {
    const at = start + index * (width + 1) + 1;
    return rowOf(cells.slice(at, at + width));
  });
  return [...headerRows(cells.slice(0, start)), ...body];
}

/** How many rows of that width there are, counted from the end. */
function rowsFromEnd(cells: readonly Cell[], width: number): number {
  const kinds = new Map<number, "words" | "amount">();
  let rows = 0;
  for (let end = cells.length; end - width - 1 >= 0; end -= width + 1) {
    if (!isAlone(cells[end - width - 1])) break;
    const row = cells.slice(end - width, end);
    if (row.every(isAlone)) break;
    const clashes = row.some((cell, column) => {
      const kind = kindOf(cell);
      const known = kinds.get(column);
      if (kind === null) return false;
      if (known === undefined) kinds.set(column, kind);
      return known !== undefined && known !== kind;
    });
    if (clashes) break;
    rows += 1;
  }
  return rows;
}

function kindOf({ text }: Cell): "words" | "amount" | null {
  if (isFigure(text)) return AMOUNT.test(text) ? "amount" : null;
  return /[\u4e00-\u9fa5]{2}/.test(text) ? "words" : null;
}

/** The words between strokes alone: merged cells of a header are written once. */
function headerRows(cells: readonly Cell[]): Row[] {
  const rows: Cell[][] = [[]];
  for (const cell of cells) {
    if (isAlone(cell)) rows.push([]);
    else rows.at(-1)?.push(cell);
  }
  return rows.filter((row) => row.length > 0).map(rowOf);
}

function rowOf(cells: readonly Cell[]): Row {
  return { line: cells.find(({ text }) => text !== "")?.line ?? cells[0]?.line ?? 1, cells };
}
