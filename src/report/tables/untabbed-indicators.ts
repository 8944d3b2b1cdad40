import type { Cell, Row } from "./cells.ts";
import { isFigure } from "./cells.ts";
import type { FormSection } from "./form-sections.ts";

/** 一级指标 and 二级指标 of every form; 成本指标 is either. */
const FIRST = /^(?:产出|效益|满意度|成本|过程|决策|投入|效果)(?:指标|目标)(?:[（(]\d{1,3}分[)）])?$/;
const SECOND =
  /^(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|可持续(?:影响|发展)|(?:服务对象|社会公众|受益对象)?满意度)(?:指标|目标)(?:[（(]\d{1,3}分[)）])?$/;
export const TOTAL = /^(?:总分|总得分|总计得分|得分合计|合计得分)$/;

/** Words of a level that are also names of indicators. */
const BARE_LEVEL =
  /^(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|(?:服务对象|社会公众|受益对象)?满意度)$/;

/** A target or a result: a number, a limit, or one of few words. */
const RESULT =
  /[\d≥≤＞＜><=＝%％]|^(?:优|良|中|差|是|否|有|无|好|高|低|达标|合格|完成|及时|按时|提升|提高|有效|显著|明显|较好|良好|长期|持续|保障|保证|改善|增强|不断|逐步|基本|全部|全面|定性)/;
/** Two figures behind a name are never further away than this. */
const FURTHEST = 4;

export const isLevel = ({ text }: Cell): boolean => FIRST.test(text) || SECOND.test(text);
const isPlainFigure = (cell: Cell | undefined): boolean =>
  cell !== undefined && isFigure(cell.text) && !/[%％]$/.test(cell.text);

/** An indicator as it was printed, whatever its line left out. */
interface Indicator {
  readonly levels: readonly Cell[];
  readonly name: Cell;
  readonly target: Cell | undefined;
  readonly actual: Cell | undefined;
  readonly points: readonly Cell[];
  readonly remark: Cell | undefined;
}

/**
 * Rows of indicators from cells that stand one after the other, without the blank ones:
 *
 *     产出指标 数量指标 社区矫正人数 ≥200人 212人 10 10
 *     ^^^^^^^^ ^^^^^^^^ ^^^^^^^^^^^^ ^^^^^^ ^^^^^ ^^ ^^ levels, name, target, result, points
 *
 * @param section of the header above them, whose columns the rows get.
 * @returns the rows and how many cells they take; what comes behind is no indicator.
 */
export function indicatorRows(
  cells: readonly Cell[],
  section: FormSection,
): { readonly rows: readonly Row[]; readonly taken: number } {
  const rows: Row[] = [];
  const hasPoints = section.places.maxScore !== -1 || section.places.score !== -1;
  const isFinal = section.columns.some(({ role }) => role === "actual");
  let at = 0;
  while (at < cells.length) {
    const found = TOTAL.test(cells[at]?.text ?? "")
      ? totalAt(cells, at)
      : hasPoints
        ? scoredAt(cells, at, section)
        : plainAt(cells, at, isFinal);
    if (found === null) break;
    rows.push("row" in found ? found.row : rowOf(found.indicator, section));
    at = found.end;
    if ("row" in found) break;
  }
  return { rows, taken: at };
}

interface Found {
  readonly indicator: Indicator;
  readonly end: number;
}

function totalAt(cells: readonly Cell[], at: number): { readonly row: Row; readonly end: number } | null {
  const total = cells[at];
  if (total === undefined) return null;
  let end = at + 1;
  while (end < cells.length && end < at + 3 && isPlainFigure(cells[end])) end += 1;
  return end === at + 1 ? null : { row: { line: total.line, cells: cells.slice(at, end) }, end };
}

