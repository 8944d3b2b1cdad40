import type { Cell } from "./cells.ts";
import { isAmount, isFigure } from "./cells.ts";

const WHOLE = /^[-－]?\d{4,15}$/;
const YEAR = /^(?:19|20)\d{2}$/;
const CODE = /^\d{3}(?:\d{2}){1,2}$/;
const NAME = /[\u4e00-\u9fa5]{2}/;
const NUMBERED = /^[一二三四五六七八九十]{1,3}、/;

/**
 * The cells of a row with the amounts that are printed without decimals and thousands told from
 * codes and counts, as tables in 元 have them: their text becomes what others print, `raw` stays.
 *
 *     201 26 01 行政运行 1912300 1912300          1,912,300
 *                        ^^^^^^^ ^^^^^^^
 *
 * Only behind a name: a code stands before one. A row with decimals or thousands has its amounts already.
 */
export function withWholeAmounts(cells: readonly Cell[]): readonly Cell[] {
  if (!cells.some(({ text }) => WHOLE.test(text)) || cells.some(({ text }) => isAmount(text))) return cells;
  let isNamed = false;
  let changed: Cell[] | null = null;
  cells.forEach((cell, index) => {
    if (isNamed && WHOLE.test(cell.text) && !YEAR.test(cell.text) && !isCodeBefore(cells[index + 1], cell)) {
      changed ??= [...cells];
      changed[index] = { ...cell, text: cell.text.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",") };
    }
    if (!isNamed && !isFigure(cell.text) && NAME.test(cell.text)) isNamed = true;
  });
  return changed ?? cells;
}

/** `30201 办公费` in the right half of a table is a code; before `四、…` stands the amount of 三、. */
function isCodeBefore(next: Cell | undefined, { text }: Cell): boolean {
  return CODE.test(text) && next !== undefined && !isFigure(next.text) && !NUMBERED.test(next.text);
}
