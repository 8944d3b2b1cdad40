import type { Cell, Row } from "./cells.ts";
import { isBlank, isFigure } from "./cells.ts";

/** What stands over the rows of a form's money, and is no name of any of them. */
const MONEY = /^项目资金(?:[（(](?:万元|元|百元|千元|亿元)[)）])?$/;
const STAGE = /预算数?$|执行数?$/;

/**
 * The rows of a form whose columns single blanks keep apart, so that the empty cells beside a merged
 * one are lost:
 *
 *     项目资金（万元） 年初预算数 全年预算数 全年执行数 分值 执行率 得分
 *     年度资金总额 860.00 862.10 810.40 10 94.00% 9.40
 *
 * The names of the money stand one column behind the cell that spans them. Null where the lines are no such form.
 *
 * @param lines the cells of each line.
 */
export function spacedFormRows(lines: readonly (readonly Cell[])[]): readonly Row[] | null {
  if (!lines.some(opensMoney)) return null;
  let width = 0;
  return lines.flatMap((cells): Row[] => {
    const [first, ...rest] = cells;
    if (first === undefined) return [];
    const empty: Cell = { ...first, text: "", raw: "", to: first.from };
    if (opensMoney(cells)) {
      width = cells.length;
      return [{ line: first.line, cells: [first, empty, ...rest] }];
    }
    const isMoney = cells.length === width && !isFigure(first.text) && rest.every((cell) => isValue(cell));
    if (!isMoney) width = 0;
    return [{ line: first.line, cells: isMoney ? [empty, ...cells] : [...cells] }];
  });
}

function opensMoney([first, ...rest]: readonly Cell[]): boolean {
  return first !== undefined && MONEY.test(first.text) && rest.filter(({ text }) => STAGE.test(text)).length >= 2;
}

const isValue = (cell: Cell): boolean => isFigure(cell.text) || isBlank(cell);
