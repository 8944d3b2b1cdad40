import type { Row } from "./cells.ts";
import { isBlank, isFigure } from "./cells.ts";

const AMOUNT = /[.．]\d/;
const WORDS = /[\u4e00-\u9fa5]{2}/;
/** A row that only names what lies below another header never stands in the first column. */
const NEVER_FIRST = /^小计$/;
/** So many cells of words where others print amounts are no accident. */
const LEAST = 2;

const blankBeforeFilled = ({ cells }: Row): boolean => {
  const last = cells.findLastIndex(({ text }) => text !== "");
  return cells.slice(0, Math.max(last, 0)).some(({ text }) => text === "");
};

const endsBlank = ({ cells }: Row): boolean => cells.at(-1)?.text === "";

/**
 * Whether strokes divide cells of which the blank ones were moved to the end of the row, as web
 * pages are saved, so that what stands in a column is not what the table printed in it:
 *
 *     合计 | 4965.21 | 625.58 | 118.40 |||
 *     208 | 社会保障和就业支出 | 312.20 | 96.20 | 216.00 |||
 *
 * Told by words and amounts in one column of a table in which no blank stands before a filled cell.
 *
 * @param tables the rows of each table.
 */
export function hasBlanksLast(tables: readonly (readonly Row[])[]): boolean {
  return tables.some((rows) => {
    if (rows.some(blankBeforeFilled) || !rows.some(endsBlank)) return false;
    if (rows.some((row) => NEVER_FIRST.test(row.cells[0]?.text ?? "") && endsBlank(row))) return true;
    const first = rows.findIndex(({ cells }) => cells.some(({ text }) => isFigure(text) && AMOUNT.test(text)));
    const body = first === -1 ? [] : rows.slice(first);
    const width = body.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    for (let column = 1; column < width; column += 1) {
      const cells = body.flatMap((row) => {
        const cell = row.cells[column];
        return cell === undefined || isBlank(cell) ? [] : [{ text: cell.text, isMoved: endsBlank(row) }];
      });
      const amounts = cells.filter(({ text }) => isFigure(text) && AMOUNT.test(text));
      const words = cells.filter(({ text }) => !isFigure(text) && WORDS.test(text));
      const mixed = amounts.length > 0 && words.length > 0 && amounts.length + words.length > LEAST;
      if (mixed && (amounts.some(({ isMoved }) => isMoved) || words.some(({ isMoved }) => isMoved))) return true;
    }
    return false;
  });
}

/** Whether a table's rows may have lost the places of their blank cells: none stands before a filled one. */
export function mayHaveLostBlanks(rows: readonly Row[]): boolean {
  return !rows.some(blankBeforeFilled);
}
