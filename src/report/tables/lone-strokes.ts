import type { Line } from "../types.ts";
import type { Cell, Row } from "./cells.ts";
import { isBlank, isFigure } from "./cells.ts";
import { isNameOfRows } from "./cell-run-header.ts";
import type { MarkedRows } from "./marked-rows.ts";
import { cellBetween } from "./marked-rows.ts";

/** A cell a line, each closed by a stroke, the last of a row by several; a blank cell and the beginning of a row are a stroke alone. */
const CLOSED = /^[^|]{0,200}\|[\s|]*$/;
/** What names the body and the unit above a header: no cells of the table. */
const CAPTION = /(?:金额)?单位[:：]\s*(?:人民币)?[百万亿]?元/;
const CAPTION_LINES = 6;
const LEAST_LINES = 12;
const LEAST_ROWS = 2;
const MOST_COLUMNS = 40;
const LEAST_FIGURES = 4;
/** Blank cells behind the last name that a page may have dropped. */
const MOST_LOST = 3;
const AMOUNT = /[.．]\d/;

/**
 * Tables of a web page that keep a line for every cell, and often one for the beginning of every row:
 *
 *     |                     |               begins the row
 *     合计 |                2080109 |
 *     |                     社会保险经办机构 |
 *     246.00 |              246.00 |
 *
 * A stroke alone is a blank cell or the beginning of a row; the width at which most rows begin with one, or at
 * which blank cells complete rows, and no column holds both words and amounts tells which.
 */
export function loneStrokeRows(lines: readonly Line[], free: (line: Line) => boolean): MarkedRows {
  const found = new Map<number, { rows: readonly Row[]; end: number }>();
  let from = 0;
  while (from < lines.length) {
    let end = from;
    for (; end < lines.length; end += 1) {
      const line = lines[end];
      if (line === undefined || !line.text.includes("|") || !CLOSED.test(line.text) || !free(line)) break;
    }
    if (end - from >= LEAST_LINES) {
      const printed = lines.slice(from, end);
      const caption = printed.slice(0, CAPTION_LINES).findLastIndex(({ text }) => CAPTION.test(text));
      const run = printed.slice(caption + 1);
      const rows = rowsOf(run.map(closedCell));
      if (rows !== null) found.set((run[0] as Line).no, { rows, end }); // a run of six lines and more has a first
    }
    from = Math.max(end, from + 1);
  }
  return found;
}

/** A cell and whether its row ends behind it. */
interface ClosedCell extends Cell {
  readonly endsRow: boolean;
}

function closedCell(line: Line): ClosedCell {
  const stroke = line.text.indexOf("|");
  const cell = cellBetween(line, 0, stroke);
  return { ...cell, endsRow: line.text.includes("|", stroke + 1) };
}

const isAlone = (cell: Cell | undefined): boolean => cell !== undefined && cell.text === "";

/** How a run of cells is cut into rows. */
interface Grid {
  readonly width: number;
  readonly rows: number;
  /** 1 where a stroke alone begins each row. */
  readonly lead: number;
}

/** Header and body; null where no width makes rows. */
function rowsOf(printed: readonly ClosedCell[]): Row[] | null {
  const { cells, width, rows, lead } = withWholeLastRow(printed);
  if (rows === 0) return null;
  const start = cells.length - rows * (width + lead);
  const body = Array.from({ length: rows }, (_, index) => {
    const at = start + index * (width + lead) + lead;
    return rowOf(cells.slice(at, at + width));
  });
  const head = cells.slice(0, start);
  if (lead === 1) return [...headerRows(head), ...body];
  const total = head.findLastIndex(({ text }) => TOTAL.test(text));
  const figures = total === -1 ? [] : head.slice(total + 1);
  if (figures.length === 0 || figures.length >= width || !figures.every(({ text }) => text === "" || isFigure(text)))
    return [...headerGrid(head, width), ...body];
  // 合计 spans the columns that name the rows below it.
  const [first] = figures;
  const spanned = Array.from({ length: width - 1 - figures.length }, () => blankBefore(first as Cell)); // figures has one
  return [...headerGrid(head.slice(0, total), width), rowOf([head[total] as Cell, ...spanned, ...figures]), ...body];
}

