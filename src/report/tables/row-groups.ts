import { cellLineRows } from "../annex/cell-lines.ts";
import type { Line, Part } from "../types.ts";
import { alignedRows } from "./aligned-rows.ts";
import { cellRuns } from "./cell-runs.ts";
import type { Row } from "./cells.ts";
import { rowOf } from "./cells.ts";
import { loneStrokeRows } from "./lone-strokes.ts";
import { markedRows } from "./marked-rows.ts";
import { isPageData } from "./page-data.ts";
import { tabsLostBlanks } from "./tabs-without-blanks.ts";
import { untabbedBodies } from "./untabbed-bodies.ts";
import { untabbedForms } from "./untabbed-forms.ts";
import { untabbedLists } from "./untabbed-lists.ts";

/** Rows that stand on consecutive lines, and the index of the first line after them. */
export interface RowGroup {
  readonly rows: readonly Row[];
  readonly end: number;
  /** A line of text with one stray tab looks the same: such a row needs others beside it. */
  readonly weak: boolean;
}

/** Rows of figures before the body are a table of contents. */
export type IsBody = (lineNo: number) => boolean;

/** Whether a line lies outside the table of contents. */
export function bodyOf(parts: readonly Part[]): IsBody {
  const contents = parts.filter((part) => part.kind === "contents");
  return (no) => {
    for (const part of contents) if (no >= part.from && no <= part.to) return false;
    return true;
  };
}

/**
 * Every row of the text by the number of its first line, however the extraction wrote it: cells
 * divided by tabs, by `|`, by `<td>` or by runs of blanks, or one cell a line.
 */
export function rowGroups(lines: readonly Line[], isBody: IsBody): ReadonlyMap<number, RowGroup> {
  const groups = new Map<number, RowGroup>();
  const taken = new Uint8Array(lines.length + 1);
  const put = (no: number, group: RowGroup): void => {
    for (let index = no - 1; index < group.end; index += 1) if (taken[index] === 1) return;
    const rows = group.rows.some(isPageData) ? group.rows.filter((row) => !isPageData(row)) : group.rows;
    if (rows.length > 0 || group.rows.length === 0) groups.set(no, rows === group.rows ? group : { ...group, rows });
    taken.fill(1, no - 1, group.end);
  };
  const free = (line: Line): boolean => taken[line.no - 1] !== 1 && isBody(line.no);
  for (const [no, { row, end }] of cellLineRows(lines)) if (isBody(no)) put(no, { rows: [row], end, weak: false });
  const areCells = !tabsLostBlanks(lines);
  lines.forEach((line, index) => {
    if (areCells && line.text.includes("\t") && free(line))
      put(line.no, { rows: [rowOf(line)], end: index + 1, weak: true });
  });
  for (const [no, { rows, end }] of loneStrokeRows(lines, free)) put(no, { rows, end, weak: false });
  for (const [no, { rows, end }] of markedRows(lines)) if (isBody(no)) put(no, { rows, end, weak: false });
  for (const [no, { rows, end }] of untabbedForms(lines, free)) put(no, { rows, end, weak: false });
  for (const [no, { rows, end }] of untabbedBodies(lines, free)) put(no, { rows, end, weak: false });
  for (const [no, { rows, end }] of alignedRows(lines, free)) put(no, { rows, end, weak: false });
  for (const [no, { rows, end }] of untabbedLists(lines, free)) put(no, { rows, end, weak: false });
  for (const [no, { rows, end }] of cellRuns(lines, free)) put(no, { rows, end, weak: false });
  return groups;
}
