import type { Line } from "../types.ts";
import { isWhiteText, squeezed } from "../white-space.ts";
import { blankDivided } from "./blank-divided.ts";
import type { Cell, Row } from "./cells.ts";
import { isBlank, isFigure } from "./cells.ts";
import type { FormSection } from "./form-sections.ts";
import { sectionOf } from "./form-sections.ts";
import { isTableName } from "./names.ts";
import { wholeCell } from "./spaced-cells.ts";
import { spacedFormRows } from "./spaced-forms.ts";
import { indicatorRows, isLevel, TOTAL } from "./untabbed-indicators.ts";

/** How far above its indicators a form begins, and how far below it may reach. */
const LONGEST_HEAD = 60;
const LONGEST_BODY = 400;
const LONGEST_CELL = 60;

/** The header over the indicators, word by word. */
const HEADER =
  /^(?:绩效指标|年度绩效指标|[一二三]级指标|指标(?:名称|内容|值|目标值)|(?:年度|预期|绩效)?(?:指标|目标)值|实际(?:完成|完成值|值)|实际完成(?:情况|指标值)|完成值|分值|权重|得分|自评得分|自评分|(?:未完成原因|偏差原因|未完成|备注|说明|原因)\S*|改进措施|及改进措施|分析及改进措施)$/;
/** What a form names before its indicators, with the value behind. */
const KEY =
  /^(?:项目名称|主管部门|实施单位|预算单位|项目(?:单位|负责人|类别|属性|类型|期|代码|编码|级次|当年预算|上年预算|总预算)|同名项目上年|计划(?:开始|完成)|联系(?:人|电话)|(?:年度|实施期)?(?:资金)?(?:总额|金额)|其中[:：]?(?:当年)?(?:财政拨款|财政资金)|其他资金|上年结转(?:资金)?)[^，。；]{0,16}$/;
const GOALS = /^(?:年度总体目标|项目总目标|年度绩效目标|年度目标|实施期目标|总体目标|绩效目标|中长期目标)/;
const MONEY_OPENS = /^项目资金(?:[（(](?:万元|元|百元|千元|亿元)[)）])?$/;
const MONEY_UNIT = /^[（(](?:万元|元|百元|千元|亿元)[)）]$/;
const MONEY_HEAD = /^(?:年初预算|全年预算|调整预算|全年执行|执行数|预算数|分值|执行率|得分)/;
const NEXT = /^(?:第.{1,3}部分|[一二三四五六七八九十]{1,3}、|注\d?[:：]|附件)/;

interface Form {
  readonly rows: readonly Row[];
  readonly end: number;
}

/**
 * Forms of targets and self-evaluations that no tab divides: one cell a line, or cells with single
 * blanks between them. Blank cells are lost; the words themselves say where a row ends.
 *
 *     一级指标                    一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分
 *     二级指标                    产出指标 数量指标 社区矫正人数 ≥200人 212人 10 10
 *     …
 */
export function untabbedForms(lines: readonly Line[], free: (line: Line) => boolean): ReadonlyMap<number, Form> {
  const found = new Map<number, Form>();
  let from = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line; // index < length
    if (!line.text.includes("级指标") || !free(line) || line.text.includes("|")) continue;
    const form = formAt(lines, index, from, free);
    if (form === null) continue;
    found.set(form.start + 1, { rows: form.rows, end: form.end });
    index = form.end - 1;
    from = form.end;
  }
  return found;
}

function formAt(
  lines: readonly Line[],
  at: number,
  floor: number,
  free: (line: Line) => boolean,
): (Form & { readonly start: number }) | null {
  const isCellALine = blankDivided(lines[at] as Line).length === 1; // the caller's line
  const header = headerAt(lines, at, isCellALine);
  if (header === null) return null;
  const body = bodyAt(lines, header.end, isCellALine, free);
  const indicators = isCellALine
    ? streamRows(body, header.section)
    : body.flatMap((line) => lineRows(line, header.section));
  if (indicators.length < 2) return null;
  const last = indicators.at(-1)?.cells.reduce((latest, { line }) => Math.max(latest, line), 0) ?? at;
  const start = startAbove(lines, header.start, floor, free);
  const head = lines.slice(start, header.start).filter(({ text }) => !isWhiteText(text));
  const rows = [...headRows(head, isCellALine), { line: at + 1, cells: header.cells }, ...indicators];
  return { start, rows, end: Math.max(last, header.end) };
}

/** The header over the indicators, from `start` to before `end`. */
function headerAt(
  lines: readonly Line[],
  at: number,
  isCellALine: boolean,
): {
  readonly cells: readonly Cell[];
  readonly section: FormSection;
  readonly start: number;
  readonly end: number;
} | null {
  const cells: Cell[] = [];
  let end = at;
  for (; end < lines.length && end < at + 14; end += 1) {
    const line = lines[end] as Line; // end < length
    if (isWhiteText(line.text)) continue;
    const own = isCellALine ? [wholeCell(line)] : blankDivided(line);
    if (!own.every(({ text }) => HEADER.test(text))) break;
    // Two periods side by side have one header twice.
    for (const cell of own) if (!cells.some(({ text }) => text === cell.text)) cells.push(cell);
  }
  const above = lines[at - 1];
  const start = above !== undefined && /^\s*(?:年度)?绩效指标\s*$/.test(above.text) ? at - 1 : at;
  const section = sectionOf({ line: at + 1, cells }, undefined);
  return section?.kind === "indicators" ? { cells, section, start, end } : null;
}

