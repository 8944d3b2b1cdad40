import { Decimal } from "../../domain/decimal.ts";
import type { HeadedColumn, HeaderCell, Segment } from "./aligned-header.ts";
import { overlap } from "./aligned-header.ts";
import type { PlacedLine } from "./aligned-labels.ts";
import { figureOf, isFigure } from "./cells.ts";
import type { Way } from "./place-figures.ts";
import { keepsSums, rowOfWay, sumsOf, waysToPlace } from "./place-figures.ts";

/**
 * Rows whose figures stand beside their headers and not below them, put right by the sums that the
 * headers imply: of all ways that keep the sums, the one nearest to where the figures stand.
 *
 *     合计     小计           购置费        运行费      接待费
 *        6.00         4.00                    4.00      2.00       the first 4.00 is 小计 and not 购置费
 *
 * Only for tables of one block, and only rows that break a sum where they stand.
 */
export function inSummingColumns(
  lines: readonly PlacedLine[],
  columns: readonly HeadedColumn[],
  paths: readonly (readonly HeaderCell[])[],
): PlacedLine[] {
  const isAmount = (column: number): boolean =>
    lines.some(({ row }) => /[.．]\d/.test(row.cells[column]?.text ?? "") && isFigure(row.cells[column]?.text ?? ""));
  const first = columns.findIndex((_, column) => isAmount(column));
  const hasWords = (column: number): boolean =>
    lines.some(({ row }) => /[\u4e00-\u9fa5]/.test(row.cells[column]?.text ?? ""));
  const values = columns.flatMap((_, column) => (column >= first ? [column] : []));
  if (first === -1 || values.some(hasWords)) return [...lines];
  const sums = sumsOf(values.map((column) => (paths[column] ?? []).map(({ cell }) => cell.text)));
  if (sums.length === 0) return [...lines];
  return lines.map((line) => {
    const segments = line.segments.filter(({ cell }) => values.some((column) => line.row.cells[column] === cell));
    const figures = segments.map(({ cell }) => figureOf(cell, "万元"));
    if (figures.length < 2 || figures.some((figure) => figure === null)) return line;
    const amounts = figures.map((figure) => figure?.value ?? null);
    const precision = figures.reduce(
      (coarsest, figure) => (figure?.precision.gt(coarsest) === true ? figure.precision : coarsest),
      Decimal.zero,
    );
    const own: Way = segments.map(({ cell }) => values.findIndex((column) => line.row.cells[column] === cell));
    if (keepsSums(rowOfWay(amounts, own, values.length), sums, precision)) return line;
    const way = nearest(
      waysToPlace(amounts, precision, values.length, sums, () => true),
      segments,
      values.map((column) => columns[column]),
    );
    if (way === null) return line;
    const cells = line.row.cells.map((cell, column) => {
      if (!values.includes(column)) return cell;
      const at = way.indexOf(values.indexOf(column));
      return at === -1 ? { ...cell, text: "", raw: "" } : (segments[at]?.cell ?? cell);
    });
    return { ...line, row: { ...line.row, cells } };
  });
}

function nearest(
  ways: readonly Way[],
  segments: readonly Segment[],
  columns: readonly (HeadedColumn | undefined)[],
): Way | null {
  let best: { way: Way; off: number } | null = null;
  for (const way of ways) {
    const off = way.reduce((sum, column, index) => {
      const segment = segments[index];
      const { extent, leaf } = columns[column] ?? {};
      if (segment === undefined || extent === undefined) return sum;
      return (
        sum +
        Math.max(
          0,
          Math.min(-overlap(segment, extent), leaf === null || leaf === undefined ? Infinity : -overlap(segment, leaf)),
        )
      );
    }, 0);
    if (best === null || off < best.off) best = { way, off };
  }
  return best?.way ?? null;
}
