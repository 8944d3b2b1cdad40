import { Decimal } from "../../domain/decimal.ts";
import type { Cell } from "./cells.ts";
import { figureOf } from "./cells.ts";
import type { ColumnSum, Row, Way } from "./place-figures.ts";
import { rowOfWay, waysToPlace } from "./place-figures.ts";

/** A row without its blank cells. */
export interface LossyRow {
  /** Function or economic class, null where none is printed. */
  readonly code: string | null;
  readonly isTotal: boolean;
  /** A row of figures alone, as that of a 三公 table. */
  readonly isBare: boolean;
  readonly figures: readonly Cell[];
}

/** Figures by column; those whose column no sum settles apart. */
export interface PlacedRow {
  readonly columns: readonly (Cell | null)[];
  readonly unknown: readonly UnplacedFigure[];
}

/** A figure and the columns in which it may stand; none where nothing is known. */
export interface UnplacedFigure {
  readonly cell: Cell;
  readonly among: readonly number[];
}

/** Whether the report tells a figure under a column's name elsewhere, as «基本支出612.50万元». */
export type IsTold = (column: number, figure: string) => boolean;

/** Whether another table prints a figure for a class in the column of that name. */
export type IsPrinted = (code: string, column: number, figure: string) => boolean;

interface Candidate {
  readonly row: LossyRow;
  readonly values: readonly (Decimal | null)[];
  ways: readonly Way[];
  /** By how much the row's own sum is off where its figures have but one place and break it: a misprint. */
  gap: Decimal;
}

const NO_RATES: ReadonlySet<number> = new Set();

/** Combinations of rows below one class that are tried, begun ones too. */
const MOST_COMBINATIONS = 4000;

/** Whether most complete rows keep a sum; without any complete row nothing speaks against it. */
export function keepsSum(rows: readonly LossyRow[], width: number, sum: ColumnSum): boolean {
  const precision = precisionOf(rows);
  const complete = rows.filter(({ figures }) => figures.length === width);
  const kept = complete.filter(({ figures }) => {
    const values = figures.map((cell) => figureOf(cell, "万元")?.value ?? null);
    return waysToPlace(values, precision, width, [sum], () => true).length > 0;
  });
  // A single wrong figure breaks one row.
  return kept.length * 5 >= complete.length * 4;
}

/** How many rows no way of placing their figures keeps all sums of. */
export function rowsBreaking(rows: readonly LossyRow[], width: number, sums: readonly ColumnSum[]): number {
  if (sums.length === 0) return rows.filter(({ figures }) => figures.length > width).length;
  const precision = precisionOf(rows);
  return rows.filter(({ figures }) => {
    if (figures.length > width) return true;
    const values = figures.map((cell) => figureOf(cell, "万元")?.value ?? null);
    return figures.length > 0 && waysToPlace(values, precision, width, sums, () => true, 1).length === 0;
  }).length;
}

/**
 * Puts the figures of rows that lost their blank cells into columns: by the sums between the columns
 * of a row, by the columns that the total fills, and by the sum of the classes below a class. What
 * is not settled so stays unknown and is never guessed.
 *
 * @param rates columns of rates, which add up to nothing.
 */
