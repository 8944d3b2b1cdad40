import { Decimal } from "../../domain/decimal.ts";
import { isMeasureName, yearOfAmounts } from "./header-names.ts";

/** A column that is the sum of others, as the headers say. */
export interface ColumnSum {
  readonly whole: number;
  readonly parts: readonly number[];
}

const WHOLE =
  /^(?:[“"”]?三公[“"”]?经费(?:支出|预算)?(?:合计|总计|小计)|合计|总计|小计|共计|本年(?:收入|支出)(?:合计)?|(?:收入|支出)(?:合计|总计))$/;
const NO_PART = /^其中|上年|比|率|%|机关运行经费|会议费|培训费/;
/** More ways to place a row's figures than this are not tried. */
const MOST_WAYS = 6000;

const holdsCarriedIn = (whole: string, distance: number): boolean =>
  /总计$/.test(whole) || (whole === "合计" && distance === 1);

/**
 * The sums that printed headers imply: a 小计 is the sum of its neighbours below the same header, the
 * first 合计 the sum of what stands beside it.
 *
 * @param paths per column its headers, outermost first.
 */
export function sumsOf(paths: readonly (readonly string[])[]): ColumnSum[] {
  const byMeasure = sumsOfMeasures(paths);
  if (byMeasure !== null) return byMeasure;
  const sums: ColumnSum[] = [...sumOfChange(paths)];
  const leaf = (column: number): string => paths[column]?.at(-1) ?? "";
  const within = (columns: readonly number[], level: number): void => {
    // Neighbours below one header are one part; its 小计 stands for them.
    const parts: { readonly columns: number[]; readonly name: string }[] = [];
    for (const column of columns) {
      const name = paths[column]?.[level] ?? "";
      const last = parts.at(-1);
      const deeper = (paths[column]?.length ?? 0) > level + 1;
      if (last !== undefined && deeper && last.name === name && last.columns.length > 0) last.columns.push(column);
      else parts.push({ columns: [column], name });
    }
    const representatives = parts.map((part) => {
      if (part.columns.length === 1) return part.columns[0] ?? 0;
      within(part.columns, level + 1);
      return part.columns.find((column) => WHOLE.test(leaf(column))) ?? null;
    });
    const [first, ...rest] = representatives;
    if (first === undefined || first === null || rest.length === 0) return;
    // 总计 of income, and 合计 directly before it, hold what was carried in; 本年收入合计 does not.
    const isPart = (column: number): boolean =>
      !NO_PART.test(leaf(column)) || (holdsCarriedIn(leaf(first), column - first) && /^上年结转/.test(leaf(column)));
    if (!WHOLE.test(leaf(first)) || rest.some((column) => column === null || !isPart(column))) return;
    sums.push({ whole: first, parts: rest.filter((column) => column !== null) });
  };
  const tops = new Set(paths.map((path) => path[0] ?? ""));
  const halves = [...tops].filter((top) => /^(?:(?:年初)?预算数?|决算数?|\d{4}年.*)$/.test(top));
  if (halves.length > 1 && paths.every((path) => halves.includes(path[0] ?? ""))) {
    for (const half of halves)
      within(
        paths.flatMap((path, column) => (path[0] === half ? [column] : [])),
        1,
      );
  } else
    within(
      paths.map((_, column) => column),
      0,
    );
  return sums;
}

/** How much one year is more than the other. */
const CHANGE = /^增减(?:额|数|金额)$/;

/** `2023年执行数 | 2024年预算数: 小计 基本支出 项目支出 | 增减额`: the later year is the earlier one and the change. */
function sumOfChange(paths: readonly (readonly string[])[]): readonly ColumnSum[] {
  const change = paths.findIndex((path) => CHANGE.test(path.at(-1) ?? ""));
  if (change === -1) return [];
  const first = new Map<string, number>();
  paths.slice(0, change).forEach((path, column) => {
    const year = yearOfAmounts(path[0] ?? "");
    if (year === null || first.has(year)) return;
    const isAlone = paths[column + 1]?.[0] !== path[0];
    if (isAlone || WHOLE.test(path.at(-1) ?? "")) first.set(year, column);
  });
  const [[, earlier] = [], [, later] = [], other] = [...first].sort(([one], [two]) => Number(one) - Number(two));
  const isSum = earlier !== undefined && later !== undefined && other === undefined;
  return isSum ? [{ whole: later, parts: [earlier, change] }] : [];
}

