import type { HeaderPath } from "./cell-run-header.ts";
import { columnsOfHeader, countOfHeader } from "./cell-run-header.ts";
import type { Unit } from "./cell-run-units.ts";
import { codeOf, isTwoSided, listsBodies, SMALL } from "./cell-run-units.ts";
import type { Cell, Row } from "./cells.ts";
import { UNKNOWN_COLUMN } from "./column-meanings.ts";
import { isHeaderName } from "./header-names.ts";
import type { IsTold, LossyRow, PlacedRow } from "./place-rows.ts";
import { keepsSum, placeRows } from "./place-rows.ts";
import type { ColumnSum } from "./place-figures.ts";
import { sumsOf } from "./place-figures.ts";
import { standardColumns } from "./standard-headers.ts";

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
    spending.map(({ label, figures }) => ({
      code: null,
      isTotal: /^本年支出/.test(label?.text ?? ""),
      isBare: false,
      figures,
    })),
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
    rows.push({ line: at, cells: [...other, label, ...cells, ...(place?.unknown ?? []).map(({ cell }) => cell)] });
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
/** A header over one half of a table. */
const HALF = /^(?:20\d{2}年度?)?(?:年初|调整|全年)?[预决]算数?$/;

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
    isBare: codes.length === 0 && label === null,
    figures,
  }));
  const standard = standardColumns(header, width);
  const columns = confirmed(
    isBroken(header) ? standard : (columnsOfHeader(header, width) ?? standard),
    rowsWithoutBlanks,
    width,
  );
  const paths = pathsOf(columns ?? []);
  const isTold: IsTold = (column, figure) => {
    const path = paths[column] ?? [];
    // A final account tells what was spent; of what was planned the same words say nothing.
    if (path.length > 1 && /^(?:年初)?预算数?$/.test(path[0] ?? "")) return false;
    const name = path.at(-1) ?? "";
    return tells(name, figure) || (/运行费$/.test(name) && tells(name.replace(/运行费$/, "运行维护费"), figure));
  };
  const sums: readonly ColumnSum[] = paths.length === width ? sumsOf(paths) : [];
  const places = placeRows(rowsWithoutBlanks, width, sums, isTold);
  const spare = places.reduce((most, { unknown }) => Math.max(most, unknown.length), 0);
  const unknown = Array.from({ length: spare }, (_, index) => unknownHeader(places, index, paths, line));
  const codeHeaders = levels > 1 ? LEVELS : [listsBodies(header) ? "单位编码" : "科目编码"];
  const name = header.find(({ text }) => PROJECTS.test(text))?.text ?? "科目名称";
  const naming = [...codeHeaders.slice(0, levels), name];
  const rows: Row[] = headerRows(columns, width, naming, unknown, line);
  units.forEach((unit, index) => {
    const codes = padded(unit.codes, levels, line);
    const label = unit.label ?? empty(line);
    const place = places[index];
    const figures = (place?.columns ?? []).map((cell) => cell ?? empty(line));
    const unplaced = (place?.unknown ?? []).map(({ cell }) => cell);
    const cells = [...codes, label, ...figures, ...padded(unplaced, spare, line)];
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

/** Without the line numbers of a column 行次, which count on from row to row. */
function withoutOrdinals(header: readonly Cell[], units: readonly Unit[]): readonly Unit[] {
  if (!header.some((cell) => /^(?:行次|序号|栏次)$/.test(cell.text)) || units.length < 3) return units;
  const firsts = units.map(({ figures }) => (SMALL.test(figures[0]?.text ?? "") ? Number(figures[0]?.text) : null));
  const counting = firsts.filter((number, index) => number !== null && number === (firsts[0] ?? 0) + index).length;
  if (counting * 5 < units.length * 4) return units;
  return units.map((unit) => ({ ...unit, figures: unit.figures.slice(1) }));
}

/**
 * The header over figures of no sure column: what all columns in which they may stand have above
 * them, as 预算数 where a figure is 购置费 or 运行费 of the budget.
 */
function unknownHeader(
  places: readonly PlacedRow[],
  index: number,
  paths: readonly (readonly string[])[],
  line: number,
): Cell {
  const outer = places.flatMap(({ unknown }) => {
    const place = unknown[index];
    if (place === undefined) return [];
    return place.among.length === 0 ? [""] : place.among.map((column) => paths[column]?.[0] ?? "");
  });
  const [first = ""] = outer;
  const isShared = HALF.test(first) && outer.every((header) => header === first);
  return word(isShared ? `${UNKNOWN_COLUMN}：${first}` : UNKNOWN_COLUMN, line);
}

const LEVELS: readonly string[] = ["类", "款", "项"];
/** A header over names of projects, which are no classes. */
const PROJECTS = /^(?:项目|专项(?:资金|经费)?)名称$/;

function headerRows(
  columns: readonly HeaderPath[] | null,
  width: number,
  naming: readonly string[],
  unknown: readonly Cell[],
  line: number,
): Row[] {
  const depth = columns?.reduce((most, path) => Math.max(most, path.length), 1) ?? 1;
  const rows: Row[] = [];
  for (let level = 0; level < depth; level += 1) {
    const cells: Cell[] = [];
    for (const text of naming) cells.push(word(text, line));
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