export function placeRows(
  rows: readonly LossyRow[],
  width: number,
  sums: readonly ColumnSum[],
  isTold: IsTold,
  isPrinted: IsPrinted = () => false,
  rates: ReadonlySet<number> = NO_RATES,
): readonly PlacedRow[] {
  const precision = precisionOf(rows);
  const candidates = rows.map((row): Candidate => ({
    row,
    values: row.figures.map((cell) => figureOf(cell, "万元")?.value ?? null),
    ways: [],
    gap: Decimal.zero,
  }));
  const valid = sums.filter((sum) => keepsSum(rows, width, sum));
  const total = candidates.find(({ row }) => row.isTotal && row.figures.length > 0);
  // A total of fewer figures than another row lost some: only what is certain of it says anything.
  const isWhole = candidates.every(({ values }) => values.length <= (total?.values.length ?? 0));
  const columns = total === undefined ? null : columnsOfTotal(total, width, valid, precision, isTold);
  const filled = isWhole || total?.ways.length === 1 ? columns : null;
  for (const candidate of candidates) {
    if (candidate === total) continue;
    const open = (column: number): boolean =>
      filled === null || candidate.values.length > filled.size || filled.has(column);
    const ways = waysToPlace(candidate.values, precision, width, valid, open);
    const { row } = candidate;
    if (ways.length === 0) placeMisprint(candidate, total?.ways.length === 1 ? filled : null, width, valid, open);
    else candidate.ways = ways;
    if (candidate.ways.length < 2) continue;
    if (row.isBare) candidate.ways = mostTold(candidate.ways, row, isTold);
    else if (row.code !== null)
      candidate.ways = mostTold(candidate.ways, row, (column, figure) => isPrinted(row.code ?? "", column, figure));
  }
  if (total !== undefined && isWhole) fillTotal(total, candidates);
  settleAbove(total, candidates, width, precision, rates);
  if (total !== undefined && (isWhole || total.ways.length === 1) && valid.length > 0)
    settleBelow(total, candidates, width, precision, rates);
  const totalFirst = sums.length === 0 || sums.some(({ whole }) => whole === 0);
  return candidates.map((candidate) => placed(candidate, width, valid.length > 0, totalFirst));
}

/**
 * A row that breaks its sum. With as many figures as the total has each stands in one of its columns;
 * else anywhere, until its parent or another table says where.
 */
function placeMisprint(
  candidate: Candidate,
  filled: ReadonlySet<number> | null,
  width: number,
  sums: readonly ColumnSum[],
  open: (column: number) => boolean,
): void {
  const [sum, another] = sums;
  if (sum === undefined || another !== undefined) return;
  const isFull = filled !== null && candidate.values.length === filled.size;
  const ways = isFull
    ? [[...filled].sort((a, b) => a - b)]
    : waysToPlace(candidate.values, Decimal.zero, width, [], open).filter((way) => way[0] === sum.whole);
  const [way] = ways;
  // Every way is off by the same where all figures but the first are its parts.
  const isSame = ways.every((one) => one.slice(1).every((column) => sum.parts.includes(column)));
  if (way === undefined || ways.length > MOST_WAYS_OF_SUM || !(isFull || isSame)) return;
  const row = rowOfWay(candidate.values, way, width);
  candidate.ways = ways;
  candidate.gap = sum.parts.reduce(
    (rest, part) => rest.minus(row[part] ?? Decimal.zero),
    row[sum.whole] ?? Decimal.zero,
  );
}

/** One unit of the last digit, the coarsest of all figures. */
function precisionOf(rows: readonly LossyRow[]): Decimal {
  let coarsest = Decimal.zero;
  for (const { figures } of rows) {
    for (const cell of figures) {
      const precision = figureOf(cell, "万元")?.precision;
      if (precision?.gt(coarsest) === true && precision.lt(Decimal.one)) coarsest = precision;
    }
  }
  return coarsest;
}

/** The columns that the total may fill: no row below fills another. */
function columnsOfTotal(
  total: Candidate,
  width: number,
  sums: readonly ColumnSum[],
  precision: Decimal,
  isTold: IsTold,
): ReadonlySet<number> | null {
  const ways = waysToPlace(total.values, precision, width, sums, () => true);
  total.ways = mostTold(ways, total.row, isTold);
  return total.ways.length === 0 ? null : new Set(total.ways.flat());
}

/** What a row surely has in a column its total has too, and what the total has not no row has. */
function fillTotal(total: Candidate, candidates: readonly Candidate[]): void {
  if (total.ways.length < 2 || candidates.some(({ values }) => values.some((value) => (value?.sign ?? 0) < 0))) return;
  const sure = new Set<number>();
  for (const { ways, values } of candidates) {
    const [first, ...others] = ways;
    first?.forEach((column, index) => {
      const isFilled = (values[index]?.isZero() ?? true) === false;
      if (isFilled && others.every((way) => way[index] === column)) sure.add(column);
    });
  }
  const left = total.ways.filter((way) => [...sure].every((column) => way.includes(column)));
  if (left.length === 0 || left.length === total.ways.length) return;
  total.ways = left;
  const filled = new Set(left.flat());
  for (const candidate of candidates) {
    const within = candidate.ways.filter((way) => way.every((column) => filled.has(column)));
    if (within.length > 0) candidate.ways = within;
  }
}

