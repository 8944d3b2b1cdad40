import type { Line } from "../types.ts";
import type { Extent, HeaderCell, Segment } from "./aligned-header.ts";
import { pageFurniture } from "../page-furniture.ts";
import { columnAt, columnsUnder, headerRowsOf, pathsOf, wholeHeaders } from "./aligned-header.ts";
import type { AlignedLine } from "./aligned-labels.ts";
import { withWholeLabels } from "./aligned-labels.ts";
import { isCaptionRow } from "./blocks.ts";
import type { Cell, Row } from "./cells.ts";
import { hasWhite, squeezed } from "../white-space.ts";
import { isBlank, isFigure } from "./cells.ts";
import { isColumnNumbers } from "./header.ts";
import { isHeaderName } from "./header-names.ts";
import { withoutLetterSpacing } from "./letter-spacing.ts";
import { standardColumns } from "./standard-headers.ts";
import { inSummingColumns } from "./summing-columns.ts";

/** Blank lines, page numbers and running heads between two pages of a table. */
const GAP_LINES = 12;
const LONGEST_CELL = 40;
const MOST_SEGMENTS = 40;
const DIVIDED = /\S {2,}\S|\S\u3000+ *\S/;
const PROSE = /[。；！？]|[，,：:](?!\s?\d{3})/;
/** An amount with decimals or thousands, as no code and no number of a row is printed. */
const MONEY = /^[-－]?(?:\d{1,3}(?:[,，]\d{3})+(?:[.．]\d+)?|\d+[.．]\d{2})$/;
/** An amount in 元 without decimals: longer than a year and no code of a class. */
const WHOLE_YUAN = /^[-－]?(?![235]\d{4}(?:\d{2})?$)\d{5,15}$/;
const SPREAD = /^(?:项目|栏次|行次|金额|收入|支出|合计|总计|小计|科目|编码|名称)$/;
const CODE = /^\d{3}(?:\d{2}){0,2}$|^\d{2}$/;
const TOTAL = /^(?:合计|总计)$/;
const ENDS_RUN = /表(?:[（(].{1,8}[)）])?$|^第.{1,3}部分|^(?:注|说明|备注)\d?[:：]/;

/**
 * Rows that are laid out by blanks, as a PDF's text keeps them:
 *
 *     2080109       社会保险经办机构            10,703,264.41      9,183,264.41
 *     ^^^^^^^       ^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^      ^^^^^^^^^^^^
 *
 * Columns are where the rows with figures print something: pieces that lie above each other. What
 * a header prints belongs to the columns it stands over; names printed over several lines are put
 * together.
 *
 * @param free whether a line is not yet part of a row.
 * @returns rows by the number of their line; a header's rows stand before the first.
 */
export function alignedRows(
  lines: readonly Line[],
  free: (line: Line) => boolean,
): ReadonlyMap<number, { readonly rows: readonly Row[]; readonly end: number }> {
  const found = new Map<number, { rows: readonly Row[]; end: number }>();
  let run: AlignedLine[] = [];
  let gap = 0;
  let known: ReadonlySet<number> | null = null;
  /** A single piece of words directly below or above the rest of its table. */
  const isPiece = ({ no }: Line): boolean => {
    known ??= pageFurniture(lines);
    const furniture = known;
    const touches = [lines[no - 2], lines[no]].some(
      (other) => other !== undefined && other.text.trim() !== "" && !furniture.has(other.no),
    );
    return run.length > 0 && touches && !furniture.has(no);
  };
  const finish = (): void => {
    if (run.length === 0) return;
    for (const [no, row] of rowsOfRun(run)) found.set(no, row);
    run = [];
    gap = 0;
  };
  for (const line of lines) {
    if (!free(line)) {
      finish();
      continue;
    }
    // Most lines are running text: without blanks between pieces they only matter inside a table.
    if (run.length === 0 && !isDivided(line)) continue;
    const segments = segmentsOf(line);
    const text = squeezed(line.text);
    if (ENDS_RUN.test(text)) finish();
    else if (segments !== null && (segments.length > 1 || isPiece(line))) {
      run.push({ line, segments });
      gap = segments.length > 1 ? 0 : gap + 1;
    } else if (run.length > 0) {
      gap += 1;
      if (gap > GAP_LINES || PROSE.test(text)) finish();
    }
  }
  finish();
  return found;
}

