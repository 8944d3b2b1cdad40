import { isCaptionRow } from "./blocks.ts";
import type { Cell, Row } from "./cells.ts";
import { isFigure } from "./cells.ts";

const CODE = /^\d{3}(?:\d{2}){0,2}$/;
const STARTS_A_ROW =
  /^(?:合计|总计|小计|其中[:：]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、])/;

const BEGINS_LEVEL = /^(?:小计|类|(?:[\u4e00-\u9fa5]{0,8}分类)?科目(?:编码|代码|名称))$/;

/** The number of cells that most rows have, the larger where two are as frequent. */
function usualWidth(rows: readonly Row[]): number {
  const votes: number[] = [];
  for (const { cells } of rows) {
    while (votes.length <= cells.length) votes.push(0);
    votes[cells.length] = (votes[cells.length] ?? 0) + 1;
  }
  let usual = 0;
  for (let width = 1; width < votes.length; width += 1) if ((votes[width] ?? 0) >= (votes[usual] ?? 0)) usual = width;
  return usual;
}

/** Whether `next` is the rest of `row`: a hard line break inside a cell, not a row of its own. */
function continues(row: Row, next: Row): boolean {
  const last = row.cells.at(-1);
  const [first] = next.cells;
  if (last === undefined || first === undefined) return false;
  const figures = (cells: readonly Cell[]): boolean =>
    cells.some((cell) => isFigure(cell.text) && !CODE.test(cell.text));
  const words = (cells: readonly Cell[]): boolean => cells.some((cell) => cell.text !== "" && !isFigure(cell.text));
  if (first.text === "") return !words(next.cells) && figures(row.cells) && figures(next.cells);
  if (last.text === "" || isFigure(last.text) || isFigure(first.text) || CODE.test(first.text)) return false;
  if (figures(row.cells)) return false;
  // `部门：… | 单位：万元` is whole.
  if (isCaptionRow(row)) return false;
  // 小计 below a merged header begins a level of its own, so do 科目编码 and `类 款 项`.
  if (BEGINS_LEVEL.test(first.text) && !figures(next.cells)) return false;
  // In a header any two halves may meet; below it, only what does not begin a row of its own.
  return !figures(next.cells) || !STARTS_A_ROW.test(first.text);
}

function joined(row: Row, next: Row): Row {
  const last = row.cells.at(-1);
  const [first, ...rest] = next.cells;
  if (last === undefined || first === undefined) return row;
  return { line: row.line, cells: [...row.cells.slice(0, -1), { ...last, text: last.text + first.text }, ...rest] };
}

/**
 * Rows put together again where a cell was printed over two lines:
 *
 *     2080505<TAB>机关事业单位基本养老
 *     保险缴费支出<TAB>20.00<TAB>20.00<TAB>0.00
 *
 * Only where the halves make a row of the table's usual width.
 */
export function joinedRows(rows: readonly Row[]): Row[] {
  const width = usualWidth(rows);
  const result: Row[] = [];
  for (const row of rows) {
    const before = result.at(-1);
    if (
      before !== undefined &&
      before.cells.length < width &&
      before.cells.length + row.cells.length - 1 === width &&
      continues(before, row)
    ) {
      result[result.length - 1] = joined(before, row);
    } else {
      result.push(row);
    }
  }
  return result;
}

/**
 * Rows moved back that a page break moved to the right: as many blank cells before the code as the
 * row is wider than the table's header.
 *
 *     208<TAB>社会保障和就业支出<TAB>20.20
 *     — 7 —
 *     <TAB><TAB>210<TAB>卫生健康支出<TAB>2.40
 */
export function unshiftedRows(rows: readonly Row[]): readonly Row[] {
  const first = rows.findIndex(({ cells }) => cells.some((cell) => isFigure(cell.text)));
  const width = widestOf(rows.slice(0, Math.max(first, 0)));
  if (width === 0 || widestOf(rows) <= width) return rows;
  return rows.map((row) => {
    const extra = row.cells.length - width;
    if (extra <= 0 || !CODE.test(row.cells[extra]?.text ?? "")) return row;
    const isMoved = row.cells.slice(0, extra).every((cell) => cell.text === "");
    return isMoved ? { ...row, cells: row.cells.slice(extra) } : row;
  });
}

/** The number of cells of the longest row. */
export function widestOf(rows: readonly Row[]): number {
  let widest = 0;
  for (const { cells } of rows) if (cells.length > widest) widest = cells.length;
  return widest;
}
