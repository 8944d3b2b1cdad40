import type { HeaderPath } from "./cell-run-header.ts";
import { columnsOfHeader } from "./cell-run-header.ts";
import type { Cell, Row } from "./cells.ts";
import { isFigure } from "./cells.ts";

/** A label with the figures that follow it. */
export interface Unit {
  readonly codes: Cell[];
  label: Cell | null;
  readonly figures: Cell[];
  /** In a table of two sides. */
  side: "left" | "right";
}

const CODE = /^\d{3}(?:\d{2}){0,2}$/;
const LEVEL = /^\d{2}$/;
const SMALL = /^\d{1,3}$/;
const SPENDING = /支出|结余分配|结转下年|年[末终]/;

/** Whether income and expenditure stand side by side. */
function isTwoSided(header: readonly Cell[]): boolean {
  return header.some((cell) => /^收入/.test(cell.text)) && header.some((cell) => /^支出/.test(cell.text));
}

/** The body's cells by label: each label with the codes before and the figures behind it. */
export function unitsOf(header: readonly Cell[], body: readonly Cell[]): readonly Unit[] {
  const twoSided = isTwoSided(header);
  const numbered = twoSided ? lineNumbers(body) : null;
  const units = numbered === null ? plainUnits(body) : numberedUnits(body, numbered);
  if (twoSided && numbered === null) giveSides(units);
  return units;
}

/** First line number on the left and on the right: `一、…收入 1 3183.79 一、…支出 31 0.00`. */
function lineNumbers(body: readonly Cell[]): { left: number; right: number } | null {
  const numbers: number[] = [];
  body.forEach((cell, index) => {
    const before = body[index - 1];
    if (SMALL.test(cell.text) && before !== undefined && !isFigure(before.text)) numbers.push(Number(cell.text));
  });
  const [left, right] = numbers;
  return left === 1 && right !== undefined && right > 1 && numbers.includes(2) && numbers.includes(right + 1)
    ? { left, right }
    : null;
}

function newUnit(label: Cell | null, side: Unit["side"] = "left"): Unit {
  return { codes: [], label, figures: [], side };
}

function numberedUnits(body: readonly Cell[], first: { left: number; right: number }): Unit[] {
  const units: Unit[] = [];
  let { left, right } = first;
  let label: Cell | null = null;
  for (const cell of body) {
    const number = SMALL.test(cell.text) ? Number(cell.text) : null;
    if (!isFigure(cell.text)) {
      if (label !== null) units.push(newUnit(label, SPENDING.test(label.text) ? "right" : "left"));
      label = cell;
    } else if (number !== null && (number === left || number === right)) {
      units.push(newUnit(label, number === left ? "left" : "right"));
      label = null;
      if (number === left) left += 1;
      else right += 1;
    } else if (label === null) {
      units.at(-1)?.figures.push(cell);
    } else {
      const unit = newUnit(label, SPENDING.test(label.text) ? "right" : "left");
      unit.figures.push(cell);
      units.push(unit);
      label = null;
    }
  }
  return units;
}

function plainUnits(body: readonly Cell[]): Unit[] {
  const units: Unit[] = [];
  let codes: Cell[] = [];
  body.forEach((cell, index) => {
    const last = units.at(-1);
    if (!isFigure(cell.text)) {
      const unit = newUnit(cell);
      unit.codes.push(...codes);
      codes = [];
      units.push(unit);
    } else if (beginsCode(body, index) || (codes.length > 0 && LEVEL.test(cell.text))) {
      codes.push(cell);
    } else if (last === undefined) {
      const unit = newUnit(null);
      unit.figures.push(cell);
      units.push(unit);
    } else {
      last.figures.push(cell);
    }
  });
  return units;
}

/** `2080109` or `208 01 09` directly before a name. */
function beginsCode(body: readonly Cell[], index: number): boolean {
  if (!CODE.test(body[index]?.text ?? "")) return false;
  for (let next = index + 1; next <= index + 3; next += 1) {
    const text = body[next]?.text;
    if (text === undefined) return false;
    if (!isFigure(text)) return true;
    if (!LEVEL.test(text)) return false;
  }
  return false;
}

/** Labels of spending stand on the right; of two equal labels, 总计 and 总计, the second. */
function giveSides(units: readonly Unit[]): void {
  const seen = new Set<string>();
  for (const unit of units) {
    const text = unit.label?.text ?? "";
    if ((SPENDING.test(text) && !/收入/.test(text)) || seen.has(text)) unit.side = "right";
    seen.add(text);
  }
}

