import type { Cell, Row } from "../tables/cells.ts";
import { squeezed, trimmed } from "../white-space.ts";
import type { Line } from "../types.ts";

/** A row printed one cell a line, and the index of the first line after it. */
export interface CellLineRow {
  readonly row: Row;
  readonly end: number;
}

/** A line that is one cell: a tab, then text without another tab. */
const isCellLine = (text: string): boolean => text.startsWith("\t") && !text.includes("\t", 1);

/**
 * Rows that a word processor wrote one cell a line, by the number of their first line. A cell
 * begins with a tab; lines that follow without one continue it; a blank line ends the row.
 *
 *     <TAB>基本支出
 *     <TAB>29835.16
 *     <TAB>351.87
 *          ^^^^^^
 *
 * A single such line is a heading with a stray tab and no row.
 */
export function cellLineRows(lines: readonly Line[]): ReadonlyMap<number, CellLineRow> {
  const rows = new Map<number, CellLineRow>();
  let index = 0;
  while (index < lines.length) {
    const first = lines[index];
    if (first === undefined || !isCellLine(first.text)) {
      index += 1;
      continue;
    }
    const cells: Line[][] = [];
    let end = index;
    for (; end < lines.length; end += 1) {
      const line = lines[end];
      if (line === undefined || line.text === "" || (!line.text.startsWith("\t") && line.text.trim() === "")) break;
      if (isCellLine(line.text)) cells.push([line]);
      else if (line.text.includes("\t")) break;
      else cells.at(-1)?.push(line);
    }
    if (cells.length >= 2) rows.set(first.no, { row: { line: first.no, cells: cells.map(cellOfLines) }, end });
    index = Math.max(end, index + 1);
  }
  return rows;
}

/** One cell from its lines; the span is that of the first line, where a figure stands. */
function cellOfLines(lines: readonly Line[]): Cell {
  const [first] = lines;
  if (first === undefined) throw new RangeError("a cell has at least one line");
  const raw = trimmed(first.text);
  const from = raw === "" ? 1 : first.text.indexOf(raw);
  return {
    text: squeezed(lines.map((line) => line.text).join("")),
    line: first.no,
    from,
    to: from + raw.length,
    raw,
    ...(lines.length > 1 ? { more: lines.slice(1) } : {}),
  };
}
