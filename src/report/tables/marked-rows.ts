import type { Line } from "../types.ts";
import { hasBlanksLast, mayHaveLostBlanks } from "./blanks-last.ts";
import type { Cell, Row } from "./cells.ts";
import { squeezed, trimmed } from "../white-space.ts";

/** Rows by the number of their first line, and the index of the first line after them. */
export type MarkedRows = ReadonlyMap<number, { readonly rows: readonly Row[]; readonly end: number }>;

const RULE = /^[\s|:+=-]*$/;
const CELL_OPEN = /<t[dh]\b([^>]{0,400})>/gi;
const TAG = /<[^>]{0,400}>/g;
const ENTITY = /&(?:nbsp|ensp|emsp|#160);/gi;
/** A row of cells, one a line, ends well before this. */
const ROW_LINES = 300;
const MOST_COLUMNS = 60;

/**
 * Rows whose cells are marked:
 *
 *     | 科目编码 | 科目名称 | 合计 |        <tr><td colspan="2">合计</td><td>310.50</td></tr>
 *
 * A `<tr>` may stand on several lines. Lines of dashes and of tags alone are rows without cells.
 */
export function markedRows(lines: readonly Line[]): MarkedRows {
  const found = new Map<number, { rows: readonly Row[]; end: number }>();
  const piped: { readonly from: number; end: number; readonly rows: Row[] }[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.text.includes("|")) {
      const cells = pipedCells(line);
      if (cells === null) continue;
      const rows = cells.length === 0 ? [] : [{ line: line.no, cells }];
      found.set(line.no, { rows, end: index + 1 });
      const table = piped.at(-1);
      if (table !== undefined && lines.slice(table.end, index).every(({ text }) => text.trim() === "")) {
        table.rows.push(...rows);
        table.end = index + 1;
      } else piped.push({ from: index, end: index + 1, rows: [...rows] });
    } else if (!line.text.includes("<")) {
      continue;
    } else if (/<t[rdh]\b/i.test(line.text)) {
      const end = endOfRow(lines, index);
      const cells = lines.slice(index, end).flatMap(taggedCells);
      found.set(line.no, { rows: cells.length === 0 ? [] : [{ line: line.no, cells }], end });
      index = end - 1;
    } else if (/^\s*(?:<\/?(?:table|tbody|thead|tr|colgroup|col)\b[^>]{0,400}>\s*)+$/i.test(line.text)) {
      // A table's own tags are neither text nor the end of it, unless it closes.
      if (!/<\/table/i.test(line.text)) found.set(line.no, { rows: [], end: index + 1 });
    }
  }
  // One page is saved in one way: what moves the blanks of one table moves those of all.
  if (hasBlanksLast(piped.map(({ rows }) => rows))) {
    for (const { from, end, rows } of piped) {
      if (mayHaveLostBlanks(rows)) for (let no = from + 1; no <= end; no += 1) found.delete(no);
    }
  }
  return found;
}

/** The cells between `|`; null where the line has only words with a stroke in them. */
function pipedCells(line: Line): Cell[] | null {
  const text = line.text.trimEnd();
  const strokes = text.split("|").length - 1;
  const framed = text.trimStart().startsWith("|") && text.endsWith("|");
  // A stroke alone ends a blank cell where each line is a cell; `公务接待费 | 8 |` is a row of two.
  if (strokes < (text.endsWith("|") ? 2 : 3)) return null;
  if (RULE.test(text)) return [];
  const cells: Cell[] = [];
  let from = framed ? text.indexOf("|") + 1 : 0;
  while (from <= text.length) {
    const stroke = text.indexOf("|", from);
    // A stroke at the end closes the last cell, and begins none.
    if (stroke === -1 && trimmed(text.slice(from)) === "") break;
    const to = stroke === -1 ? text.length : stroke;
    cells.push(cellBetween(line, from, to));
    from = to + 1;
  }
  return cells;
}

/** Index of the line behind the row that begins at `index`. */
function endOfRow(lines: readonly Line[], index: number): number {
  if (!/<tr\b/i.test(lines[index]?.text ?? "")) return index + 1;
  for (let at = index; at < Math.min(lines.length, index + ROW_LINES); at += 1) {
    const text = lines[at]?.text ?? "";
    if (/<\/tr/i.test(text)) return at + 1;
    if (at > index && /<tr\b|<\/table/i.test(text)) return at;
  }
  return index + 1;
}

function taggedCells(line: Line): Cell[] {
  const opens = [...line.text.matchAll(CELL_OPEN)];
  return opens.flatMap((open, order) => {
    const from = open.index + open[0].length;
    const limit = opens[order + 1]?.index ?? line.text.length;
    const close = line.text.slice(from, limit).search(/<\/t[dhr]/i);
    const cell = cellBetween(line, from, close === -1 ? limit : from + close);
    const span = Number(/colspan\s*=\s*["']?(\d{1,2})/i.exec(open[1] ?? "")?.[1] ?? "1");
    const rest = Math.min(Math.max(span, 1), MOST_COLUMNS) - 1;
    return [cell, ...Array.from({ length: rest }, () => ({ ...cell, text: "", raw: "", from: cell.to, to: cell.to }))];
  });
}

/** The trimmed cell without tags, entities and emphasis around its words. */
export function cellBetween(line: Line, from: number, to: number): Cell {
  const printed = line.text.slice(from, to);
  const blanked = printed
    .replace(TAG, (tag) => " ".repeat(tag.length))
    .replace(ENTITY, (entity) => " ".repeat(entity.length))
    .replace(/\*\*/g, "  ");
  const raw = trimmed(blanked);
  const start = raw === "" ? from : from + blanked.indexOf(raw);
  return { text: squeezed(raw), line: line.no, from: start, to: start + raw.length, raw };
}