/** The ways in which most figures stand under a name beside which the report tells them. */
function mostTold(ways: readonly Way[], { figures }: LossyRow, isTold: IsTold): readonly Way[] {
  if (ways.length < 2) return ways;
  const told = ways.map((way) => way.filter((column, index) => isTold(column, figures[index]?.text ?? "")).length);
  const most = Math.max(0, ...told);
  return ways.filter((_, index) => told[index] === most);
}

/** From the lowest level up: leaves a class only the ways that the rows below add up to, where each has but one. */
function settleAbove(
  total: Candidate | undefined,
  candidates: readonly Candidate[],
  width: number,
  precision: Decimal,
  rates: ReadonlySet<number>,
): void {
  const settle = (parent: Candidate, children: readonly Candidate[]): void => {
    if (parent.ways.length < 2 || children.length === 0 || children.some(({ ways }) => ways.length !== 1)) return;
    const rows = children.map(({ values, ways: [way = []] }) => rowOfWay(values, way, width));
    const tolerance = precision.times(Decimal.of(rows.length));
    const left = parent.ways.filter((way) =>
      rowOfWay(parent.values, way, width).every(
        (value, column) =>
          rates.has(column) ||
          rows
            .reduce((sum, row) => sum.plus(row[column] ?? Decimal.zero), Decimal.zero)
            .minus(value ?? Decimal.zero)
            .abs()
            .lte(tolerance),
      ),
    );
    if (left.length > 0) parent.ways = left;
  };
  for (const length of [5, 3]) {
    for (const parent of candidates) {
      const { code } = parent.row;
      if (parent.ways.length < 2 || code?.length !== length) continue;
      const below = candidates.filter(({ row }) => row.code?.length === length + 2 && row.code.startsWith(code));
      settle(parent, below);
    }
  }
  if (total !== undefined) {
    settle(
      total,
      candidates.filter(({ row }) => row.code?.length === 3),
    );
  }
}

/** Level by level: the rows below a class must add up to it in every column. */
function settleBelow(
  top: Candidate,
  candidates: readonly Candidate[],
  width: number,
  precision: Decimal,
  rates: ReadonlySet<number>,
): void {
  const coded = candidates.filter(({ row }) => row.code !== null);
  const codes = new Set(coded.map(({ row }) => row.code));
  const parentOf = (code: string): string | null =>
    [code.slice(0, 5), code.slice(0, 3)].find((prefix) => prefix.length < code.length && codes.has(prefix)) ?? null;
  const settle = (parent: Candidate, code: string | null): void => {
    // Of bodies, which have no classes, each is a part of the total.
    const children =
      coded.length === 0
        ? candidates.filter((candidate) => candidate !== top && !candidate.row.isTotal && !candidate.row.isBare)
        : coded.filter(({ row }) => row.code !== null && parentOf(row.code) === code && row.code !== code);
    if (children.length === 0) return;
    const sum = sumOf(parent, width, rates);
    if (sum !== null) {
      leaveBlank(sum, children);
      narrow(sum, children, width, precision);
    }
    for (const child of children) if (child.row.code !== null) settle(child, child.row.code);
  };
  settle(top, null);
}

/** A row whose parts stand below it. */
interface Sum {
  readonly row: Row;
  /** The columns of which it is certain what the row has there. */
  readonly isSure: readonly boolean[];
  readonly gap: Decimal;
}

/** More ways than these say nothing of a row. */
const MOST_WAYS_OF_SUM = 24;

/** What all ways left to place a row agree in; null where they are too many. */
function sumOf({ values, ways, gap }: Candidate, width: number, rates: ReadonlySet<number>): Sum | null {
  const [row, ...others] = ways.slice(0, MOST_WAYS_OF_SUM).map((way) => rowOfWay(values, way, width));
  if (row === undefined || ways.length > MOST_WAYS_OF_SUM) return null;
  const isSame = (one: Decimal | null | undefined, other: Decimal | null | undefined): boolean =>
    (one ?? Decimal.zero).eq(other ?? Decimal.zero);
  const isSure = row.map(
    (value, column) => !rates.has(column) && others.every((other) => isSame(other[column], value)),
  );
  return { row, isSure, gap };
}

