import { DIVIDED, isNameOfRows } from "./cell-run-header.ts";
import type { Row } from "./cells.ts";
import { isBlank, isFigure } from "./cells.ts";

/** A column of figures while its headers are put together, outermost first. */
type Path = readonly string[];

const CODE = /^\d{2,3}(?:\d{2}){0,2}$/;
const SUM = /^(?:小计|合计)$/;
const TOTAL = /^(?:合计|总计|本年支出合计|本年收入合计|支出合计|收入合计)$/;
const TWO_SIDED = /^(?:收入|支出)$/;
const SPENT = /^本年支出/;
/** A header that stands over the columns of a whole block. */
const OVER_BLOCK = /三公|财政拨款|^本年|[预决]算数?$/;

/**
 * The header paths of a table whose merged cells were written as one cell each, so that no header
 * row is as wide as the figures below:
 *
 *     科目编码<TAB>科目名称<TAB>年初结转<TAB>本年支出<TAB>年末结转
 *     小计<TAB>基本支出<TAB>项目支出
 *     2080109<TAB>社会保险经办机构<TAB>0.00<TAB>9.00<TAB>6.00<TAB>3.00<TAB>0.00
 *
 * The second row stands below 本年支出. Null where a header row is as wide as the table or the words
 * do not make as many columns as there are figures.
 */
export function pathsOfLostSpans(header: readonly Row[], body: readonly Row[], width: number): string[][] | null {
  if (header.length < 2 || header.some((row) => row.cells.length >= width)) return null;
  const full = body.filter((row) => row.cells.length === width);
  if (full.length === 0 || full.length * 2 < body.length) return null;
  const levels = header.map((row) =>
    row.cells.flatMap(({ text }) => (text === "" || isNameOfRows(text) ? [] : [text])),
  );
  if (levels.some((words) => words.some((text) => TWO_SIDED.test(text)))) return null;
  const names = namesBefore(full, width);
  const columns = columnsOfLevels(levels.filter((words) => words.length > 0));
  if (columns === null || columns.length !== width - names.length) return null;
  return [...names.map((name) => [name]), ...columns.map((path) => [...path])];
}

/**
 * Rows whose name stands in one cell instead of codes and name, moved under their columns again:
 *
 *     208<TAB>05<TAB>05<TAB>机关事业单位基本养老保险缴费支出<TAB>35.60<TAB>35.60
 *     合计<TAB>386.52<TAB>386.52
 */
export function withSpreadTotals(rows: readonly Row[], width: number): readonly Row[] {
  const isMerged = ({ cells: [first, ...rest] }: Row): boolean =>
    first !== undefined &&
    TOTAL.test(first.text) &&
    rest.length > 0 &&
    rest.every((cell) => isBlank(cell) || isFigure(cell.text));
  if (!rows.some((row) => row.cells.length < width && isMerged(row))) return rows;
  const full = rows.filter((row) => row.cells.length === width && !isMerged(row));
  const names = full.length === 0 ? 0 : namesBefore(full, width).length;
  if (names < 2) return rows;
  return rows.map((row) => {
    const [first, ...rest] = row.cells;
    if (first === undefined || row.cells.length !== width - names + 1 || !isMerged(row)) return row;
    const blanks = Array.from({ length: names - 1 }, () => ({ ...first, text: "", raw: "", from: first.to }));
    return { ...row, cells: [...blanks, first, ...rest] };
  });
}

/** The columns before the first one of figures: codes and names. */
function namesBefore(rows: readonly Row[], width: number): string[] {
  const names: string[] = [];
  for (let column = 0; column < width; column += 1) {
    const cells = rows.map((row) => row.cells[column]).filter((cell) => !isBlank(cell));
    const codes = cells.filter((cell) => CODE.test(cell?.text ?? "")).length;
    const figures = cells.filter((cell) => isFigure(cell?.text ?? "")).length;
    if (cells.length > 0 && figures > codes) break;
    // Two digits are a figure where no name follows them.
    if (cells.length > 0 && codes === cells.length && !hasWords(rows, column + 1, width)) break;
    if (cells.length === 0) break;
    names.push(codes * 2 > cells.length ? "科目编码" : "科目名称");
  }
  return names;
}

function hasWords(rows: readonly Row[], from: number, width: number): boolean {
  return rows.some((row) =>
    row.cells.slice(from, width).some((cell) => cell.text !== "" && !isBlank(cell) && !isFigure(cell.text)),
  );
}

/** The columns that the words of all levels make, null where it is not plain what stands below what. */
function columnsOfLevels([top = [], ...below]: readonly (readonly string[])[]): readonly Path[] | null {
  let columns: Path[] = top.map((text) => [text]);
  /** Of the level before: indexes of its columns. */
  let open = columns.map((_, index) => index);
  for (const words of below) {
    const groups = groupsOf(words);
    const parents = parentsOf(groups, open, columns);
    if (parents === null) return null;
    const next: Path[] = [];
    const opened: number[] = [];
    columns.forEach((path, index) => {
      const group = groups[parents.indexOf(index)];
      if (group === undefined || !parents.includes(index)) {
        next.push(path);
        return;
      }
      for (const text of group) {
        opened.push(next.length);
        next.push([...path, text]);
      }
    });
    columns = next;
    open = opened;
  }
  return columns;
}

/** A level cut where a new sum begins: `小计 基本 项目 小计 基本 项目`. */
function groupsOf(words: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const text of words) {
    const last = groups.at(-1);
    if (last === undefined || SUM.test(text)) groups.push([text]);
    else last.push(text);
  }
  return groups;
}

/** The columns of the level before that stand over the groups, in order. */
function parentsOf(
  groups: readonly (readonly string[])[],
  open: readonly number[],
  columns: readonly Path[],
): readonly number[] | null {
  const textOf = (index: number): string => columns[index]?.at(-1) ?? "";
  for (const pattern of [SPENT, ...DIVIDED, OVER_BLOCK]) {
    const matching = open.filter((index) => pattern.test(textOf(index)));
    if (matching.length === groups.length) return matching;
  }
  if (open.length === groups.length) return open;
  const [first] = open;
  const block = open.filter((index) => OVER_BLOCK.test(textOf(index)));
  if (groups.length === 1 && /^合计$/.test(groups[0]?.[0] ?? "") && first !== undefined) return [block[0] ?? first];
  return null;
}
