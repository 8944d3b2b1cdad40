import type { Cell, Row } from "./cells.ts";
import { isNameOfRows, OF_VEHICLES, VEHICLES } from "./cell-run-header.ts";
import { beginsHeaderName, isHeaderName, yearOfAmounts } from "./header-names.ts";

/** A piece of a line between runs of blanks, in columns of the screen: an ideograph takes two. */
export interface Segment {
  readonly cell: Cell;
  readonly left: number;
  readonly right: number;
}

/** A column of the screen: `left` inclusive, `right` exclusive. */
export interface Extent {
  left: number;
  right: number;
}

export interface HeaderCell extends Segment {
  /** Index of its first and last line among the header's. */
  readonly top: number;
  readonly bottom: number;
}

/** Headers that stand over all columns of a year or of a kind of amount, whatever is below. */
const HALF = /^(?:(?:20\d{2}年度?)?(?:年初|调整|全年)?[预决]算数?|20\d{2}年度?.{0,12})$/;

/** Headers that only ever stand over others. */
const OVER = /^(?:收入|支出|项目|人员经费|公用经费|科目|(?:支出)?(?:功能|经济)分类(?:科目)?)$/;

/** Headers over what names the rows: no figures stand below them. */
const OVER_NAMES = /^(?:项目|科目|(?:支出)?(?:功能|经济)分类(?:科目)?)$/;

/** A column with where its cells stand and the header directly over them. */
export interface HeadedColumn {
  readonly extent: Extent;
  readonly leaf: HeaderCell | null;
}

export function overlap(a: Extent, b: Extent): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

/** Whether two pieces share most of the narrower one's width; a line that ran too long pushes its last pieces aside. */
function standsOver(a: Extent, b: Extent): boolean {
  return overlap(a, b) * 2 > Math.min(a.right - a.left, b.right - b.left);
}

const centre = ({ left, right }: Extent): number => (left + right) / 2;

/** The column that a piece overlaps most, else the nearest. */
export function columnAt(columns: readonly Extent[], piece: Extent): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  columns.forEach((column, index) => {
    const common = overlap(piece, column);
    if (common > most) [best, most] = [index, common];
  });
  return best;
}

/** Whether two pieces below each other are one header that was too long for its line. */
function goesOn(above: string, below: string): boolean {
  const joined = above + below;
  if (isHeaderName(joined)) return true;
  if (isHeaderName(above)) return false;
  if (beginsHeaderName(joined)) return true;
  return !isHeaderName(below) && (/^[）)]/.test(below) || /[（(和及与、]$/.test(above) || below.length <= 2);
}

/** Pieces of header lines as whole headers: those that stand below each other are put together. */
export function wholeHeaders(lines: readonly (readonly Segment[])[]): HeaderCell[] {
  const found: HeaderCell[] = [];
  lines.forEach((segments, index) => {
    for (const segment of segments) {
      const at = found.findLastIndex(
        (cell) => cell.bottom === index - 1 && overlap(cell, segment) > 0 && goesOn(cell.cell.text, segment.cell.text),
      );
      const above = found[at];
      if (above === undefined) {
        found.push({ ...segment, top: index, bottom: index });
        continue;
      }
      found[at] = {
        cell: { ...above.cell, text: above.cell.text + segment.cell.text },
        left: Math.min(above.left, segment.left),
        right: Math.max(above.right, segment.right),
        top: above.top,
        bottom: index,
      };
    }
  });
  return found;
}

/** Per column its headers, outermost first. */
export function pathsOf(cells: readonly HeaderCell[], columns: readonly HeadedColumn[]): HeaderCell[][] {
  const leaves = new Set(columns.map(({ leaf }) => leaf));
  const paths = columns.map(({ leaf }): HeaderCell[] => (leaf === null ? [] : [leaf]));
  const parents = cells.filter((cell) => !leaves.has(cell));
  for (const parent of parents) {
    columns.forEach(({ leaf, extent }, index) => {
      if (
        overlap(parent, leaf ?? extent) > 0 &&
        (leaf === null || parent.bottom < leaf.top) &&
        !isOfOtherYear(leaf, parent)
      )
        paths[index]?.unshift(parent);
    });
  }
  for (const path of paths) path.sort((a, b) => a.top - b.top);
  adopt(parents, paths, columns);
  return paths;
}