/** Whether blanks keep pieces of a line apart, and not only the letters of a name: `合  计 310.50 290.00`. */
function isDivided(line: Line): boolean {
  if (!line.text.includes("  ") && !line.text.includes("\u3000")) return false;
  return DIVIDED.test(line.text) && DIVIDED.test(withoutLetterSpacing(line).text);
}

/** The pieces of a line, null for running text and for a line of nothing. */
function segmentsOf(line: Line): Segment[] | null {
  const { text } = line;
  if (text.length > 600 || text.trim() === "") return null;
  const segments: Segment[] = [];
  let column = 0;
  let open: { from: number; left: number; to: number; right: number } | null = null;
  let blanks = 0;
  const close = (): void => {
    if (open === null) return;
    const raw = text.slice(open.from, open.to);
    segments.push({
      cell: { text: squeezed(raw), line: line.no, from: open.from, to: open.to, raw },
      left: open.left,
      right: open.right,
    });
    open = null;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const wide = text.charCodeAt(at) >= 0x1100 ? 2 : 1;
    if (/\s/.test(character)) {
      blanks += wide;
      if (blanks >= 2) close();
    } else {
      blanks = 0;
      open ??= { from: at, left: column, to: at, right: column };
      open.to = at + 1;
      open.right = column + wide;
    }
    column += wide;
  }
  close();
  // A line that single blanks divide throughout is no line of columns.
  const pieces = segments.length < 2 ? segments : withSpacedWords(segments.flatMap(unspaced), text);
  if (pieces.length === 0 || pieces.length > MOST_SEGMENTS) return null;
  const isProse = pieces.some(({ cell }) => cell.text.length > LONGEST_CELL || /[。；]/.test(cell.text));
  return isProse || (pieces.length === 1 && PROSE.test(pieces[0]?.cell.text ?? "")) ? null : pieces;
}

/** Characters of the screen that a text takes. */
function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) >= 0x1100 ? 2 : 1;
  return width;
}

/** The part of a piece between two offsets in its printed characters. */
function partOf({ cell, left }: Segment, from: number, to: number): Segment {
  const raw = cell.raw.slice(from, to);
  const start = left + widthOf(cell.raw.slice(0, from));
  return {
    cell: { ...cell, text: squeezed(raw), raw, from: cell.from + from, to: cell.from + to },
    left: start,
    right: start + widthOf(raw),
  };
}

/** Printed characters between blanks; a figure's own blank behind its comma or point cuts it nowhere: `24, 618,402.35`. */
const WHOLE_TOKEN = /(?<![\S])\d[\d,，]*[,，.．] (?=\d)\S+|\S+/g;

/**
 * A piece cut where a name was too long for its column and left a single blank before or behind
 * an amount, and between headers that stand close: `差旅费 112,306.10 399 其他支出`, `事业收入 经营收入`.
 */
function unspaced(piece: Segment): Segment[] {
  // Nearly every piece is one word.
  if (!hasWhite(piece.cell.raw)) return [piece];
  const tokens = [...piece.cell.raw.matchAll(WHOLE_TOKEN)];
  if (tokens.length < 2) return [piece];
  const headers = tokens.every(([token]) => isHeaderName(token));
  const amount = (index: number): boolean => MONEY.test(tokens[index]?.[0] ?? "");
  const parts: Segment[] = [];
  let from = 0;
  tokens.forEach(({ index, 0: token }, at) => {
    const isLast = at === tokens.length - 1;
    if (!isLast && !headers && !amount(at) && !amount(at + 1)) return;
    parts.push(partOf(piece, from, index + token.length));
    from = tokens[at + 1]?.index ?? from;
  });
  return parts;
}

/** Words of two characters that are spread over their column: `项          目`. */
function withSpacedWords(pieces: readonly Segment[], text: string): Segment[] {
  const whole: Segment[] = [];
  for (const piece of pieces) {
    const before = whole.at(-1);
    if (before === undefined || !SPREAD.test(before.cell.text + piece.cell.text) || before.cell.text.length > 1) {
      whole.push(piece);
      continue;
    }
    const { from } = before.cell;
    whole[whole.length - 1] = {
      cell: {
        ...piece.cell,
        text: before.cell.text + piece.cell.text,
        from,
        raw: text.slice(from, piece.cell.to),
      },
      left: before.left,
      right: piece.right,
    };
  }
  return whole;
}

