import { functionClassesNamed } from "../../domain/function-classes.ts";
import type { HeaderPath } from "./cell-run-header.ts";
import { columnsOfHeader, countOfHeader } from "./cell-run-header.ts";
import type { Cell, Row } from "./cells.ts";
import { isFigure } from "./cells.ts";
import type { IsTold, LossyRow } from "./place-rows.ts";
import { keepsSum, placeRows } from "./place-rows.ts";
import type { ColumnSum } from "./place-figures.ts";
import { sumsOf } from "./place-figures.ts";
import { isHeaderName } from "./header-names.ts";
import { LEVEL, SplitCodes } from "./split-codes.ts";
import { standardColumns } from "./standard-headers.ts";

/** A label with the figures that follow it. */
export interface Unit {
  readonly codes: Cell[];
  label: Cell | null;
  readonly figures: Cell[];
  /** In a table of two sides. */
  side: "left" | "right";
}

const CODE = /^\d{3}(?:\d{2}){0,2}$/;
const SMALL = /^\d{1,3}$/;
const SPENDING = /支出|结余分配|结转下年|年[末终]/;

/** Cells of a header that may be left before the first line of a table of two sides. */
const MOST_BEFORE_FIRST = 16;

/** A figure, or the dash of a blank cell. */
export function isValue(cell: Cell): boolean {
  return isFigure(cell.text) || /^[-—－–]{1,3}$/.test(cell.text);
}

/** Whether income and expenditure stand side by side. */
export function isTwoSided(header: readonly Cell[]): boolean {
  return header.some((cell) => /^收入/.test(cell.text)) && header.some((cell) => /^支出/.test(cell.text));
}

/** The body's cells by label: each label with the codes before and the figures behind it. */
export function unitsOf(header: readonly Cell[], printed: readonly Cell[]): readonly Unit[] {
  const twoSided = isTwoSided(header);
  // `金额 1 … 金额 2` numbers columns and ends no header: the first line is 一、.
  const first = twoSided ? printed.findIndex((cell) => /^一、/.test(cell.text)) : 0;
  const body = first > 0 && first <= MOST_BEFORE_FIRST ? printed.slice(first) : printed;
  const numbered = twoSided ? lineNumbers(body) : null;
  const units = numbered === null ? plainUnits(body, splitCodesOf(header)) : numberedUnits(body, numbered);
  if (twoSided && numbered === null) giveSides(units);
  return units;
}

/** The same where each line of the text is a row of the table: a row without a name keeps its own figures. */
export function unitsOfLines(header: readonly Cell[], lines: readonly (readonly Cell[])[]): readonly Unit[] {
  if (isTwoSided(header)) return unitsOf(header, lines.flat());
  const split = splitCodesOf(header);
  return lines.flatMap((cells) => plainUnits(cells, split));
}