/** A header is centred over the columns below it and overlaps but the middle ones; the others are its own too. */
function adopt(parents: readonly HeaderCell[], paths: HeaderCell[][], columns: readonly HeadedColumn[]): void {
  for (const top of new Set(parents.filter(isWide).map((parent) => parent.top))) {
    divide(
      parents.filter((parent) => parent.top === top && isWide(parent)),
      paths,
      columns,
    );
  }
  const before = paths.map((path) => [...path]);
  paths.forEach((path, index) => {
    const leaf = columns[index]?.leaf ?? null;
    if (leaf === null) return;
    const near = parents
      .filter((parent) => !isOfOtherYear(leaf, parent))
      .filter(
        (parent) =>
          parent.bottom < leaf.top && !path.some((cell) => cell.top <= parent.bottom && cell.bottom >= parent.top),
      )
      .filter((parent) => isWide(parent) || childLines(parent, before).has(leaf.top))
      .filter((parent) => isBeside(parent, index, before, leaf))
      .filter((parent) => !OVER_NAMES.test(parent.cell.text) || isNameOfRows(leaf.cell.text))
      .sort((a, b) => Math.abs(centre(a) - centre(leaf)) - Math.abs(centre(b) - centre(leaf)) || b.top - a.top);
    for (const level of new Set(near.map((parent) => parent.top))) {
      const nearest = near.find((parent) => parent.top === level);
      if (nearest !== undefined) path.push(nearest);
    }
    path.sort((a, b) => a.top - b.top);
  });
}

/** What it costs to tear a group of columns apart, beside distances on the screen. */
const TORN = 1000;

/** So many headers side by side are divided among the columns below them. */
const MOST_SIBLINGS = 4;

/**
 * Gives each of several headers on one line a run of the columns below, so that each stands as near
 * as possible to the middle of its run: 收入 over two columns, 支出 over five.
 */
function divide(siblings: readonly HeaderCell[], paths: HeaderCell[][], columns: readonly HeadedColumn[]): void {
  const below = columns.flatMap(({ leaf }, index) => {
    const first = siblings[0];
    const isBelow = leaf === null || first === undefined || leaf.top > first.bottom;
    return isBelow && !siblings.some((sibling) => isOfOtherYear(leaf, sibling)) ? [index] : [];
  });
  if (siblings.length < 2 || siblings.length > MOST_SIBLINGS || below.length < siblings.length) return;
  const extentOf = (at: number): Extent => {
    const column = columns[below[at] ?? 0];
    const { left, right } = column?.extent ?? { left: 0, right: 0 };
    const leaf = column?.leaf ?? { left, right };
    return { left: Math.min(left, leaf.left), right: Math.max(right, leaf.right) };
  };
  const off = (sibling: number, from: number, to: number): number =>
    Math.abs(centre(siblings[sibling] ?? { left: 0, right: 0 }) - (extentOf(from).left + extentOf(to).right) / 2);
  const isName = (at: number): boolean => isNameOfRows(columns[below[at] ?? -1]?.leaf?.cell.text ?? "");
  const inGroups = below.filter((_, at) => isName(at) && !isName(at - 1)).length > 1;
  // Columns with names of their own are not torn apart: 科目编码, 科目名称, 决算数.
  const begins = (at: number): boolean => !inGroups || (isName(at) && !isName(at - 1));
  const best = (sibling: number, from: number): { cost: number; ends: readonly number[] } => {
    const last = below.length - 1;
    if (sibling === siblings.length - 1) return { cost: off(sibling, from, last), ends: [last] };
    let found: { cost: number; ends: readonly number[] } = { cost: Infinity, ends: [] };
    for (let to = from; to <= last - (siblings.length - 1 - sibling); to += 1) {
      const rest = best(sibling + 1, to + 1);
      const cost = off(sibling, from, to) + rest.cost + (begins(to + 1) ? 0 : TORN);
      if (cost < found.cost) found = { cost, ends: [to, ...rest.ends] };
    }
    return found;
  };
  const leaves = below.map((index) => columns[index]?.leaf?.cell.text ?? "");
  const half = leaves.length / 2;
  // The same headers twice below two: each stands over its half, wherever it was printed.
  const isTwice =
    siblings.length === 2 &&
    half >= 2 &&
    leaves.every((text, at) => text !== "" && text === leaves[(at + half) % leaves.length]);
  const ends = isTwice ? [half - 1, leaves.length - 1] : best(0, 0).ends;
  below.forEach((index, at) => {
    const own = siblings[ends.findIndex((end) => at <= end)];
    const path = paths[index];
    if (own === undefined || path === undefined) return;
    const others = path.filter((cell) => !siblings.includes(cell));
    path.splice(0, path.length, ...[own, ...others].sort((a, b) => a.top - b.top));
  });
}