const hasFigure = ({ segments }: AlignedLine): boolean => segments.some(({ cell }) => isFigure(cell.text));

/** A line of the body: a figure that is no number of a column and no page number. */
function isBodyLine(line: AlignedLine): boolean {
  return hasFigure(line) && line.segments.length > 1 && !isColumnNumbers(rowOf(line.segments));
}

function rowOf(segments: readonly Segment[]): Row {
  return { line: segments[0]?.cell.line ?? 1, cells: segments.map(({ cell }) => cell) };
}

const NAME_AND_AMOUNT = /[\u4e00-\u9fa5）)] (?:\d{1,3} )?-?\d[\d,]*\.\d{2}(?:\s|$)/;

/** Whether a line without wider blanks names something and prints its amount, with or without the number of its row. */
function isSpacedRow({ segments: [only, another] }: AlignedLine): boolean {
  return only !== undefined && another === undefined && NAME_AND_AMOUNT.test(only.cell.raw);
}

type Group = [number, { rows: readonly Row[]; end: number }];

function rowsOfRun(run: readonly AlignedLine[]): Group[] {
  const isBody = run.map(isBodyLine);
  const first = isBody.indexOf(true);
  const last = isBody.lastIndexOf(true);
  if (first === -1) return [];
  // Names and amounts that single blanks keep apart: what other lines have more blanks for are lost cells.
  const spaced = run.filter(isSpacedRow).length;
  if (spaced > 0 && spaced * 2 >= isBody.filter(Boolean).length) return [];
  const body = run.slice(first, last + 1);
  const pages = pagesOf(body).map((lines) => ({ lines, columns: columnsOf(lines.filter(isBodyLine)) }));
  const count = pages[0]?.columns.length ?? 0;
  const shared = columnsOf(body.filter(isBodyLine));
  const ownColumns = pages.every(({ columns }) => columns.length === count) && count >= shared.length;
  const filled = ownColumns ? (pages[0]?.columns ?? []) : shared;
  if (filled.length < 2 || body.filter(isBodyLine).length < (filled.length >= 4 ? 1 : 2)) return [];

  // An amount and something else of one line in one column: the blanks do not keep the columns apart.
  if (body.some((line) => collides(line, filled))) return [];

  const head = run.slice(0, first);
  const captions = head.filter(({ segments }) => isCaptionRow(rowOf(segments)));
  const header = head.filter((line) => !captions.includes(line));
  const names = header.filter(({ segments }) => !isColumnNumbers(rowOf(segments)));
  const headers = wholeHeaders(names.map(({ segments }) => segments));
  const standard = standardUnder(filled, names, headers);
  const headed =
    standard?.map((path, index) => ({ extent: { ...(filled[index] as Extent) }, leaf: path.at(-1) ?? null })) ??
    columnsUnder(filled, headers);
  const columns = headed.map(({ extent }) => extent);
  const printed = new Set(header.flatMap(({ segments }) => segments.map(({ cell }) => cell.text)));
  const tail = run.slice(last + 1).filter(({ line }, index) => line.no === (run[last]?.line.no ?? 0) + index + 1);

  const groups: Group[] = captions.map(({ line, segments }) => [line.no, { rows: [rowOf(segments)], end: line.no }]);
  const start = header[0]?.line.no ?? body[0]?.line.no ?? 1;
  const paths = standard ?? pathsOf(headers, headed);
  const rows = headerRowsOf(paths, start);
  // A header repeated on the next page says nothing new.
  const isRepeated = ({ segments }: AlignedLine): boolean => segments.every(({ cell }) => printed.has(cell.text));
  for (const line of body) if (isRepeated(line)) groups.push([line.line.no, { rows: [], end: line.line.no }]);
  const placed = pages.flatMap(({ lines, columns: own }, index) =>
    [...lines, ...(index === pages.length - 1 ? tail.slice(0, 2) : [])]
      .filter((line) => !isRepeated(line))
      .map((line) => ({
        ...line,
        row: placedRow(line, pages.length > 1 && ownColumns && columns.length === filled.length ? own : columns),
      })),
  );
  const whole = withWholeLabels(inSummingColumns(placed, headed, paths), columns.length);
  header.forEach(({ line }, index) => groups.push([line.no, { rows: index === 0 ? rows : [], end: line.no }]));
  const withHeader = header.length > 0;
  whole.forEach(({ line, row }, index) => {
    const own = row.cells.every((cell) => cell.text === "") ? [] : [row];
    groups.push([line.no, { rows: !withHeader && index === 0 ? [...rows, ...own] : own, end: line.no }]);
  });
  return groups;
}