/** The codes of a header that splits them; null of any other. */
function splitCodesOf(header: readonly Cell[]): SplitCodes | null {
  return header.some((cell) => /^款|^[类款项]{2,3}$/.test(cell.text)) ? new SplitCodes() : null;
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
    if (!isValue(cell)) {
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

function plainUnits(body: readonly Cell[], split: SplitCodes | null): Unit[] {
  const units: Unit[] = [];
  let codes: Cell[] = [];
  body.forEach((cell, index) => {
    const last = units.at(-1);
    if (!isValue(cell)) {
      const unit = newUnit(cell);
      unit.codes.push(...codes);
      const code = codeOf(codes, null);
      if (code !== null) split?.note(code);
      codes = [];
      units.push(unit);
    } else if (split !== null && codes.length === 0 && LEVEL.test(cell.text) && isName(body[index + 1])) {
      const whole = split.whole(cell.text, body[index + 1]?.text ?? "");
      if (whole !== null) codes.push(...levelsOf(whole).map((level) => ({ ...cell, text: level })));
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

const isName = (cell: Cell | undefined): boolean => cell !== undefined && /^[\u4e00-\u9fa5]/.test(cell.text);

const levelsOf = (code: string): string[] =>
  [code.slice(0, 3), code.slice(3, 5), code.slice(5)].filter((level) => level !== "");

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

/** Labels of spending and names of its classes stand on the right; of two equal labels, 总计 and 总计, the second. */
function giveSides(units: readonly Unit[]): void {
  const seen = new Set<string>();
  for (const unit of units) {
    const text = unit.label?.text ?? "";
    const isSpending = (SPENDING.test(text) && !/收入/.test(text)) || functionClassesNamed(text).length > 0;
    if (isSpending || (/计$/.test(text) && seen.has(text))) unit.side = "right";
    seen.add(text);
  }
}

function empty(line: number): Cell {
  return { text: "", line, from: 0, to: 0, raw: "" };
}

function word(text: string, line: number): Cell {
  return { ...empty(line), text };
}

/** Whether the report tells a figure beside a name outside its tables. */
export type Tells = (name: string, figure: string) => boolean;

/** Rows as any other table has them: the header's levels, then one row for each unit. */
export function rowsOfUnits(header: readonly Cell[], units: readonly Unit[], tells: Tells): readonly Row[] {
  if (units.length === 0) return [];
  return isTwoSided(header) ? twoSidedRows(header, units) : oneSidedRows(header, units, tells);
}

const AMOUNT = /[预决]算数$|^金额$|预算$|决算$/;
const RIGHT = /^(?:合计|小计)$|公共预算|政府性基金|国有资本/;

function twoSidedRows(header: readonly Cell[], units: readonly Unit[]): readonly Row[] {
  const line = header[0]?.line ?? units[0]?.label?.line ?? 1;
  const widthOf = (side: Unit["side"]): number =>
    units.reduce((most, unit) => (unit.side === side ? Math.max(most, unit.figures.length) : most), 1);
  const left = widthOf("left");
  const divided = header.filter((cell) => RIGHT.test(cell.text));
  const [first] = divided;
  // 合计 and the funds beside it are columns even where no row prints them all.
  const right =
    first !== undefined && SUM.test(first.text) && divided.length > widthOf("right")
      ? divided.length
      : widthOf("right");
  const amount = header.find((cell) => AMOUNT.test(cell.text)) ?? word("金额", line);
  const funds = divided.slice(-right);
  const rightHeaders = right > 1 && funds.length === right ? funds : Array.from({ length: right }, () => amount);
  const blanks = (count: number): Cell[] => Array.from({ length: count }, () => empty(line));
  const rows: Row[] = [
    { line, cells: [word("收入", line), ...blanks(left), word("支出", line), ...blanks(right)] },
    {
      line,
      cells: [word("项目", line), ...Array.from({ length: left }, () => amount), word("项目", line), ...rightHeaders],
    },
  ];
  const spending = units.filter((unit) => unit.side === "right");
  const places = placeRows(
    spending.map(({ label, figures }) => ({ code: null, isTotal: /^本年支出/.test(label?.text ?? ""), figures })),
    right,
    right > 1 ? [{ whole: 0, parts: Array.from({ length: right - 1 }, (_, index) => index + 1) }] : [],
    (column, figure) => isOfFund(rightHeaders[column]?.text ?? "", figure, units),
  );
  for (const unit of units) {
    const other = blanks((unit.side === "left" ? right : left) + 1);
    const label = unit.label ?? empty(line);
    const at = unit.label?.line ?? unit.figures[0]?.line ?? line;
    if (unit.side === "left") {
      rows.push({ line: at, cells: [...padded([label, ...unit.figures], left + 1, line), ...other] });
      continue;
    }
    const place = places[spending.indexOf(unit)];
    const cells = (place?.columns ?? []).map((cell) => cell ?? empty(line));
    rows.push({ line: at, cells: [...other, label, ...cells, ...(place?.unknown ?? [])] });
  }
  return rows;
}

const SUM = /^(?:合计|小计)$/;
const FUNDS: readonly RegExp[] = [/公共预算/, /政府性基金/, /国有资本/];

/** Whether income of that fund is printed with that amount on the left: then the fund's column holds it. */
function isOfFund(header: string, figure: string, units: readonly Unit[]): boolean {
  const fund = FUNDS.find((pattern) => pattern.test(header));
  return (
    fund !== undefined &&
    units.some((unit) => unit.side === "left" && fund.test(unit.label?.text ?? "") && unit.figures[0]?.text === figure)
  );
}

function padded(cells: readonly Cell[], width: number, line: number): Cell[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? empty(line));
}

const TOTAL = /^(?:合计|总计|小计|共计|支出合计|收入合计)$/;
/** Over figures whose blank neighbours the extraction lost, so that their column is not known. */
const UNKNOWN_COLUMN = "列不明（空白单元格已丢失）";

function oneSidedRows(header: readonly Cell[], printed: readonly Unit[], tells: Tells): readonly Row[] {
  const line = header[0]?.line ?? printed[0]?.label?.line ?? 1;
  const units = withoutOrdinals(header, printed);
  const widest = usualWidth(header, units);
  const levels = units.reduce((most, unit) => Math.max(most, unit.codes.length), 0);
  const wider = isBroken(header) && !header.some(({ text }) => text === "栏次") ? null : countOfHeader(header, widest);
  const isLossy = units.some(({ figures }) => figures.length !== units[0]?.figures.length);
  const inBlocks = header.filter((cell) => /编码$/.test(cell.text)).length > 1;
  // A header of more columns than any row prints has columns that are blank throughout.
  const isCounted = columnsOfHeader(header, widest) !== null || standardColumns(header, widest) !== null;
  const width = wider !== null && !inBlocks && (isLossy || !isCounted) ? wider : widest;
  const rowsWithoutBlanks = units.map(({ codes, label, figures }): LossyRow => ({
    code: codeOf(codes, label),
    isTotal: TOTAL.test(label?.text ?? ""),
    figures,
  }));
  const standard = standardColumns(header, width);
  const columns = confirmed(
    isBroken(header) ? standard : (columnsOfHeader(header, width) ?? standard),
    rowsWithoutBlanks,
    width,
  );
  const paths = pathsOf(columns ?? []);
  const isTold: IsTold = (column, figure) => tells(paths[column]?.at(-1) ?? "", figure);
  const sums: readonly ColumnSum[] = paths.length === width ? sumsOf(paths) : [];
  const places = placeRows(rowsWithoutBlanks, width, sums, isTold);
  const spare = places.reduce((most, { unknown }) => Math.max(most, unknown.length), 0);
  const rows: Row[] = headerRows(columns, width, levels, spare, line);
  units.forEach((unit, index) => {
    const codes = padded(unit.codes, levels, line);
    const label = unit.label ?? empty(line);
    const place = places[index];
    const figures = (place?.columns ?? []).map((cell) => cell ?? empty(line));
    const cells = [...codes, label, ...figures, ...padded(place?.unknown ?? [], spare, line)];
    rows.push({ line: unit.label?.line ?? unit.figures[0]?.line ?? line, cells });
  });
  return rows;
}

function pathsOf(columns: readonly HeaderPath[]): readonly (readonly string[])[] {
  return columns.map((path) => path.flatMap((cell) => (cell === null ? [] : [cell.text])));
}

/** The columns that a header's words make, null where the figures below break the sums that they imply. */
function confirmed(
  columns: readonly HeaderPath[] | null,
  rows: readonly LossyRow[],
  width: number,
): readonly HeaderPath[] | null {
  if (columns === null) return null;
  return sumsOf(pathsOf(columns)).every((sum) => keepsSum(rows, width, sum)) ? columns : null;
}

/** Whether the header's words are broken into pieces, so that their order says nothing. */
function isBroken(header: readonly Cell[]): boolean {
  const pieces = header.filter(
    ({ text }) =>
      !isHeaderName(text) &&
      (/^(?:计|入|出|费|款|数|缴|目|额)+$|^[)）]/.test(text) || (text.length <= 3 && /^(?:计|入|缴|目编)/.test(text))),
  );
  return pieces.length > 0;
}

/** How many figures the fullest rows print; a single row that holds more is not read rightly. */
function usualWidth(header: readonly Cell[], units: readonly Unit[]): number {
  const votes = new Map<number, number>();
  for (const { figures } of units) votes.set(figures.length, (votes.get(figures.length) ?? 0) + 1);
  const [usual] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [0];
  const widest = Math.max(0, ...votes.keys());
  return usual * 2 > widest && columnsOfHeader(header, usual) !== null && columnsOfHeader(header, widest) === null
    ? usual
    : widest;
}

/** `2080109`, `208 01 09` or `2080109社会保险经办机构`. */
function codeOf(codes: readonly Cell[], label: Cell | null): string | null {
  const joined = codes.map((cell) => cell.text).join("");
  if (CODE.test(joined)) return joined;
  return /^(\d{3}(?:\d{2}){0,2})(?=[\u4e00-\u9fa5])/.exec(label?.text ?? "")?.[1] ?? null;
}

/** Without the line numbers of a column 行次, which count on from row to row. */
function withoutOrdinals(header: readonly Cell[], units: readonly Unit[]): readonly Unit[] {
  if (!header.some((cell) => /^(?:行次|序号|栏次)$/.test(cell.text)) || units.length < 3) return units;
  const firsts = units.map(({ figures }) => (SMALL.test(figures[0]?.text ?? "") ? Number(figures[0]?.text) : null));
  const counting = firsts.filter((number, index) => number !== null && number === (firsts[0] ?? 0) + index).length;
  if (counting * 5 < units.length * 4) return units;
  return units.map((unit) => ({ ...unit, figures: unit.figures.slice(1) }));
}

function headerRows(
  columns: readonly HeaderPath[] | null,
  width: number,
  levels: number,
  spare: number,
  line: number,
): Row[] {
  const unknown = Array.from({ length: spare }, () => word(UNKNOWN_COLUMN, line));
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
