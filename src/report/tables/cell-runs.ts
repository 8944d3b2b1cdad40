import { Decimal } from "../../domain/decimal.ts";
import type { Line } from "../types.ts";
import { rowsOfUnits } from "./cell-run-body.ts";
import type { Tells } from "./cell-run-body.ts";
import { isTwoSided, isValue, unitsOf, unitsOfLines } from "./cell-run-units.ts";
import { headerEnd } from "./cell-run-header.ts";
import type { Cell, Row } from "./cells.ts";
import { emptyTableRows, LEAST_HEADERS } from "./empty-runs.ts";
import { mayBeginHeaderNames } from "./header-names.ts";
import { isWhite, squeezed } from "../white-space.ts";
import { isFigure } from "./cells.ts";
import { isClassName, splitFragments } from "./label-fragments.ts";
import { isTableName } from "./names.ts";
import { isAmount, isDivided, spacedCells, wholeCell } from "./spaced-cells.ts";
import { spacedFormRows } from "./spaced-forms.ts";

/** Longer lines are prose. */
const LONGEST_CELL = 40;
const LONGEST_LINE = 200;
const PROSE = /[。；;！？!?]|[，,](?!\d{3})/;
/** What stands above, below and between tables, and is no cell. */
const NO_CELL =
  /^(?:公开.{0,6}表|[财预决附]?.{0,4}表[一二三四五六七八九十\d-]{1,4}|(?:财决|预算|决算)?公开?\d{1,2}表|注\d*[:：]|说明[:：]|备注[:：]|(?:金额)?单位[:：]|(?:编制|填报|预算|公开)?(?:部门|单位)(?:[（(]单位[)）])?(?:名称)?[:：]|第.{1,3}(?:部分|章)|附件|[-—－–]+\d{1,4}[-—－–]+|第\d{1,4}页.*|20\d{2}年度?$)/;
const CODE = /^\d{3}(?:\d{2}){0,2}$/;
const LEVEL = /^\d{2}$/;
const LEAST_FIGURES = 4;
/** So many lines that are a row each make a run of rows. */
const LEAST_ROWS = 2;

/** A table without figures has no more lines than its header. */
const LONGEST_EMPTY = 40;

/** A line of a run: the row that it is, and the one cell that it is where each line is a cell. */
interface RunLine {
  readonly no: number;
  readonly cells: readonly Cell[];
  readonly whole: Cell;
}

/** A run of lines and what follows. */
interface Run {
  readonly from: number;
  readonly lines: readonly RunLine[];
  readonly end: number;
  /** Rows of a table without figures. */
  readonly empty?: readonly Row[];
}

/**
 * Tables that a web page or a PDF left without tabs, one cell a line or one row a line with single
 * blanks:
 *
 *     2080109                     2080109 社会保险经办机构 2475.87 1835.72
 *     社会保险经办机构
 *     2475.87
 *     1835.72
 *
 * A run of short lines with enough amounts among them is such a table. Blank cells are lost: what
 * the header, the sums and the text elsewhere cannot place keeps no column.
 */
export function cellRuns(
  lines: readonly Line[],
  free: (line: Line) => boolean,
): ReadonlyMap<number, { readonly rows: readonly Row[]; readonly end: number }> {
  const found = new Map<number, { rows: readonly Row[]; end: number }>();
  const tells = tellsOf(lines);
  for (const run of runsOf(lines, free)) {
    const rows = run.empty ?? rowsOf(run.lines, tells);
    if (rows.length > 0) found.set(run.from + 1, { rows, end: run.end });
  }
  return found;
}

function runsOf(lines: readonly Line[], free: (line: Line) => boolean): Run[] {
  const runs: Run[] = [];
  let open: RunLine[] = [];
  let from = 0;
  const finish = (): void => {
    if (open.length === 0) return;
    const last = open.findLastIndex((line) => line.cells.some((cell) => isFigure(cell.text)));
    const kept = open.slice(0, last + 1);
    const cells = kept.flatMap((line) => line.cells);
    const amounts = cells.filter((cell) => isAmount(cell.text)).length;
    const count = cells.filter((cell) => !isValue(cell) || isFigure(cell.text)).length;
    // Where rows are numbered or stand side by side most cells may be blank, and blanks are lost.
    const isSummary = isTwoSided(cells) || cells.some((cell) => /^(?:行次|栏次\d*)$/.test(cell.text));
    if (amounts >= LEAST_FIGURES && (isSummary || amounts * 6 >= count)) {
      runs.push({ from, lines: kept, end: kept.at(-1)?.no ?? from });
    } else if (amounts === 0 && open.length <= LONGEST_EMPTY) {
      const empty = emptyTableRows(
        open.flatMap((line) => line.cells),
        lines,
        from,
      );
      if (empty !== null) runs.push({ from, lines: open, end: open.at(-1)?.no ?? from, empty });
    }
    open = [];
  };
  for (const { from: first, to } of stretchesOf(lines, free)) {
    for (let index = first; index < to; index += 1) {
      const line = lines[index] as Line; // index < to <= length
      if (isStrokes(line.text)) continue;
      const read = runLineOf(line);
      if (read === null) {
        finish();
        continue;
      }
      if (open.length === 0) from = index;
      open.push(read);
    }
    finish();
  }
  return runs;
}