/** The lines that may be rows of indicators: up to the total, another form or a heading. */
function bodyAt(lines: readonly Line[], from: number, isCellALine: boolean, free: (line: Line) => boolean): Line[] {
  const body: Line[] = [];
  let rest = -1;
  for (let index = from; index < lines.length && index < from + LONGEST_BODY && rest !== 0; index += 1) {
    const line = lines[index] as Line; // index < length
    if (isWhiteText(line.text)) continue;
    const text = squeezed(line.text);
    if (!free(line) || NEXT.test(text) || /^项目名称/.test(text) || text.includes("级指标") || isTableName(line.text))
      break;
    body.push(line);
    rest -= 1;
    if (TOTAL.test(text)) rest = isCellALine ? 2 : 0;
    else if (/^(?:总分|总得分)/.test(text)) rest = 0;
  }
  return body;
}

/** Rows of a form with one cell a line. */
function streamRows(body: readonly Line[], section: FormSection): readonly Row[] {
  const cells = body.map(wholeCell);
  const long = cells.findIndex(({ text }) => text.length > LONGEST_CELL);
  return indicatorRows(long === -1 ? cells : cells.slice(0, long), section).rows;
}

/** Rows of one line: all of it, or none where words of a cell went on to another line. */
function lineRows(line: Line, section: FormSection): readonly Row[] {
  const cells = blankDivided(line);
  const { rows, taken } = indicatorRows(cells, section);
  if (taken === cells.length) return rows;
  const rest = cells.slice(taken);
  // What is left of a line is the remark of its last row, unless figures stand in it.
  return rest.some(({ text }) => isFigure(text)) ? [] : rows;
}

/** Where the form begins: with the name of its project, its money, or its indicators. */
function startAbove(lines: readonly Line[], at: number, floor: number, free: (line: Line) => boolean): number {
  let start = at;
  for (let index = at - 1; index >= floor && index >= at - LONGEST_HEAD; index -= 1) {
    const line = lines[index] as Line; // 0 <= floor <= index
    if (!free(line) || isTableName(line.text)) break;
    const text = squeezed(line.text);
    if (MONEY_OPENS.test(text) || /^(?:项目资金|年初预算数)/.test(text) || GOALS.test(text)) start = index;
    if (/^项目名称/.test(text)) return index;
    if (NEXT.test(text)) break;
  }
  return start;
}

/** What stands above the indicators: names and values, money, goals in words. */
function headRows(head: readonly Line[], isCellALine: boolean): readonly Row[] {
  const goals = head.findIndex(({ text }) => GOALS.test(squeezed(text)));
  const before = goals === -1 ? head : head.slice(0, goals);
  const rows = isCellALine ? keysOneALine(before.map(wholeCell)) : keysInLines(before);
  const [goal, ...words] = goals === -1 ? [] : head.slice(goals);
  if (goal === undefined) return rows;
  const key = blankDivided(goal)[0] ?? wholeCell(goal);
  return [...rows, ...words.map((line): Row => ({ line: line.no, cells: [key, wholeCell(line)] }))];
}

function keysInLines(lines: readonly Line[]): readonly Row[] {
  const cells = lines.map(blankDivided);
  return (
    spacedFormRows(cells) ??
    cells.flatMap((row): Row[] => (row[0] === undefined ? [] : [{ line: row[0].line, cells: row }]))
  );
}

/**
 * Names and values one below the other, and the money of the project:
 *
 *     项目名称          项目资金（万元） 年初预算数 全年预算数 全年执行数
 *     社区矫正专项      年度资金总额 100.00 98.00 95.06              each on a line of its own
 */
function keysOneALine(cells: readonly Cell[]): readonly Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < cells.length;) {
    const cell = cells[at] as Cell; // at < length
    const next = cells[at + 1];
    const unit = next !== undefined && MONEY_UNIT.test(next.text) ? 1 : 0;
    if (MONEY_OPENS.test(cell.text) && MONEY_HEAD.test(cells[at + 1 + unit]?.text ?? "")) {
      const heads = cells.slice(at + 1 + unit);
      const count = heads.findIndex(({ text }) => !MONEY_HEAD.test(text));
      const header = count === -1 ? heads : heads.slice(0, count);
      rows.push({ line: cell.line, cells: [cell, unit === 1 && next !== undefined ? next : emptyAt(cell), ...header] });
      at += 1 + unit + header.length;
      at = moneyRows(cells, at, header.length, rows);
    } else if (KEY.test(cell.text) && next !== undefined && !KEY.test(next.text)) {
      rows.push({ line: cell.line, cells: [cell, next] });
      at += 2;
    } else {
      rows.push({ line: cell.line, cells: [cell] });
      at += 1;
    }
  }
  return rows;
}

/** A name and as many values as there are heads, again and again; of a shorter row nothing is known. */
function moneyRows(cells: readonly Cell[], from: number, width: number, rows: Row[]): number {
  let at = from;
  for (let name = cells[at]; name !== undefined && !isValue(name); name = cells[at]) {
    const values: Cell[] = [];
    for (let value = cells[at + 1]; value !== undefined && isValue(value) && values.length < width;) {
      values.push(value);
      value = cells[at + 1 + values.length];
    }
    if (values.length !== width || isLevel(name)) break;
    rows.push({ line: name.line, cells: [emptyAt(name), name, ...values] });
    at += 1 + width;
  }
  return at;
}

const isValue = (cell: Cell): boolean => isFigure(cell.text) || isBlank(cell);
const emptyAt = (cell: Cell): Cell => ({ ...cell, text: "", raw: "", to: cell.from });
