import type { Line } from "../types.ts";
import type { Cell, Row } from "./cells.ts";
import { isFigure } from "./cells.ts";
import { isHeaderName } from "./header-names.ts";
import { isTableName } from "./names.ts";

/** A table's name stands so many printed lines above its header, with unit and body between. */
const PREAMBLE = 6;
/** Headers of the outline that an empty table prints at least. */
export const LEAST_HEADERS = 3;
const TOTAL = /^(?:合计|总计)$/;
const NUMBERS = /^(?:栏次|行次)$/;

/**
 * The rows of a table that was printed without figures, one cell a line or one row a line:
 *
 *     政府性基金预算财政拨款收入支出决算表 / 科目名称 / 小计 / 基本支出 / 项目支出 / 栏次 / 1 / 2 / 3 / 合计
 *
 * The header as one row and its total row: what an empty table says is that it is empty. Null where
 * the cells hold a figure, are no header or stand below no table's name.
 */
export function emptyTableRows(cells: readonly Cell[], lines: readonly Line[], from: number): readonly Row[] | null {
  const figures = cells.filter((cell) => isFigure(cell.text));
  if (!figures.every((cell, index) => cell.text === String(index + 1))) return null;
  if (figures.length > 0 && !cells.some((cell) => NUMBERS.test(cell.text))) return null;
  const headers = cells.filter((cell) => isHeaderName(cell.text) && !TOTAL.test(cell.text));
  if (headers.length < LEAST_HEADERS) return null;
  const [first] = headers;
  if (first === undefined || !isBelowName(lines, from)) return null;
  const total = cells.findLast((cell) => TOTAL.test(cell.text));
  // Without a row of its own the total is but another header.
  const last = cells.at(-1);
  const body = total !== undefined && total === last ? total : { ...first, text: "", raw: "", to: first.from };
  return [
    { line: first.line, cells: headers },
    { line: body.line, cells: [body] },
  ];
}

/** Whether a table's name stands shortly above. */
export function isBelowName(lines: readonly Line[], from: number): boolean {
  let seen = 0;
  for (let index = from - 1; index >= 0 && seen < PREAMBLE; index -= 1) {
    const text = lines[index]?.text ?? "";
    if (text.trim() === "") continue;
    if (isTableName(text)) return true;
    seen += 1;
  }
  return false;
}