/** The cells with the blank ones that the last row lost: no row of figures ends with its name. */
function withWholeLastRow(cells: readonly ClosedCell[]): Grid & { readonly cells: readonly ClosedCell[] } {
  let best = { cells, ...gridOf(cells) };
  const last = cells.at(-1);
  if (last === undefined || last.text === "" || isFigure(last.text)) return best;
  for (let lost = 1; lost <= MOST_LOST; lost += 1) {
    const blanks = Array.from({ length: lost }, () => ({ ...blankBefore(last), endsRow: false }));
    const whole = [...cells, ...blanks];
    const grid = gridOf(whole);
    // The header, the rows and what was lost make it one whole table.
    if (grid.width > lost && grid.rows > best.rows && whole.length % grid.width === 0) best = { cells: whole, ...grid };
  }
  return best;
}

/** The width at which most cells stand in rows; no rows where there is none. */
function gridOf(cells: readonly ClosedCell[]): Grid {
  let best: Grid = { width: 0, rows: 0, lead: 1 };
  // Where rows begin with a stroke, the first does.
  const leads = isAlone(cells[0]) ? [1, 0] : [0, 1];
  for (const lead of cells.some(isAlone) ? leads : []) {
    if (best.rows > 0 && lead === 1) break;
    for (let width = 2; width <= MOST_COLUMNS && width + lead < cells.length; width += 1) {
      const rows = lead === 1 ? rowsFromEnd(cells, width) : wholeRowsFromEnd(cells, width);
      const isMore = worth(cells, width, rows, lead) > worth(cells, best.width, best.rows, best.lead);
      const isTwice = lead === 0 && rows * width === best.rows * best.width && isHeaderRepeated(cells, width, rows);
      if (rows >= LEAST_ROWS && (isMore || isTwice)) best = { width, rows, lead };
    }
  }
  return best.rows > 0 ? best : onlyRow(cells);
}

/** How many cells rows of that width take; more where the whole table is as wide. */
function worth(cells: readonly ClosedCell[], width: number, rows: number, lead: number): number {
  const taken = rows * (width + lead);
  const isWhole = lead === 0 && cells.length % width === 0 && !cells.some(({ endsRow }) => endsRow);
  return isWhole ? 1.5 * taken : taken;
}

const TOTAL = /^(?:合计|总计)$/;
/** A sum's name may begin where codes stand in the rows above it. */
const SUM = /(?:合计|总计|栏次)$/;
const blankBefore = <Kind extends Cell>(cell: Kind): Kind => ({ ...cell, text: "", raw: "", to: cell.from });

/** Whether the cells above a body of that width print the same headers over each of its parts: 项目 预算数 项目 预算数. */
function isHeaderRepeated(cells: readonly ClosedCell[], width: number, rows: number): boolean {
  const start = cells.length - rows * width;
  const header = cells.slice(start - width, start).map(({ text }) => text);
  return [2, 3].some(
    (parts) =>
      width % parts === 0 &&
      header.length === width &&
      header.every((text, at) => text === header[(at + width / parts) % width]),
  );
}

/** The width of a table of one row of figures, whose header is as wide. */
function onlyRow(cells: readonly Cell[]): Grid {
  const first = cells.findIndex(({ text }) => isFigure(text) && AMOUNT.test(text));
  for (let width = cells.length - first; first > 0 && width <= MOST_COLUMNS && width < cells.length; width += 1) {
    const row = cells.slice(cells.length - width);
    if (!row.every(({ text }) => text === "" || isFigure(text))) break;
    if (cells.length % width === 0 && row.length >= LEAST_FIGURES) return { width, rows: 1, lead: 0 };
  }
  return { width: 0, rows: 0, lead: 0 };
}

