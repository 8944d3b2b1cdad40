import type { Cell, Row } from "./cells.ts";
import { isBlank, isFigure } from "./cells.ts";
import { threePublicMeaning } from "./words.ts";

/** A label and its figure beside it in the same row. */
export interface LabelPair {
  readonly label: Cell;
  readonly figure: Cell;
}

/**
 * Counts that a 三公 table prints below its row of amounts, two or three in a row:
 *
 *     国内公务接待批次（个）<TAB>24<TAB>国内公务接待人次（人）<TAB>215
 *     ^^^^^^^^^^^^^^^^^^      ^^     ^^^^^^^^^^^^^^^^^^      ^^^
 *
 * They are no rows of its columns: `rows` is what is left without them.
 */
export function withoutPairs(body: readonly Row[]): {
  readonly rows: readonly Row[];
  readonly pairs: readonly LabelPair[];
} {
  const amounts = body.findIndex(
    (row) =>
      row.cells.filter((cell) => isFigure(cell.text)).length >= 3 &&
      row.cells.every((cell) => isBlank(cell) || isFigure(cell.text)),
  );
  if (amounts === -1) return { rows: body, pairs: [] };
  const pairs: LabelPair[] = [];
  const rows = body.filter((row, index) => {
    if (index <= amounts) return true;
    const words = row.cells.filter((cell) => !isBlank(cell) && !isFigure(cell.text));
    if (words.length === 0) return true;
    row.cells.forEach((cell, column) => {
      if (isBlank(cell) || isFigure(cell.text) || threePublicMeaning(cell.text) === null) return;
      const figure = row.cells.slice(column + 1).find((next) => !isBlank(next));
      if (figure !== undefined && isFigure(figure.text)) pairs.push({ label: cell, figure });
    });
    return false;
  });
  return { rows, pairs };
}
