import type { Line } from "../types.ts";
import { rowsOfUnits, unitsOf } from "./cell-run-body.ts";
import { headerEnd } from "./cell-run-header.ts";
import type { Cell, Row } from "./cells.ts";
import { squeezed } from "../white-space.ts";
import { isFigure } from "./cells.ts";
import { isTableName } from "./names.ts";

/** Longer lines are prose. */
const LONGEST_CELL = 40;
const PROSE = /[。；;！？!?]|[，,](?!\d{3})/;
/** What stands above, below and between tables, and is no cell. */
const NO_CELL =
  /^(?:公开.{0,6}表|[财预决附]?.{0,4}表[一二三四五六七八九十\d-]{1,4}|(?:财决|预算|决算)?公开?\d{1,2}表|注\d*[:：]|说明[:：]|备注[:：]|(?:金额)?单位[:：]|(?:编制|填报|预算)?(?:部门|单位)(?:[（(]单位[)）])?(?:名称)?[:：]|第.{1,3}(?:部分|章)|附件|[-—－–]+\d{1,4}[-—－–]+|第\d{1,4}页.*|20\d{2}年度?$)/;
const DECIMAL = /^[-－]?[\d,，]+[.．]\d+[%％]?$/;
const LEAST_FIGURES = 4;

/** A run of cells, one a line, and what follows. */
interface Run {
  readonly from: number;
  readonly cells: readonly Cell[];
  readonly end: number;
}

/**
 * Tables that a web page or a PDF left one cell a line, without tabs:
 *
 *     2080109
 *     社会保险经办机构
 *     2475.87
 *     1835.72
 *
 * A run of short lines with enough decimals among them is such a table. Blank cells are lost, so a
 * row with fewer figures than the table has columns keeps only what is certain.
 */
export function cellRuns(
  lines: readonly Line[],
  free: (line: Line) => boolean,
): ReadonlyMap<number, { readonly rows: readonly Row[]; readonly end: number }> {
  const found = new Map<number, { rows: readonly Row[]; end: number }>();
  for (const run of runsOf(lines, free)) {
    const rows = rowsOf(run.cells);
    if (rows.length > 0) found.set(run.from + 1, { rows, end: run.end });
  }
  return found;
}

function cellOfLine(line: Line): Cell {
  const raw = line.text.trim();
  const from = line.text.indexOf(raw);
  return { text: squeezed(raw), line: line.no, from, to: from + raw.length, raw };
}

function runsOf(lines: readonly Line[], free: (line: Line) => boolean): Run[] {
  const runs: Run[] = [];
  let cells: Cell[] = [];
  let from = 0;
  const finish = (): void => {
    if (cells.length === 0) return;
    const last = cells.findLastIndex((cell) => isFigure(cell.text));
    const kept = cells.slice(0, last + 1);
    const decimals = kept.filter((cell) => DECIMAL.test(cell.text)).length;
    if (decimals >= LEAST_FIGURES && decimals * 6 >= kept.length) {
      runs.push({ from, cells: kept, end: kept.at(-1)?.line ?? from });
    }
    cells = [];
  };
  lines.forEach((line, index) => {
    if (line.text.trim() === "") return;
    const text = line.text.length > 200 || !free(line) ? "" : squeezed(line.text);
    const isCell =
      text !== "" && text.length <= LONGEST_CELL && !PROSE.test(text) && !NO_CELL.test(text) && !isTableName(line.text);
    if (!isCell) {
      finish();
      return;
    }
    if (cells.length === 0) from = index;
    cells.push(cellOfLine(line));
  });
  finish();
  return runs;
}

function rowsOf(cells: readonly Cell[]): readonly Row[] {
  const start = headerEnd(cells);
  const header = cells.slice(0, start);
  return rowsOfUnits(header, unitsOf(header, cells.slice(start)));
}
