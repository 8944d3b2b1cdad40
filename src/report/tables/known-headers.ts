import type { HeaderPath } from "./cell-run-header.ts";
import { columnsOfHeader, isNameOfRows } from "./cell-run-header.ts";
import type { Cell } from "./cells.ts";
import { isHeaderName, isMeasureName } from "./header-names.ts";
import { sumsOf } from "./place-figures.ts";
import type { LossyRow } from "./place-rows.ts";
import { rowsBreaking } from "./place-rows.ts";
import { standardsOfLetters } from "./standard-headers.ts";

/** A name over all columns of a table: 财政拨款“三公”经费, 一般公共预算基本支出. */
const SPANNING =
  /三公|^(?:收入|支出)[预决]算$|预算(?:拨款)?(?:基本)?支出$|财政拨款支出[预决]算数$|财政拨款(?:预算)?安排(?:情况|数)?$/;
/** Fewer measures than this may be headers of their own. */
const LEAST_MEASURES = 3;

/** What a header prints: measures below the names, and the names or what is left of them. */
interface PrintedHeader {
  /** Without the measures that stand below every column. */
  readonly names: readonly Cell[];
  /** The measures below each column in order: none, the same once, or 预算数 and 决算数 by turns. */
  readonly measures: readonly Cell[];
}

/**
 * Takes the line of measures off a header:
 *
 *     合计 因公出国（境）费 公务接待费
 *     预算数 决算数 预算数 决算数 预算数 决算数
 *     ^^^^^^^^^^^^^
 */
function withoutMeasures(header: readonly Cell[], width: number): PrintedHeader {
  const printed = header.filter(({ text }) => isMeasureName(text));
  const texts = [...new Set(printed.map(({ text }) => text))];
  const isBelow =
    printed.length >= LEAST_MEASURES &&
    printed.length >= width &&
    printed.length % texts.length === 0 &&
    printed.every(({ text }, index) => text === texts[index % texts.length]);
  if (!isBelow || texts.length > 2) return { names: header, measures: [] };
  return { names: header.filter((cell) => !printed.includes(cell)), measures: printed.slice(0, texts.length) };
}

/**
 * The columns of a table of the outline that has just these words, however the extraction broke and
 * mixed them:
 *
 *     附属单位上缴                                              本年收入合计, 财政拨款收入, 上级补助收入,
 *     功能分 本年收入合计 财政拨款收入 … 其他收入          →    事业收入, 经营收入, 附属单位上缴收入, 其他收入
 *     收入
 *
 * Of several orders that the outline knows the one that the rows' sums and then the print confirm.
 * Null where the words are those of no table, or whole and in a row: then their order is the columns'.
 *
 * @param widest so many figures the fullest rows have.
 */
export function knownColumns(
  header: readonly Cell[],
  rows: readonly LossyRow[],
  widest: number,
): readonly HeaderPath[] | null {
  const { names, measures } = withoutMeasures(header, widest);
  const turns = Math.max(1, measures.length);
  const withMeasures = (columns: readonly HeaderPath[]): readonly HeaderPath[] =>
    turns === 1 ? columns : columns.flatMap((path) => measures.map((measure) => [...path, measure]));
  const least = Math.ceil(widest / turns);
  const words = names.filter(({ text }) => !isNameOfRows(text));
  if (words.length * turns === widest && words.every(({ text }) => isHeaderName(text))) {
    const columns = turns === 1 && measures.length === 0 ? null : columnsOfHeader(words, words.length);
    return columns === null ? null : withMeasures(columns);
  }
  const own = names.filter(({ text }) => !SPANNING.test(text));
  const exact = standardsOfLetters(names, least);
  const known =
    exact.length > 0 || own.length === names.length
      ? exact
      : firstOf(standardsOfLetters(own, least), () =>
          standardsOfLetters(
            own.filter(({ text }) => !isNameOfRows(text)),
            least,
          ),
        );
  const orders = known.length === 0 ? known : (printedOrder(own, known[0]?.length ?? 0) ?? known);
  const weighed = orders.map((order) => {
    const columns = withMeasures(order);
    const sums = sumsOf(columns.map((path) => path.flatMap((cell) => (cell === null ? [] : [cell.text]))));
    const breaking = rowsBreaking(rows, columns.length, sums);
    return { columns, sums, breaking, disorder: disorderOf(order, header), turned: turnedOf(order, header) };
  });
  const [best] = weighed.toSorted((a, b) => a.breaking - b.breaking || a.disorder - b.disorder || a.turned - b.turned);
  if (best === undefined) return null;
  // A single wrong figure breaks one row.
  if (best.breaking * 5 <= rows.length) return best.columns;
  // Which may be all there is: then most sums of that row still hold, in one order only.
  if (best.breaking > 1 || rows.some(({ figures }) => figures.length !== best.columns.length)) return null;
  const [one, other] = weighed
    .map(({ columns, sums }) => ({
      columns,
      sums,
      broken: sums.filter((sum) => rowsBreaking(rows, columns.length, [sum]) > 0),
    }))
    .toSorted((a, b) => a.broken.length - b.broken.length);
  if (one === undefined || one.broken.length * 2 > one.sums.length) return null;
  return other === undefined || other.broken.length > one.broken.length ? one.columns : null;
}

const firstOf = <Item>(found: readonly Item[], other: () => readonly Item[]): readonly Item[] =>
  found.length > 0 ? found : other();

/** Whole names side by side on one line are the columns in their order; null for any other header. */
function printedOrder(own: readonly Cell[], count: number): readonly (readonly HeaderPath[])[] | null {
  const words = own.filter(({ text }) => !isNameOfRows(text));
  const isFlat = words.every(({ text, line }) => isHeaderName(text) && line === words[0]?.line);
  return isFlat && words.length === count ? [words.map((cell) => [cell])] : null;
}

/** How many names of one level the header prints, one cell a line, before a name that is to stand before them. */
function turnedOf(columns: readonly HeaderPath[], header: readonly Cell[]): number {
  const deepest = Math.max(...columns.map((path) => path.length));
  let turned = 0;
  for (let level = 0; level < deepest; level += 1) {
    const names = new Set(columns.flatMap((path) => path[level]?.text ?? []));
    const places = [...names].map((name) => header.findIndex(({ text }) => text === name)).filter((at) => at !== -1);
    turned += places.filter((at, index) => at < (places[index - 1] ?? at)).length;
  }
  return turned;
}

/** How many names that the header prints in one line stand there in another order. */
function disorderOf(columns: readonly HeaderPath[], header: readonly Cell[]): number {
  const names = new Set(columns.flatMap((path) => path.flatMap((cell) => (cell === null ? [] : [cell.text]))));
  const places = [...names].flatMap((name) => header.find(({ text }) => text === name) ?? []);
  return places.filter(({ line, from }, index) => {
    const before = places.slice(0, index).findLast((other) => other.line === line);
    return before !== undefined && before.from > from;
  }).length;
}
