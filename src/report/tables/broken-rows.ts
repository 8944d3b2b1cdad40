import { namesOfClass } from "../../domain/names-of-classes.ts";
import type { Cell } from "./cells.ts";
import { isFigure, isAmount } from "./cells.ts";
import { isClassCode } from "./class-names.ts";
import { textOf } from "./whole-labels.ts";

type Cells = readonly Cell[];

const LEVEL = /^\d{2}$/;
/** A name is printed over no more lines. */
const MOST_PIECES = 2;

/** How many cells at the beginning of a line are a class's code: 2080506, or 301 08. */
export function codeLength(cells: Cells, from = 0): number {
  const text = cells[from]?.text ?? "";
  if (!isClassCode(text) || !/^[235]/.test(text)) return 0;
  let length = 1;
  while (length < 3 && text.length === 3 && LEVEL.test(cells[from + length]?.text ?? "")) length += 1;
  return length;
}

const isWords = (cells: Cells): boolean => cells.length > 0 && cells.every(({ text }) => !isFigure(text));
const isFigures = (cells: Cells): boolean =>
  cells.length > 0 && cells.every(({ text }) => isFigure(text)) && cells.some(({ text }) => isAmount(text));

/**
 * Rows put together again whose code, name and figures a PDF printed on lines of their own:
 *
 *     2080506
 *     机关事业单位职业年金缴费支出
 *     28.00 28.00 0.00
 *
 * Where names are printed over each other, what the neighbours left in one is taken out of it.
 */
export function withBrokenRows(body: readonly Cells[]): readonly Cells[] {
  if (!body.some(isFigures)) return body;
  const rows: Cells[] = [];
  for (let at = 0; at < body.length; at += 1) {
    const cells = body[at] ?? [];
    const end = endOfRow(body, at);
    if (end === null) {
      rows.push(cells);
      continue;
    }
    const length = codeLength(cells);
    const pieces = [...cells.slice(length), ...body.slice(at + 1, end).flat()];
    const [first] = pieces;
    const label =
      first === undefined ? [] : [{ ...first, text: ownName(textOf(cells.slice(0, length)), textOf(pieces)) }];
    rows.push([...cells.slice(0, length), ...label, ...(body[end] ?? [])]);
    at = end;
  }
  return rows;
}

/** Index of the line of figures that ends the row which begins with a code alone; null where it is whole. */
function endOfRow(body: readonly Cells[], at: number): number | null {
  const cells = body[at] ?? [];
  const length = codeLength(cells);
  if (length === 0 || cells.slice(length).some(({ text }) => isFigure(text))) return null;
  for (let next = at + 1; next <= at + 1 + MOST_PIECES; next += 1) {
    const line = body[next] ?? [];
    if (isFigures(line)) return next;
    if (!isWords(line)) return null;
  }
  return null;
}

/** The name of a class among letters of the names above and below it: `出抚恤` is 抚恤 behind the end of another. */
function ownName(code: string, printed: string): string {
  for (const name of namesOfClass(code)) {
    if (printed.startsWith(name.slice(0, 4))) continue;
    if (printed.endsWith(name)) return name;
    const length = lettersIn(printed, name);
    // The end of a long name stands among the letters of the next one.
    if (length === name.length || (length >= 6 && length * 2 > name.length)) return name.slice(0, length);
  }
  return printed;
}

/** How many letters of a name, from its first on, a text has in their order. */
function lettersIn(text: string, name: string): number {
  let length = 0;
  for (const letter of text) if (letter === name.charAt(length)) length += 1;
  return length;
}