/** `2023年执行数` beside `2024年预算数` is no part of it, on whichever line it stands. */
const isOfOtherYear = (leaf: HeaderCell | null, parent: HeaderCell): boolean =>
  leaf !== null && yearOfAmounts(leaf.cell.text) !== null && /^20\d{2}年/.test(parent.cell.text);

const isWide = (cell: HeaderCell): boolean => HALF.test(cell.cell.text) || OVER.test(cell.cell.text);

/** The lines on which headers directly below a header stand. */
function childLines(parent: HeaderCell, paths: readonly (readonly HeaderCell[])[]): ReadonlySet<number> {
  return new Set(
    paths.flatMap((path) => {
      const below = path[path.indexOf(parent) + 1];
      return path.includes(parent) && below !== undefined ? [below.top] : [];
    }),
  );
}

/** Whether no column between a header's own and this one ends on another line. */
function isBeside(
  parent: HeaderCell,
  index: number,
  paths: readonly (readonly HeaderCell[])[],
  leaf: HeaderCell,
): boolean {
  if (isWide(parent)) return true;
  const own = paths.flatMap((path, at) => (path.includes(parent) ? [at] : []));
  const nearest = own.reduce(
    (best, at) => (Math.abs(at - index) < Math.abs(best - index) ? at : best),
    own[0] ?? index,
  );
  const [from, to] = [Math.min(nearest, index), Math.max(nearest, index)];
  const ofVehicles = VEHICLES.test(parent.cell.text);
  for (let at = from; at <= to; at += 1) {
    const other = paths[at]?.at(-1);
    if (other === undefined) continue;
    if (other.top !== leaf.top && other.bottom !== leaf.bottom) return false;
    if (ofVehicles && !OF_VEHICLES.test(other.cell.text)) return false;
  }
  return true;
}

/** What it costs to leave a header without figures below it, or a column of the body without a header. */
const UNMATCHED = 7;
/** A sum is printed wherever one of its parts is: its column is hardly blank throughout. */
const UNMATCHED_SUM = 2 * UNMATCHED;
const SUM = /^(?:合计|总计|小计)$/;
/** What it costs that a header touches a column and does not stand over it. */
const BESIDE = 0.5;
/** And that it stands over another one, or another header over the column. */
const ELSEWHERE = 1;

/**
 * The columns of the body with the header over each, and those of headers over nothing: columns that
 * are blank throughout. Headers are centred, figures end on the right, so that a narrow
 * figure may stand beside its header; their order decides then.
 */
