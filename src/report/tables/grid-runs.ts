import type { Cell, Row } from "./cells.ts";
import { isAmount, isFigure } from "./cells.ts";
import { empty } from "./cell-run-rows.ts";

/** A filled line of a table of one cell a line. */
interface FilledLine {
  readonly no: number;
  readonly whole: Cell;
}

const LEAST_COLUMNS = 3;
const MOST_COLUMNS = 24;
/** A blank line alone is a paragraph's and no cell. */
const LEAST_BLANKS = 2;
/** Rows with amounts that the same columns must hold. */
const LEAST_ROWS = 3;
const TOTAL = /^(?:.{0,6}合计|总计)$/;
const DASH = /^[-—－–]{1,3}$/;

/**
 * The rows of a table of one cell a line that kept a line for every blank cell, as a word processor writes them:
 *
 *     2080109 / 社会保险经办机构 / 2475.87 / 1835.72 / (blank) / (blank)        a row of six cells
 *     2080199 / 其他支出         / 12.40   / (blank) / 12.40   / (blank)        and the next one
 *
 * So many lines make a row as put amounts below amounts and words below words throughout. Null where none do, and
 * where blank lines stand between all cells and say nothing.
 */
export function gridRows(lines: readonly FilledLine[]): readonly Row[] | null {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined || last.no - first.no + 1 < lines.length + LEAST_BLANKS) return null;
  const gaps = lines.filter(({ no }, index) => no - (lines[index - 1]?.no ?? no) === 2).length;
  if (gaps * 2 > lines.length) return null;
  for (let width = LEAST_COLUMNS; width <= MOST_COLUMNS; width += 1) {
    if (!fits(lines, first.no, width)) continue;
    const rows = rowsOf(lines, first.no, width);
    if (!repeatsHeader(rows)) return rows;
  }
  return null;
}

/** Whether rows of that many cells have amounts, codes and words below their like, and a name each. */
function fits(lines: readonly FilledLine[], from: number, width: number): boolean {
  const body = firstAmount(lines, from, width);
  const amounts = new Set<number>();
  const codes = new Set<number>();
  const words = new Set<number>();
  const rows = new Set<number>();
  const named = new Set<number>();
  for (const { no, whole } of lines) {
    const row = Math.floor((no - from) / width);
    if (row < body) continue;
    const column = (no - from) % width;
    if (isAmount(whole.text)) {
      amounts.add(column);
      rows.add(row);
    } else if (isFigure(whole.text)) codes.add(column);
    else if (!DASH.test(whole.text)) {
      // `合计` stands in the column of codes too.
      if (!TOTAL.test(whole.text) || amounts.has(column)) words.add(column);
      named.add(row);
    }
    if (words.has(column) && (amounts.has(column) || codes.has(column))) return false;
  }
  return rows.size >= LEAST_ROWS && [...rows].every((row) => named.has(row));
}

/** The first row with an amount. */
function firstAmount(lines: readonly FilledLine[], from: number, width: number): number {
  const first = lines.find(({ whole }) => isAmount(whole.text));
  return first === undefined ? Infinity : Math.floor((first.no - from) / width);
}

function rowsOf(lines: readonly FilledLine[], from: number, width: number): readonly Row[] {
  const rows: Cell[][] = [];
  for (const { no, whole } of lines) {
    const at = Math.floor((no - from) / width);
    while (rows.length <= at) {
      const line = from + rows.length * width;
      rows.push(Array.from({ length: width }, (_, column) => empty(line + column)));
    }
    const row = rows[at];
    if (row !== undefined) row[(no - from) % width] = whole;
  }
  return rows.map((cells): Row => ({ line: cells[0]?.line ?? from, cells }));
}

/** Whether a column has one header twice: half the width of a table of two sides puts its halves below each other. */
function repeatsHeader(rows: readonly Row[]): boolean {
  const body = rows.findIndex(({ cells }) => cells.some(({ text }) => isAmount(text)));
  const seen = new Set<string>();
  return rows.slice(0, body).some(({ cells }) =>
    cells.some(({ text }, column) => {
      if (text === "") return false;
      const header = `${column} ${text}`;
      if (seen.has(header)) return true;
      seen.add(header);
      return false;
    }),
  );
}