/** Where a sum has nothing its parts have nothing either, unless they cancel each other out. */
function leaveBlank(sum: Sum, rows: readonly Candidate[]): void {
  if (rows.some(({ values }) => values.some((value) => value !== null && value.sign < 0))) return;
  for (const row of rows) {
    const isNothing = (value: Decimal | null | undefined): boolean =>
      value === null || value === undefined || value.isZero();
    const left = row.ways.filter((way) =>
      way.every(
        (column, index) => sum.isSure[column] !== true || !isNothing(sum.row[column]) || isNothing(row.values[index]),
      ),
    );
    if (left.length > 0) row.ways = left;
  }
}

/** Leaves each row only the ways that occur in some combination with the given sum. */
function narrow(sum: Sum, rows: readonly Candidate[], width: number, precision: Decimal): void {
  if (rows.some(({ ways }) => ways.length === 0) || rows.every(({ ways }) => ways.length === 1)) return;
  const tolerance = precision.times(Decimal.of(rows.length));
  const below = rows.reduce((all, { gap }) => all.plus(gap), Decimal.zero);
  // What one misprint took from a row's own sum it took from the sum of a column too.
  const gaps = [below, below.negated(), Decimal.zero.minus(sum.gap), below.minus(sum.gap)].filter(
    (gap) => !gap.isZero(),
  );
  const matches = (rest: Row): boolean => {
    const off = rest.flatMap((value, column) =>
      value === null || sum.isSure[column] !== true || value.abs().lte(tolerance) ? [] : [value],
    );
    const [only, another] = off;
    if (only === undefined) return true;
    return another === undefined && gaps.some((gap) => only.minus(gap).abs().lte(tolerance));
  };
  // Amounts that are none below zero never come back from below it: such combinations are left at once.
  const least = rows.some(({ values }) => values.some((value) => value?.lt(Decimal.zero) === true))
    ? null
    : Decimal.zero.minus(tolerance).minus(below.abs()).minus(sum.gap.abs());
  const possible = rows.map(() => new Set<Way>());
  const chosen: Way[] = [];
  let tried = 0;
  const choose = (index: number, rest: Row): void => {
    tried += 1;
    if (tried > MOST_COMBINATIONS) return;
    const candidate = rows[index];
    if (candidate === undefined) {
      if (matches(rest)) chosen.forEach((way, row) => possible[row]?.add(way));
      return;
    }
    for (const way of candidate.ways) {
      const own = rowOfWay(candidate.values, way, width);
      const left = rest.map((value, column) => (value ?? Decimal.zero).minus(own[column] ?? Decimal.zero));
      if (least !== null && left.some((value, column) => sum.isSure[column] === true && value.lt(least))) continue;
      chosen[index] = way;
      choose(index + 1, left);
    }
  };
  choose(0, sum.row);
  if (tried > MOST_COMBINATIONS) return;
  rows.forEach((row, index) => {
    const left = row.ways.filter((way) => possible[index]?.has(way) === true);
    if (left.length > 0) row.ways = left;
  });
}

/** Figures that stand in one column in every way left; the others stay unknown. */
function placed({ row, ways, values }: Candidate, width: number, summed: boolean, totalFirst: boolean): PlacedRow {
  const columns: (Cell | null)[] = Array.from({ length: width }, () => null);
  if (values.length === width) return { columns: [...row.figures], unknown: [] };
  if (values.length > width) return { columns, unknown: row.figures.map((cell) => ({ cell, among: [] })) };
  const unknown: UnplacedFigure[] = [];
  row.figures.forEach((figure, index) => {
    const places = new Set(ways.map((way) => way[index]));
    const [only] = places;
    if (places.size === 1 && only !== undefined && (summed || width === 1)) columns[only] = figure;
    // Otherwise the first figure alone is sure where it is the total: that is never blank.
    else if (index === 0 && totalFirst) columns[0] = figure;
    else unknown.push({ cell: figure, among: summed ? [...places].filter((place) => place !== undefined) : [] });
  });
  return { columns, unknown };
}