/** How many rows of that width there are, counted from the end, where nothing begins a row. */
function wholeRowsFromEnd(cells: readonly Cell[], width: number): number {
  const kinds = new Map<number, "words" | "number">();
  let rows = 0;
  let amounts = 0;
  for (let end = cells.length; end - width >= 0; end -= width) {
    const row = cells.slice(end - width, end);
    // Every row has a name, and none of the header's.
    const words = row.filter((cell) => !isBlank(cell) && !isFigure(cell.text));
    if (words.length === 0 || words.some(({ text }) => text.length > 1 && isNameOfRows(text))) break;
    const own = row.map((cell) =>
      isBlank(cell) || SUM.test(cell.text) ? null : isFigure(cell.text) ? "number" : "words",
    );
    if (own.some((kind, column) => kind !== null && (kinds.get(column) ?? kind) !== kind)) break;
    own.forEach((kind, column) => {
      if (kind !== null) kinds.set(column, kind);
    });
    amounts += row.filter(({ text }) => isFigure(text) && AMOUNT.test(text)).length;
    rows += 1;
  }
  return amounts > 0 && [...kinds.values()].includes("words") ? rows : 0;
}

/** The header of a body without beginnings of rows: as wide as the body, or merged cells written once. */
function headerGrid(cells: readonly ClosedCell[], width: number): Row[] {
  if (cells.length % width === 0 && !cells.some(({ endsRow }) => endsRow))
    return Array.from({ length: cells.length / width }, (_, index) =>
      rowOf(cells.slice(index * width, (index + 1) * width)),
    );
  const rows: Cell[][] = [[]];
  for (const cell of cells) {
    if (cell.text !== "") rows.at(-1)?.push(cell);
    if (cell.endsRow) rows.push([]);
  }
  const printed = rows.filter((row) => row.length > 0);
  // 序号 stands before the rows of the header below it too.
  const isNumbered = ORDINALS.test(printed[0]?.[0]?.text ?? "");
  return printed.map((row, index) => {
    const [first] = row;
    if (first === undefined) return rowOf(row);
    const own = isNumbered && (index === 0 || row.length < width) ? [index === 0 ? first : blankBefore(first)] : [];
    const rest = isNumbered && index === 0 ? row.slice(1) : row;
    const half = (width - own.length) / 2;
    const areSides = rest.length === 2 && /^收入/.test(rest[0]?.text ?? "") && /^支出/.test(rest[1]?.text ?? "");
    const spread = (cell: Cell): Cell[] => [cell, ...Array.from({ length: half - 1 }, () => blankBefore(cell))];
    return rowOf([...own, ...(areSides && Number.isInteger(half) ? rest.flatMap(spread) : rest)]);
  });
}

/** How many rows of that width there are, counted from the end. */
function rowsFromEnd(cells: readonly Cell[], width: number): number {
  const kinds = new Map<number, "words" | "amount">();
  let rows = 0;
  for (let end = cells.length; end - width - 1 >= 0; end -= width + 1) {
    if (!isAlone(cells[end - width - 1])) break;
    const row = cells.slice(end - width, end);
    if (row.every(isAlone)) break;
    const clashes = row.some((cell, column) => {
      const kind = kindOf(cell);
      const known = kinds.get(column);
      if (kind === null) return false;
      if (known === undefined) kinds.set(column, kind);
      return known !== undefined && known !== kind;
    });
    if (clashes) break;
    rows += 1;
  }
  return rows;
}

function kindOf({ text }: Cell): "words" | "amount" | null {
  if (isFigure(text)) return AMOUNT.test(text) ? "amount" : null;
  return /[\u4e00-\u9fa5]{2}/.test(text) ? "words" : null;
}

const ORDINALS = /^(?:序号|行次)$/;

/** The words between strokes alone: merged cells of a header are written once. */
function headerRows(cells: readonly Cell[]): Row[] {
  const rows: Cell[][] = [[]];
  for (const cell of cells) {
    if (isAlone(cell)) rows.push([]);
    else rows.at(-1)?.push(cell);
  }
  return rows.filter((row) => row.length > 0).map(rowOf);
}

function rowOf(cells: readonly Cell[]): Row {
  return { line: cells.find(({ text }) => text !== "")?.line ?? cells[0]?.line ?? 1, cells };
}
