import type { Line } from "../types.ts";
import { isWhiteText } from "../white-space.ts";
import { blankDivided } from "./blank-divided.ts";
import type { Cell, Row } from "./cells.ts";
import { isFigure } from "./cells.ts";
import { staffOfColumn } from "./staff-meaning.ts";

const NUMBER = /^序号$/;
const NAME = /^(?:预算|下属|所属)?(?:单位|部门|机构)(?:全称|名称)?$|^名称$/;
/** What is told of a body beside its name and its staff. */
const KIND = /^(?:单位|机构|经费|预算)?(?:性质|类型|类别|级次|级别|层级|规格|编码|代码|来源|形式|方式)$/;
const COUNTS = /^(?:内设机构|科室)(?:数|个数)?$|人数$/;
const TOTAL = /^(?:合计|总计|小计)$/;
const MOST_COLUMNS = 12;
const LEAST_ROWS = 2;
const LONGEST_CELL = 40;

interface Bodies {
  readonly rows: readonly Row[];
  readonly end: number;
}

type Role = "number" | "word" | "figure";

function roleOf({ text }: Cell): Role | null {
  if (NUMBER.test(text)) return "number";
  if (NAME.test(text) || KIND.test(text)) return "word";
  return staffOfColumn(text) !== null || COUNTS.test(text) ? "figure" : null;
}

/**
 * Tables of bodies and their staff that no tab divides, in single blanks or one cell a line:
 *
 *     序号 单位名称 单位性质 编制人数 在职人数
 *     1 东山市水务局本级 行政单位 45 42
 *     合计 120 112
 *
 * A row that lost a cell gives no columns to its figures: the table ends before it.
 */
export function untabbedBodies(lines: readonly Line[], free: (line: Line) => boolean): ReadonlyMap<number, Bodies> {
  const found = new Map<number, Bodies>();
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line; // index < length
    if (!/序号|单位|部门|名称/.test(line.text.slice(0, LONGEST_CELL)) || !free(line)) continue;
    const bodies = bodiesAt(lines, index, free);
    if (bodies === null) continue;
    found.set(index + 1, bodies);
    index = bodies.end - 1;
  }
  return found;
}

function bodiesAt(lines: readonly Line[], at: number, free: (line: Line) => boolean): Bodies | null {
  const cells = new Cells(lines, at, free);
  const header: Cell[] = [];
  const roles: Role[] = [];
  for (let cell = cells.next(); cell !== null && header.length < MOST_COLUMNS; cell = cells.next()) {
    const role = roleOf(cell);
    if (role === null) {
      cells.back();
      break;
    }
    header.push(cell);
    roles.push(role);
    cells.taken();
  }
  if (!header.some(({ text }) => NAME.test(text)) || !header.some(({ text }) => staffOfColumn(text) !== null))
    return null;
  const rows: Row[] = [];
  for (let row = rowOf(cells, roles); row !== null; row = rowOf(cells, roles)) {
    rows.push(row);
    cells.taken();
  }
  return rows.length < LEAST_ROWS ? null : { rows: [{ line: at + 1, cells: header }, ...rows], end: cells.end };
}

/** The next cells as a row; null where they are none, or where one is lost. */
function rowOf(cells: Cells, roles: readonly Role[]): Row | null {
  const printed: Cell[] = [];
  for (const role of roles) {
    const cell = cells.next();
    if (cell === null) return null;
    const [first] = printed;
    // 合计 stands in the place of number, name and kind.
    if (role === "word" && printed.length > 0 && isFigure(cell.text) && isTotal(printed)) {
      cells.back();
      printed.push(blankAt(cell));
    } else if (fits(role, cell)) printed.push(cell);
    else return null;
    if (first === undefined && cell.text.length > LONGEST_CELL) return null;
  }
  const [first] = printed;
  return first === undefined || !cells.endsRow ? null : { line: first.line, cells: printed };
}

function fits(role: Role, { text }: Cell): boolean {
  if (role === "number") return isFigure(text) || TOTAL.test(text);
  return role === "word" ? !isFigure(text) : isFigure(text) || /^[-—－–]+$/.test(text);
}

const isTotal = (printed: readonly Cell[]): boolean => printed.some(({ text }) => TOTAL.test(text));
const blankAt = (cell: Cell): Cell => ({ ...cell, text: "", raw: "", to: cell.from });

/** The cells of lines one after the other, blank lines passed over; ends with a line that is not free or is a sentence. */
class Cells {
  readonly #lines: readonly Line[];
  readonly #free: (line: Line) => boolean;
  #line: number;
  #cells: readonly Cell[] = [];
  #next = 0;
  /** Index of the first line behind what was taken. */
  end: number;

  constructor(lines: readonly Line[], at: number, free: (line: Line) => boolean) {
    this.#lines = lines;
    this.#free = free;
    this.#line = at;
    this.end = at;
  }

  next(): Cell | null {
    while (this.#next >= this.#cells.length) {
      const line = this.#lines[this.#line];
      if (line === undefined || !this.#free(line) || /[|。；，]/.test(line.text)) return null;
      this.#line += 1;
      this.#cells = isWhiteText(line.text) ? [] : blankDivided(line);
      this.#next = 0;
    }
    const cell = this.#cells[this.#next] ?? null;
    this.#next += 1;
    return cell;
  }

  back(): void {
    this.#next -= 1;
  }

  /** Whether the last cell ended its line: a row never stops within one. */
  get endsRow(): boolean {
    return this.#next >= this.#cells.length;
  }

  taken(): void {
    this.end = this.#line;
  }
}
