import { CODE } from "./cell-run-units.ts";
import type { Cell } from "./cells.ts";
import { isFigure } from "./cells.ts";

const NAMES = /科目名称$/;
const CODES = /科目(?:编码|代码)$/;
/** Headers stand among so many first cells. */
const HEADER_CELLS = 30;

interface Line {
  readonly cells: readonly Cell[];
  readonly whole: Cell;
}

/**
 * A run whose header names the classes before their codes, in the usual order: code, then name.
 *
 *     科目名称 科目编码 合计 基本支出          科目编码 科目名称 合计 基本支出
 *     公安 20402 120.00 80.00          →     20402 公安 120.00 80.00
 *
 * @param areRows whether a line is a row, else it is a cell.
 */
export function withCodesFirst<Kind extends Line>(lines: readonly Kind[], areRows: boolean): readonly Kind[] {
  if (!isNameBeforeCode(lines, areRows)) return lines;
  if (areRows) {
    return lines.map((line) => {
      const [name, code, ...rest] = line.cells;
      return name !== undefined && code !== undefined && isPair(name, code)
        ? { ...line, cells: [code, name, ...rest] }
        : line;
    });
  }
  const ordered = [...lines];
  for (let at = 0; at + 1 < ordered.length; at += 1) {
    const [name, code] = [ordered[at], ordered[at + 1]];
    if (name === undefined || code === undefined || !isPair(name.whole, code.whole)) continue;
    ordered[at] = code;
    ordered[at + 1] = name;
    at += 1;
  }
  return ordered;
}

const isPair = (name: Cell, code: Cell): boolean =>
  (!isFigure(name.text) && CODE.test(code.text)) || (NAMES.test(name.text) && CODES.test(code.text));

function isNameBeforeCode(lines: readonly Line[], areRows: boolean): boolean {
  const header: string[] = [];
  for (const { cells, whole } of lines) {
    if (header.length >= HEADER_CELLS) break;
    header.push(...(areRows ? cells : [whole]).map(({ text }) => text));
  }
  const name = header.findIndex((text) => NAMES.test(text));
  return name !== -1 && header.findIndex((text) => CODES.test(text)) === name + 1;
}