/** Lines by index, `to` exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Free lines one after the other that are no prose and have points and commas enough for the amounts of a table,
 * or pieces enough for the header of an empty one. Most headings of a report stand in no such stretch
 * and need no closer look.
 */
function stretchesOf(lines: readonly Line[], free: (line: Line) => boolean): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = -1;
  let points = 0;
  let pieces = 0;
  const end = (to: number): void => {
    if (points >= LEAST_FIGURES || pieces >= LEAST_HEADERS) stretches.push({ from, to });
    from = -1;
    points = 0;
    pieces = 0;
  };
  lines.forEach((line, index) => {
    const { text } = line;
    // A web page's table may keep nothing of its rows but strokes: `246 |`, `|`.
    if (isStrokes(text)) return;
    if (!free(line) || text.length > LONGEST_LINE || PROSE.test(text)) {
      if (from !== -1) end(index);
      return;
    }
    if (from === -1) from = index;
    points += pointsIn(text);
    const words = text.trim();
    pieces += /[\s|]/.test(words) || mayBeginHeaderNames(words) ? LEAST_HEADERS : 1;
  });
  if (from !== -1) end(lines.length);
  return stretches;
}

/** Points, commas (prose with commas is no part of a stretch): every amount has one. */
function pointsIn(text: string): number {
  let points = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x2e || code === 0x2c || code === 0xff0e || code === 0xff0c) points += 1;
  }
  return points;
}

/** Whether a line has nothing but strokes and blanks. */
function isStrokes(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x7c && code !== 0xff5c && !isWhite(code)) return false;
  }
  return true;
}

/** A line of a stretch as cell or row, null for prose and for what stands between tables. */
function runLineOf(line: Line): RunLine | null {
  const whole = wholeCell(line);
  const { text } = whole;
  if (text === "" || PROSE.test(text) || NO_CELL.test(text) || isTableName(line.text)) return null;
  const cells = spacedCells(line);
  if (cells === null || cells.some((cell) => cell.text.length > LONGEST_CELL)) return null;
  return { no: line.no, cells, whole };
}

function rowsOf(lines: readonly RunLine[], tells: Tells): readonly Row[] {
  const divided = lines.filter(({ cells }) => isDivided(cells));
  const areRows = divided.length >= LEAST_ROWS || divided.some(({ cells }) => cells.length >= LEAST_FIGURES);
  if (!areRows) {
    const cells = lines.map(({ whole }) => whole);
    const start = headerEnd(cells);
    const header = cells.slice(0, start);
    return rowsOfUnits(header, unitsOf(header, cells.slice(start)), tells);
  }
  const form = spacedFormRows(lines.map(({ cells }) => cells));
  if (form !== null) return form;
  const start = headerEnd(lines.flatMap(({ cells }) => cells));
  const header: Cell[] = [];
  const body: (readonly Cell[])[] = [];
  for (const { cells } of lines) {
    const room = start - header.length;
    if (room > 0) header.push(...cells.slice(0, room));
    if (cells.length > room) body.push(room > 0 ? cells.slice(room) : cells);
  }
  // Where numbers of lines cannot be told from the figures they run into, no figure is sure.
  if (header.some((cell) => /行次/.test(cell.text)) && !withoutGluedNumbers(header, body)) return [];
  const rows = isTwoSided(header) ? body : withWholeLabels(header, body);
  return rowsOfUnits(header, unitsOfLines(header, rows), tells);
}

/**
 * Takes line numbers off the figures that they are run together with: `八、其他收入812.60` is line 8 of
 * a table with a column 行次. Only where the numbers count on from row to row.
 *
 * @returns false where figures and numbers are run together and do not count on.
 */
