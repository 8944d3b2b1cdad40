import type { Line } from "../types.ts";
import { isWhiteText } from "../white-space.ts";
import type { Cell, Row } from "./cells.ts";
import { isAmount, isFigure } from "./cells.ts";
import { blankDivided } from "./blank-divided.ts";

const COUNT = /^(?:采购|购置|配置)?数量$/;
const PRICE = /^单价/;
const MEASURED_IN = /^(?:计量|数量)?单位$/;
const LEAST_COLUMNS = 3;
const MOST_COLUMNS = 20;
const LEAST_ROWS = 2;
/** Words before the figures of a row. */
const MOST_NAMES = 6;

interface List {
  readonly rows: readonly Row[];
  readonly end: number;
}

/**
 * Lists of what is bought or owned that only single blanks divide, with a column that counts:
 *
 *     采购项目 采购目录 计量单位 数量 总计 一般公共预算 政府性基金
 *     合计 52.50 52.50
 *     办公设备购置 台式计算机 台 10 5.00 5.00
 *                                ^^ ^^^^ ^^^^ number, total, first source of money
 *
 * Blank cells are lost. A number of things is told from money by its place behind the names; of money the first
 * is the total, and what is as much as the total is its first part. Other figures get no column.
 */
export function untabbedLists(lines: readonly Line[], free: (line: Line) => boolean): ReadonlyMap<number, List> {
  const found = new Map<number, List>();
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line; // index < length
    if (!line.text.includes("数量") || !free(line) || line.text.includes("|")) continue;
    const header = blankDivided(line);
    if (header.length < LEAST_COLUMNS || header.length > MOST_COLUMNS || !header.some(({ text }) => COUNT.test(text)))
      continue;
    if (header.some(({ text }) => /\d|[，。；]/.test(text))) continue;
    const list = listBelow(lines, index, header, free);
    if (list === null) continue;
    found.set(index + 1, list);
    index = list.end - 1;
  }
  return found;
}

function listBelow(
  lines: readonly Line[],
  at: number,
  header: readonly Cell[],
  free: (line: Line) => boolean,
): List | null {
  const rows: Row[] = [];
  let end = at + 1;
  for (let index = at + 1; index < lines.length; index += 1) {
    const line = lines[index] as Line; // index < length
    if (isWhiteText(line.text)) continue;
    const row = free(line) ? rowOf(blankDivided(line), header) : null;
    if (row === null) break;
    rows.push(row);
    end = index + 1;
  }
  return rows.length < LEAST_ROWS ? null : { rows: [{ line: at + 1, cells: header }, ...rows], end };
}

/** A line's cells below those of the header; null for a line that is no row of the list. */
function rowOf(cells: readonly Cell[], header: readonly Cell[]): Row | null {
  const first = cells.findIndex(({ text }) => isFigure(text));
  const figures = first === -1 ? [] : cells.slice(first);
  const [label, ...names] = first === -1 ? [] : cells.slice(0, first);
  if (label === undefined || names.length > MOST_NAMES || !figures.every(({ text }) => isFigure(text))) return null;
  const columns = placed(figures, header);
  if (columns === null) return null;
  const empty: Cell = { ...label, text: "", raw: "", to: label.from };
  const row = header.map((_, index) => columns.get(index) ?? empty);
  const count = header.findIndex(({ text }) => COUNT.test(text));
  const unit = header.findIndex(({ text }) => MEASURED_IN.test(text));
  row[0] = label;
  if (unit > 0 && names.length > 0 && columns.has(count)) row[unit] = names.pop() ?? empty;
  const free = header.flatMap((_, index) => (index > 0 && index < count && index !== unit ? [index] : []));
  names.slice(0, free.length).forEach((name, index) => {
    row[free[index] ?? 0] = name;
  });
  return { line: label.line, cells: row };
}

/** The figures by the index of their column; null where there are more than columns. */
function placed(figures: readonly Cell[], header: readonly Cell[]): ReadonlyMap<number, Cell> | null {
  const count = header.findIndex(({ text }) => COUNT.test(text));
  const values = header.flatMap((_, index) =>
    index >= count && !MEASURED_IN.test(header[index]?.text ?? "") ? [index] : [],
  );
  if (figures.length > values.length) return null;
  if (figures.length === values.length) return new Map(values.map((index, at) => [index, figures[at] as Cell])); // as many
  const found = new Map<number, Cell>();
  const rest = [...figures];
  const take = (index: number): void => {
    const next = rest.shift();
    if (next !== undefined) found.set(index, next);
  };
  const [one] = figures;
  // A row that counts nothing has money alone: 合计, 资产总额.
  if (one !== undefined && !isAmount(one.text) && figures.length > 1) take(count);
  const price = values.find((index) => PRICE.test(header[index]?.text ?? ""));
  if (found.size > 0 && price !== undefined && rest.length > 1) take(price);
  const [total, ...parts] = values.filter((index) => index !== count && index !== price);
  if (total === undefined) return found;
  const [whole, part, ...others] = rest;
  if (whole !== undefined) found.set(total, whole);
  if (part !== undefined && others.length === 0 && part.text === whole?.text && parts[0] !== undefined) {
    found.set(parts[0], part);
  } else if (rest.length === parts.length + 1) {
    parts.forEach((index, at) => {
      const cell = rest[at + 1];
      if (cell !== undefined) found.set(index, cell);
    });
  }
  return found;
}