/** The levels at the beginning, and the name behind them. */
function headAt(
  cells: readonly Cell[],
  at: number,
): { readonly levels: Cell[]; readonly name: Cell; readonly end: number } | null {
  const levels: Cell[] = [];
  let end = at;
  const isAbove = (cell: Cell, next: Cell | undefined): boolean =>
    isLevel(cell) || (BARE_LEVEL.test(cell.text) && next !== undefined && !RESULT.test(next.text));
  for (
    let cell = cells[end];
    cell !== undefined && levels.length < 2 && isAbove(cell, cells[end + 1]);
    cell = cells[end]
  ) {
    levels.push(cell);
    end += 1;
  }
  const name = cells[end];
  if (name === undefined || isFigure(name.text) || !/[\u4e00-\u9fa5A-Za-z]/.test(name.text)) return null;
  return { levels, name, end: end + 1 };
}

/** An indicator with points: they say where it ends. */
function scoredAt(cells: readonly Cell[], at: number, { places }: FormSection): Found | null {
  const head = headAt(cells, at);
  if (head === null) return null;
  const both = places.maxScore !== -1 && places.score !== -1;
  const isEnd = (index: number): boolean => isPlainFigure(cells[index]) && (!both || isPlainFigure(cells[index + 1]));
  let points = head.end + 1;
  while (points <= head.end + FURTHEST && !isEnd(points)) points += 1;
  if (!isEnd(points)) return null;
  // `100 100 10 10`: of figures one after the other the last two are points.
  while (points < head.end + 2 && isEnd(points + 1)) points += 1;
  const between = cells.slice(head.end, points);
  const end = points + (both ? 2 : 1);
  const remark = remarkAt(cells, end);
  return {
    indicator: {
      levels: head.levels,
      name: head.name,
      target: between[0],
      actual: between.length > 1 ? between.at(-1) : undefined,
      points: cells.slice(points, end),
      remark,
    },
    end: end + (remark === undefined ? 0 : 1),
  };
}

/** Words behind the points: a remark, unless the next indicator begins with them. */
function remarkAt(cells: readonly Cell[], at: number): Cell | undefined {
  const [cell, next, further] = [cells[at], cells[at + 1], cells[at + 2]];
  if (cell === undefined || isLevel(cell) || TOTAL.test(cell.text) || isFigure(cell.text)) return undefined;
  if (next === undefined || isLevel(next) || TOTAL.test(next.text)) return cell;
  // `个别对象 | 矫正对象满意度 | ≥90%`: what has its target next to it is the name.
  return RESULT.test(next.text) ? undefined : further !== undefined && RESULT.test(further.text) ? cell : undefined;
}

/** An indicator without points: a name and its target, and its result where a column holds one. */
function plainAt(cells: readonly Cell[], at: number, isFinal: boolean): Found | null {
  const head = headAt(cells, at);
  const target = head === null ? undefined : cells[head.end];
  if (head === null || target === undefined || isLevel(target)) return null;
  if (head.levels.length === 0 && !RESULT.test(target.text)) return null;
  const next = cells[head.end + 1];
  const actual = isFinal && next !== undefined && !isLevel(next) && RESULT.test(next.text) ? next : undefined;
  const indicator = { levels: head.levels, name: head.name, target, actual, points: [], remark: undefined };
  return { indicator, end: head.end + (actual === undefined ? 1 : 2) };
}

const isSecond = (cell: Cell | undefined): boolean =>
  cell !== undefined && (SECOND.test(cell.text) || BARE_LEVEL.test(cell.text));

/** The indicator in the columns of its header. */
function rowOf({ levels, name, target, actual, points, remark }: Indicator, { columns, places }: FormSection): Row {
  const empty: Cell = { ...name, text: "", raw: "", to: name.from };
  const cells = columns.map(() => empty);
  const put = (index: number | undefined, cell: Cell | undefined): void => {
    if (index !== undefined && index !== -1 && cell !== undefined) cells[index] = cell;
  };
  put(places.levels.at(-1), name);
  const [first, second] = levels;
  if (second !== undefined || !isSecond(first)) put(places.levels[0], first);
  if (places.levels.length > 2) put(places.levels[1], second ?? (isSecond(first) ? first : undefined));
  const at = (role: string): number => columns.findIndex((column) => column.role === role);
  put(at("target"), target);
  put(at("actual"), actual);
  put(places.maxScore === -1 ? places.score : places.maxScore, points[0]);
  if (points.length > 1) put(places.score, points[1]);
  put(at("remark"), remark);
  return { line: name.line, cells };
}