export function columnsUnder(columns: readonly Extent[], cells: readonly HeaderCell[]): HeadedColumn[] {
  const bottom = cells.reduce((most, cell) => Math.max(most, cell.top), 0);
  const isOwn = (cell: HeaderCell): boolean =>
    yearOfAmounts(cell.cell.text) !== null &&
    columns.some(
      (column) =>
        overlap(column, cell) > 0 && !cells.some((other) => other.top > cell.bottom && overlap(other, column) > 0),
    );
  const leaves = cells
    .filter((cell) => !cells.some((other) => other.top > cell.bottom && standsOver(cell, other)))
    .filter((cell) => cell.top === bottom || !isWide(cell) || isOwn(cell))
    .sort((a, b) => a.left - b.left);
  // As many names on one line as columns: each is over its own, wherever it was printed.
  const isInOrder = leaves.every(
    ({ top, cell }) => top === bottom && (isHeaderName(cell.text) || isNameOfRows(cell.text)),
  );
  if (leaves.length === columns.length && isInOrder)
    return columns.map((extent, index) => ({ extent: { ...extent }, leaf: leaves[index] ?? null }));
  const width = columns.length + 1;
  const costs = new Float64Array((leaves.length + 1) * width);
  const cost = (leaf: number, column: number): number => costs[leaf * width + column] ?? 0;
  const isOver = leaves.map((leaf) => columns.some((column) => standsOver(leaf, column)));
  const isUnder = columns.map((column) => leaves.some((leaf) => standsOver(leaf, column)));
  // What only touches stands beside: where two headers are as near, the one above wins.
  const distance = (leaf: number, column: number): number => {
    const common = overlap(leaves[leaf] ?? { left: 0, right: 0 }, columns[column] ?? { left: 0, right: 0 });
    if (common > 0) return 0;
    return BESIDE - common + (isOver[leaf] === true || isUnder[column] === true ? ELSEWHERE : 0);
  };
  const bareCosts = leaves.map(({ cell }) => (SUM.test(cell.text) ? UNMATCHED_SUM : UNMATCHED));
  for (let leaf = 0; leaf <= leaves.length; leaf += 1) {
    const bareCost = bareCosts[leaf - 1] ?? UNMATCHED;
    for (let column = 0; column <= columns.length; column += 1) {
      if (leaf === 0 && column === 0) continue;
      const both = leaf > 0 && column > 0 ? cost(leaf - 1, column - 1) + distance(leaf - 1, column - 1) : Infinity;
      const bare = leaf > 0 ? cost(leaf - 1, column) + bareCost : Infinity;
      const unnamed = column > 0 ? cost(leaf, column - 1) + UNMATCHED : Infinity;
      costs[leaf * width + column] = Math.min(both, bare, unnamed);
    }
  }
  const found: HeadedColumn[] = [];
  let [leaf, column] = [leaves.length, columns.length];
  while (leaf > 0 || column > 0) {
    const here = cost(leaf, column);
    const above = leaves[leaf - 1];
    const below = columns[column - 1];
    if (
      above !== undefined &&
      below !== undefined &&
      here === cost(leaf - 1, column - 1) + distance(leaf - 1, column - 1)
    ) {
      found.push({ extent: { ...below }, leaf: above });
      leaf -= 1;
      column -= 1;
    } else if (above !== undefined && here === cost(leaf - 1, column) + (bareCosts[leaf - 1] ?? UNMATCHED)) {
      // What stands before the first column or alone on its line is a caption.
      const isAlone = !cells.some((other) => other !== above && other.top === above.top);
      if (column > 0 && !isAlone) found.push({ extent: { left: above.left, right: above.right }, leaf: above });
      leaf -= 1;
    } else {
      if (below !== undefined) found.push({ extent: { ...below }, leaf: null });
      column -= 1;
    }
  }
  return found.reverse();
}

/**
 * Header lines laid out by blanks as rows of cells, one for each level: what wraps is put together,
 * what is centred over several columns stands at the first of them.
 *
 *                  公务用车购置及运                          公务用车购置及运行费 | (empty)      | (empty)
 *                       行费                          →      小计               | 公务用车购置费 | …
 *          小计    公务用车购置费   公务用车运行费
 */
export function headerRowsOf(paths: readonly (readonly HeaderCell[])[], line: number): Row[] {
  const depth = paths.reduce((most, path) => Math.max(most, path.length), 0);
  const empty = (): Cell => ({ text: "", line, from: 0, to: 0, raw: "" });
  return Array.from({ length: depth }, (_, level): Row => ({
    line: paths.find((path) => path[level] !== undefined)?.[level]?.cell.line ?? line,
    cells: paths.map((path, index) => {
      const own = path[level];
      const before = paths[index - 1];
      const goesOnFrom = own !== undefined && path.length > level + 1 && before?.[level] === own;
      return own === undefined || goesOnFrom ? empty() : own.cell;
    }),
  }));
}