/** The sums of columns below whose names stand 预算数 and 决算数, for each of the two; null for other columns. */
function sumsOfMeasures(paths: readonly (readonly string[])[]): ColumnSum[] | null {
  const [first] = paths;
  if (first === undefined || first.length < 2 || !isMeasureName(first.at(-1) ?? "")) return null;
  if (!paths.every((path) => path.length > 1 && isMeasureName(path.at(-1) ?? ""))) return null;
  return [...new Set(paths.map((path) => path.at(-1)))].flatMap((measure) => {
    const columns = paths.flatMap((path, column) => (path.at(-1) === measure ? [column] : []));
    const sums = sumsOf(columns.map((column) => (paths[column] ?? []).slice(0, -1)));
    return sums.map(({ whole, parts }) => ({
      whole: columns[whole] ?? whole,
      parts: parts.map((part) => columns[part] ?? part),
    }));
  });
}

export type Row = readonly (Decimal | null)[];

function holds(row: Row, { whole, parts }: ColumnSum, precision: Decimal): boolean {
  const total = row[whole] ?? Decimal.zero;
  const sum = parts.reduce((running, part) => running.plus(row[part] ?? Decimal.zero), Decimal.zero);
  return sum
    .minus(total)
    .abs()
    .lte(precision.times(Decimal.of(parts.length)));
}

/** Whether a row keeps every sum; a blank counts as nothing. */
export function keepsSums(row: Row, sums: readonly ColumnSum[], precision: Decimal): boolean {
  return sums.every((sum) => holds(row, sum, precision));
}

/** A way to put a row's figures into columns: per figure its column, ascending. */
export type Way = readonly number[];

/**
 * The ways to put the figures of a row that lost its blank cells into columns, so that every sum
 * between columns holds:
 *
 *     合计  基本支出  项目支出            2.40  2.40   is 合计 and either of the others
 *     852.80  612.50  240.30              852.80 612.50 240.30 is all three
 *
 * @param open columns in which a figure may stand at all.
 * @param most so many ways are enough.
 * @returns none where no way holds or there are too many.
 */
export function waysToPlace(
  values: readonly (Decimal | null)[],
  precision: Decimal,
  width: number,
  sums: readonly ColumnSum[],
  open: (column: number) => boolean,
  most = Infinity,
): readonly Way[] {
  const ways: Way[] = [];
  if (values.length === width) {
    const all = values.map((_, column) => column);
    return all.every(open) && keepsSums(values, sums, precision) ? [all] : [];
  }
  let tried = 0;
  const firstIsWhole = sums.some(({ whole }) => whole === 0);
  const place = (chosen: Way, from: number): void => {
    if (tried > MOST_WAYS || ways.length >= most) return;
    if (chosen.length === values.length) {
      tried += 1;
      const row = rowOfWay(values, chosen, width);
      if (keepsSums(row, sums, precision)) ways.push(chosen);
      return;
    }
    for (let column = from; column <= width - (values.length - chosen.length); column += 1) {
      if (chosen.length === 0 && firstIsWhole && column > 0) return;
      if (open(column)) place([...chosen, column], column + 1);
    }
  };
  place([], 0);
  return tried > MOST_WAYS ? [] : ways;
}

/** The values by column. */
export function rowOfWay(values: readonly (Decimal | null)[], way: Way, width: number): Row {
  const row: (Decimal | null)[] = Array.from({ length: width }, () => null);
  way.forEach((column, index) => {
    row[column] = values[index] ?? null;
  });
  return row;
}