function withoutGluedNumbers(header: readonly Cell[], body: (readonly Cell[])[]): boolean {
  const glued = body.map((cells) =>
    cells.flatMap((cell, index) => {
      const before = cells[index - 1];
      return before !== undefined && isFigure(cell.text) && !isFigure(before.text) && before.to === cell.from
        ? [index]
        : [];
    }),
  );
  for (const side of isTwoSided(header) ? [0, 1] : []) {
    const places = glued.flatMap((indexes, row) => {
      // A row with one figure has it on the right: what is longer is the list of expenditure.
      const index = indexes.length === 1 && side === 1 ? indexes[0] : indexes.length === 1 ? undefined : indexes[side];
      const cell = index === undefined ? undefined : body[row]?.[index];
      return index === undefined || cell === undefined ? [] : [{ row, index, cell }];
    });
    const [first] = places;
    if (first === undefined || places.length < LEAST_FIGURES) continue;
    const start = [1, 2]
      .map((digits) => Number(first.cell.text.slice(0, digits)))
      .find((number) => places.every(({ row, cell }) => cell.text.startsWith(String(number + row - first.row))));
    if (start === undefined) return false;
    for (const { row, index, cell } of places) {
      const length = String(start + row - first.row).length;
      const raw = cell.raw.slice(length);
      const rest: Cell = { ...cell, text: cell.text.slice(length), raw, from: cell.from + length };
      body[row] = (body[row] ?? []).map((other, at) => (at === index ? rest : other));
      // The number of the empty left half stands alone before the name.
      if (/^\d{1,2}$/.test(body[row][0]?.text ?? ""))
        body[row] = body[row].map((other, at) => (at === 0 ? { ...other, text: "-" } : other));
    }
  }
  return true;
}

const OWN_ROW =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、]|其中[:：]|合计|总计|本年|上年|年初|年末)/;

/** Whether a line is only a piece of a name: no figure, no code, no beginning of a row. */
function isPiece(cells: readonly Cell[]): boolean {
  const text = cells.map((cell) => cell.text).join("");
  return cells.every((cell) => !isValue(cell)) && !OWN_ROW.test(text) && !isClassName(text);
}

/** Rows with their names put together that were printed over several lines, around their figures. */
function withWholeLabels(header: Cell[], body: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  const pieces: (readonly Cell[])[][] = [[]];
  for (const cells of body) {
    if (isPiece(cells)) pieces.at(-1)?.push(cells);
    else {
      rows.push(cells);
      pieces.push([]);
    }
  }
  if (pieces.every((gap) => gap.length === 0)) return body;
  const textOf = (cells: readonly Cell[]): string => cells.map((cell) => cell.text).join("");
  const nameOf = (cells: readonly Cell[]): string =>
    textOf(cells.filter((cell) => !isValue(cell) || (!/[.．]/.test(cell.text) && cell.text.length > 7)));
  const splits = splitFragments(
    rows.map(nameOf),
    pieces.map((gap) => gap.map(textOf)),
  );
  header.push(...(pieces[0] ?? []).slice(0, splits[0] ?? 0).flat());
  return rows.map((cells, index) => {
    const above = (pieces[index] ?? []).slice(splits[index] ?? 0).flat();
    const below = (pieces[index + 1] ?? []).slice(0, splits[index + 1] ?? 0).flat();
    if (above.length + below.length === 0) return cells;
    const at = cells.findIndex((cell) => !isValue(cell));
    const end = at === -1 ? cells.findIndex((cell) => !CODE.test(cell.text) && !LEVEL.test(cell.text)) : at;
    const own = at === -1 ? [] : cells.slice(at, at + 1);
    const parts = [...above, ...own, ...below];
    const [first] = own.length > 0 ? own : parts;
    const split = end === -1 ? cells.length : end;
    if (first === undefined) return cells;
    const label: Cell = { ...first, text: textOf(parts) };
    return [...cells.slice(0, split), label, ...cells.slice(split + own.length)];
  });
}

const TEN_THOUSANDTH = Decimal.power(-4);

/** Whether the text says a name and, directly behind it, a figure: «基本支出612.50万元», also where the table is in 元. */
function tellsOf(lines: readonly Line[]): Tells {
  let text: string | null = null;
  const known = new Map<string, readonly string[]>();
  return (name, figure) => {
    const printed = figure.replace(/[,，]/g, "");
    if (name.length < 3 || !/^\d+(?:\.\d+)?$/.test(printed)) return false;
    text ??= lines.map((line) => squeezed(line.text)).join("");
    let figures = known.get(name);
    if (figures === undefined) {
      figures = figuresBehind(text, name);
      known.set(name, figures);
    }
    const inTenThousands = Decimal.of(printed).times(TEN_THOUSANDTH);
    return figures.some(
      (told) =>
        told === printed ||
        (!/^[0.]+$/.test(told) &&
          (Decimal.of(told).eq(Decimal.of(printed)) ||
            Decimal.of(told).eq(inTenThousands.round(told.split(".")[1]?.length ?? 0)))),
    );
  };
}

function figuresBehind(text: string, name: string): readonly string[] {
  const found = new Set<string>();
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const behind = text.slice(at + name.length, at + name.length + 30);
    const number = /^(?:决算|支出|收入|预算|数|为|是|共计|[:：，,])*(\d[\d,]*(?:\.\d+)?)/.exec(behind)?.[1];
    if (number !== undefined) found.add(number.replaceAll(",", ""));
  }
  return [...found];
}