/**
 * The headers over columns of amounts alone, told by their letters and the columns' number where
 * not every column has one that stands over it; null where they are no table of the outline's.
 */
function standardUnder(
  columns: readonly Extent[],
  names: readonly AlignedLine[],
  headers: readonly HeaderCell[],
): HeaderCell[][] | null {
  const placed = columnsUnder(columns, headers);
  if (placed.length === columns.length && placed.every(({ leaf }) => leaf !== null)) return null;
  const header = names.flatMap(({ segments }) => segments.map(({ cell }) => cell));
  const paths = standardColumns(header, columns.length);
  return (
    paths?.map((path, index) =>
      path.flatMap((cell, level) =>
        cell === null ? [] : { cell, ...(columns[index] as Extent), top: level, bottom: level },
      ),
    ) ?? null
  );
}

function collides({ segments }: AlignedLine, columns: readonly Extent[]): boolean {
  const places = segments.map((segment) => columnAt(columns, segment));
  return segments.some(
    ({ cell }, index) =>
      (MONEY.test(cell.text) || WHOLE_YUAN.test(cell.text)) &&
      places.some((at, other) => other !== index && at === places[index]),
  );
}

/** The lines between form feeds: a page's columns may stand elsewhere than those of the page before. */
function pagesOf(lines: readonly AlignedLine[]): AlignedLine[][] {
  const pages: AlignedLine[][] = [[]];
  for (const line of lines) {
    if (line.line.text.includes("\f") && pages.at(-1)?.some(isBodyLine) === true) pages.push([]);
    pages.at(-1)?.push(line);
  }
  const empty = pages.findIndex((page) => !page.some(isBodyLine));
  return empty === -1 ? pages : [[...lines]];
}

/** The pieces of a line by column; two pieces of one column are one cell. */
function placedRow({ line, segments }: AlignedLine, columns: readonly Extent[]): Row {
  const cells: Cell[] = columns.map(() => ({
    text: "",
    line: line.no,
    from: line.text.length,
    to: line.text.length,
    raw: "",
  }));
  for (const segment of segments) {
    const at = columnAt(columns, segment);
    const before = cells[at];
    cells[at] =
      before === undefined || isBlank(before)
        ? segment.cell
        : {
            ...before,
            text: before.text + segment.cell.text,
            to: segment.cell.to,
            raw: line.text.slice(before.from, segment.cell.to),
          };
  }
  return { line: line.no, cells };
}

/**
 * Columns as the unions of pieces that overlap, from left to right: first those of figures, then
 * those of names beside them, so that a long name does not swallow a column of figures.
 */
function columnsOf(lines: readonly AlignedLine[]): Extent[] {
  const segments = lines.flatMap(({ segments: all }) => all);
  const isAmount = ({ cell }: Segment): boolean => isFigure(cell.text) && !CODE.test(cell.text);
  const amounts = unions(segments.filter(isAmount));
  const beside = segments.filter(
    (segment) =>
      !isAmount(segment) && !amounts.some((column) => column.left < segment.right && segment.left < column.right),
  );
  return [...amounts, ...withTotals(unions(beside), beside)].sort((a, b) => a.left - b.left);
}

/** 合计 stands at the left of a column whose codes end on its right: both are in that column. */
function withTotals(columns: readonly Extent[], segments: readonly Segment[]): Extent[] {
  const within = (column: Extent, pattern: RegExp): boolean =>
    segments.every(({ cell, left, right }) => right <= column.left || left >= column.right || pattern.test(cell.text));
  const found: Extent[] = [];
  for (const column of columns) {
    const last = found.at(-1);
    if (last !== undefined && within(last, TOTAL) && within(column, CODE)) last.right = column.right;
    else found.push({ ...column });
  }
  return found;
}

function unions(segments: readonly Extent[]): Extent[] {
  const columns: Extent[] = [];
  for (const { left, right } of [...segments].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last !== undefined && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}
