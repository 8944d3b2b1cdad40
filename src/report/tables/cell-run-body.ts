import { UNKNOWN_COLUMN } from "../../domain/unknown-column.ts";
import type { HeaderPath } from "./cell-run-header.ts";
import { columnsOfHeader, countOfHeader } from "./cell-run-header.ts";
import type { Unit } from "./cell-run-units.ts";
import { empty, headerLevels, padded, word } from "./cell-run-rows.ts";
import { codeOf, isTwoSided, listsBodies, SMALL } from "./cell-run-units.ts";
import type { Cell, Row } from "./cells.ts";
import type { Elsewhere } from "./elsewhere.ts";
import { isHeaderName, isMeasureName } from "./header-names.ts";
import { knownColumns } from "./known-headers.ts";
import type { IsPrinted, IsTold, LossyRow, PlacedRow } from "./place-rows.ts";
import { keepsSum, placeRows } from "./place-rows.ts";
import type { ColumnSum } from "./place-figures.ts";
import { sumsOf } from "./place-figures.ts";
import { standardColumns } from "./standard-headers.ts";
import { twoSidedRows } from "./two-sided-rows.ts";

/** Rows as other tables have them: the header's levels, then one row for each unit. */
export function rowsOfUnits(header: readonly Cell[], units: readonly Unit[], elsewhere: Elsewhere): readonly Row[] {
  if (units.length === 0) return [];
  return isTwoSided(header) ? twoSidedRows(header, units) : oneSidedRows(header, units, elsewhere);
}

const TOTAL = /^(?:合计|总计|小计|共计|支出合计|收入合计)$/;
const PLANNED = /^(?:年初)?预算数?$/;
const TOLD_AS_PLANNED = ["预算", "支出预算", "年初预算", "全年预算"];
const RATE = /率|%|％|比例|幅度/;
/** A header over one half of a table. */
const HALF = /^(?:20\d{2}年度?)?(?:年初|调整|全年)?[预决]算数?$/;

function oneSidedRows(header: readonly Cell[], printed: readonly Unit[], elsewhere: Elsewhere): readonly Row[] {
  const line = header[0]?.line ?? printed[0]?.label?.line ?? 1;
  const units = withoutOrdinals(header, printed);
  const rowsWithoutBlanks = units.map(({ codes, label, figures }): LossyRow => ({
    code: codeOf(codes, label),
    isTotal: TOTAL.test(label?.text ?? ""),
    isBare: codes.length === 0 && label === null,
    figures,
  }));
  const widest = usualWidth(header, units);
  const known = knownColumns(header, rowsWithoutBlanks, widest);
  const levels = units.reduce((most, unit) => Math.max(most, unit.codes.length), 0);
  const wider = isBroken(header) && !header.some(({ text }) => text === "栏次") ? null : countOfHeader(header, widest);
  const isLossy = units.some(({ figures }) => figures.length !== units[0]?.figures.length);
  const inBlocks = header.filter((cell) => /编码$/.test(cell.text)).length > 1;
  // A header of more columns than any row prints has columns that are blank throughout.
  const isCounted = columnsOfHeader(header, widest) !== null || standardColumns(header, widest) !== null;
  const printedWidth = wider !== null && !inBlocks && (isLossy || !isCounted) ? wider : widest;
  const standard = standardColumns(header, printedWidth);
  const columns =
    known ??
    confirmed(
      isBroken(header) ? standard : (columnsOfHeader(header, printedWidth) ?? standard),
      rowsWithoutBlanks,
      printedWidth,
    );
  const width = known?.length ?? printedWidth;
  const paths = pathsOf(columns ?? []);
  const nameOf = (column: number): string => paths[column]?.findLast((header) => !isMeasureName(header)) ?? "";
  // 小计 below 基本支出 is what another table prints below 基本支出 alone.
  const wholeNameOf = (column: number): string => {
    const [above, own] = (paths[column] ?? []).slice(-2);
    return own !== undefined && above !== undefined && /^(?:小计|合计)$/.test(own) ? above : nameOf(column);
  };
  const isTold: IsTold = (column, figure) => {
    const path = paths[column] ?? [];
    const name = nameOf(column);
    // A final account tells what was spent; of what was planned only «公务用车运行维护费全年预算数4.70万元» says it.
    if (path.length > 1 && (PLANNED.test(path[0] ?? "") || PLANNED.test(path.at(-1) ?? "")))
      return TOLD_AS_PLANNED.some((words) => elsewhere.tells(`${name}${words}`, figure));
    return (
      elsewhere.tells(name, figure) ||
      (/运行费$/.test(name) && elsewhere.tells(name.replace(/运行费$/, "运行维护费"), figure)) ||
      (/运行维护费$/.test(name) && elsewhere.tells(name.replace(/运行维护费$/, "运行费"), figure))
    );
  };
  const sums: readonly ColumnSum[] = paths.length === width ? sumsOf(paths) : [];
  // Below headers that are not sure, by their form or the sums that they imply, what stands elsewhere says nothing.
  const isPrinted: IsPrinted = (code, column, figure) =>
    (known !== null || sums.length > 0) && elsewhere.prints(code, wholeNameOf(column), figure);
  const rates = new Set(paths.flatMap((path, column) => (RATE.test(path.at(-1) ?? "") ? [column] : [])));
  const places = placeRows(rowsWithoutBlanks, width, sums, isTold, isPrinted, rates);
  places.forEach((place, index) => {
    const code = rowsWithoutBlanks[index]?.code ?? null;
    if (code === null || paths.length !== width) return;
    place.columns.forEach((cell, column) => {
      if (cell !== null) elsewhere.note(code, wholeNameOf(column), cell.text);
    });
  });
  const spare = places.reduce((most, { unknown }) => Math.max(most, unknown.length), 0);
  const unknown = Array.from({ length: spare }, (_, index) => unknownHeader(places, index, paths, line));
  const codeHeaders = levels > 1 ? LEVELS : [listsBodies(header) ? "单位编码" : "科目编码"];
  const name = header.find(({ text }) => PROJECTS.test(text))?.text ?? "科目名称";
  const naming = [...codeHeaders.slice(0, levels), name];
  const rows: Row[] = headerRows(columns, width, naming, unknown, line);
  units.forEach((unit, index) => {
    // A body's own code is none of 类, 款 and 项: `305601 某中心 916.98` among rows like `208 05 05 305601 …`.
    const own = levels > 1 && unit.codes.length === 1 && codeOf(unit.codes, null) === null ? [] : unit.codes;
    const codes = padded(own, levels, line);
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

/** Whether the header's words are broken into pieces over several lines, so that their order says nothing. */
function isBroken(header: readonly Cell[]): boolean {
  if (header.every(({ line }) => line === header[0]?.line)) return false;
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
  const outer = (level: 0 | -1): string[] =>
    places.flatMap(({ unknown }) => {
      const place = unknown[index];
      if (place === undefined) return [];
      return place.among.length === 0 ? [""] : place.among.map((column) => paths[column]?.at(level) ?? "");
    });
  const shared = [outer(0), outer(-1)].find(
    ([first = "", ...others]) => HALF.test(first) && others.every((header) => header === first),
  )?.[0];
  return word(shared === undefined ? UNKNOWN_COLUMN : `${UNKNOWN_COLUMN}：${shared}`, line);
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
  const paths: readonly HeaderPath[] = columns ?? Array.from({ length: width }, () => []);
  const names = naming.map((text) => word(text, line));
  return headerLevels(paths, line).map((cells) => ({ line, cells: [...names, ...cells, ...unknown] }));
}