function empty(line: number): Cell {
  return { text: "", line, from: 0, to: 0, raw: "" };
}

function word(text: string, line: number): Cell {
  return { ...empty(line), text };
}

/** Rows as any other table has them: the header's levels, then one row for each unit. */
export function rowsOfUnits(header: readonly Cell[], units: readonly Unit[]): readonly Row[] {
  if (units.length === 0) return [];
  return isTwoSided(header) ? twoSidedRows(header, units) : oneSidedRows(header, units);
}

const AMOUNT = /[预决]算数$|^金额$|预算$|决算$/;
const RIGHT = /^(?:合计|小计)$|公共预算|政府性基金|国有资本/;

function twoSidedRows(header: readonly Cell[], units: readonly Unit[]): readonly Row[] {
  const line = header[0]?.line ?? units[0]?.label?.line ?? 1;
  const widthOf = (side: Unit["side"]): number =>
    units.reduce((most, unit) => (unit.side === side ? Math.max(most, unit.figures.length) : most), 1);
  const left = widthOf("left");
  const right = widthOf("right");
  const amount = header.find((cell) => AMOUNT.test(cell.text)) ?? word("金额", line);
  const divided = header.filter((cell) => RIGHT.test(cell.text)).slice(-right);
  const rightHeaders = right > 1 && divided.length === right ? divided : Array.from({ length: right }, () => amount);
  const blanks = (count: number): Cell[] => Array.from({ length: count }, () => empty(line));
  const rows: Row[] = [
    { line, cells: [word("收入", line), ...blanks(left), word("支出", line), ...blanks(right)] },
    {
      line,
      cells: [word("项目", line), ...Array.from({ length: left }, () => amount), word("项目", line), ...rightHeaders],
    },
  ];
  for (const unit of units) {
    const width = unit.side === "left" ? left : right;
    const cells = padded([unit.label ?? empty(line), ...unit.figures], width + 1, line);
    const other = blanks((unit.side === "left" ? right : left) + 1);
    rows.push({
      line: unit.label?.line ?? line,
      cells: unit.side === "left" ? [...cells, ...other] : [...other, ...cells],
    });
  }
  return rows;
}

function padded(cells: readonly Cell[], width: number, line: number): Cell[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? empty(line));
}

function oneSidedRows(header: readonly Cell[], units: readonly Unit[]): readonly Row[] {
  const line = header[0]?.line ?? units[0]?.label?.line ?? 1;
  const width = units.reduce((most, unit) => Math.max(most, unit.figures.length), 0);
  const levels = units.reduce((most, unit) => Math.max(most, unit.codes.length), 0);
  const columns = columnsOfHeader(header, width);
  const spare = units.some(({ figures }) => figures.length !== width && figures.length > 1) ? width - 1 : 0;
  const rows: Row[] = headerRows(columns, width, levels, spare, line);
  for (const unit of units) {
    const codes = padded(unit.codes, levels, line);
    const label = unit.label ?? empty(line);
    // Where blank cells were lost only the first figure is sure of its column: the total is never blank.
    const certain = unit.figures.length === width || width === 1;
    const figures = certain ? unit.figures : unit.figures.slice(0, 1);
    const uncertain = certain ? [] : unit.figures.slice(1);
    const cells = [...codes, label, ...padded(figures, width, line), ...padded(uncertain, spare, line)];
    rows.push({ line: label.line, cells });
  }
  return rows;
}

function headerRows(
  columns: readonly HeaderPath[] | null,
  width: number,
  levels: number,
  spare: number,
  line: number,
): Row[] {
  const unknown = Array.from({ length: spare }, () => word("未知列", line));
  const depth = columns?.reduce((most, path) => Math.max(most, path.length), 1) ?? 1;
  const codeHeaders = levels > 1 ? ["类", "款", "项"] : ["科目编码"];
  const rows: Row[] = [];
  for (let level = 0; level < depth; level += 1) {
    const cells: Cell[] = [];
    for (let code = 0; code < levels; code += 1) cells.push(word(codeHeaders[code] ?? "项", line));
    cells.push(word("科目名称", line));
    for (let column = 0; column < width; column += 1) {
      const path = columns?.[column];
      const cell = path?.[level] ?? null;
      const before = columns?.[column - 1]?.[level] ?? null;
      const inner = path !== undefined && path[level + 1] !== undefined && path[level + 1] !== null;
      cells.push(cell === null || (inner && cell === before) ? empty(line) : cell);
    }
    rows.push({ line, cells: [...cells, ...unknown] });
  }
  return rows;
}
