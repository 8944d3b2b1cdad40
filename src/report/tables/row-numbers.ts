import type { Cell } from "./cells.ts";
import { isFigure } from "./cells.ts";

interface Printed {
  readonly cells: readonly Cell[];
}

const HEADER = /^(?:序号|行号)$/;
const CODE = /^\d{3}(?:\d{2}){0,2}$|^\d{6,9}$/;

/**
 * Lines without the numbers of a column 序号, which count the rows and are no figures:
 *
 *     序号 科目编码 科目名称 合计
 *     1 208 社会保障和就业支出 182.45
 *     ^
 *
 * Only where the header says 序号 and the numbers count on from 1 through most rows.
 */
export function withoutRowNumbers<Line extends Printed>(lines: readonly Line[]): readonly Line[] {
  const top = lines.findIndex(({ cells }) => cells.some(({ text }) => HEADER.test(text)));
  if (top === -1) return lines;
  const first = lines.findIndex(({ cells }, at) => at > top && cells.some(({ text }) => isFigure(text)));
  if (first === -1) return lines;
  const numbers = new Set<Cell>();
  let rows = 0;
  for (let at = first; at < lines.length; at += 1) {
    const [own, next] = lines[at]?.cells ?? [];
    if (own === undefined) continue;
    const isAlone = next === undefined;
    const below = [lines[at + 1]?.cells[0], lines[at + 2]?.cells[0]];
    if (!isAlone && (isFigure(own.text) || isFigure(lines[at]?.cells.at(-1)?.text ?? ""))) rows += 1;
    if (own.text !== String(numbers.size + 1)) continue;
    if (!isAlone || isName(below[0]) || (CODE.test(below[0]?.text ?? "") && isName(below[1]))) numbers.add(own);
  }
  if (numbers.size === 0 || numbers.size * 5 < rows * 4) return lines;
  return lines.flatMap((line) => {
    const cells = line.cells.filter((cell) => !numbers.has(cell) && !HEADER.test(cell.text));
    if (cells.length === line.cells.length) return [line];
    return cells.length === 0 ? [] : [{ ...line, cells }];
  });
}

const isName = (cell: Cell | undefined): boolean => cell !== undefined && /[\u4e00-\u9fa5]/.test(cell.text);
