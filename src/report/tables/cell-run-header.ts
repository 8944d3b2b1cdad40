import type { Cell } from "./cells.ts";
import { isFigure } from "./cells.ts";
import { isHeaderName, yearOfAmounts } from "./header-names.ts";

/** A header that names rows and not columns of figures. */
const NAMES_ROWS =
  /^(?:科目|项目(?:[（(][^）)]{2,8}[）)])?|栏次\d*|行次|序号|\*+|类|款|项|编码|单位|名称|\d{1,2}|(?:科目|功能|功能分类|经济分类|支出功能分类|支出经济分类|预算)?(?:科目)?(?:编码|代码|名称)(?:[（(].*[)）])?|(?:部门预算|政府预算)?(?:支出)?(?:功能|经济)分类(?:科目)?|(?:单位|部门|机构)名称.*|(?:预算)?(?:单位|部门|项目|机构|专项(?:资金|经费)?)(?:[（(](?:单位|部门)[)）])?(?:编码|代码|名称)|[（(]?类款项[)）]?(?:科目名称)?|按功能分类)$/;

/** Whether a header names rows: 项目, 科目编码. */
export function isNameOfRows(text: string): boolean {
  return NAMES_ROWS.test(text);
}

/** A column of words: why an amount changed. */
const REMARK = /原因|备注|说明|依据/;
const overFigures = ({ text }: Cell): boolean => !NAMES_ROWS.test(text) && !REMARK.test(text);

const CODE = /^\d{3}(?:\d{2}){0,2}$/;
const NUMBER = /^\d{1,2}$/;
const SUBTOTAL = /^小计$/;
const SUM = /^(?:合计|总计|小计|本年(?:收入|支出)合计)$/;
/** 公务用车购置及运行维护费 over its parts. */
export const VEHICLES = /购置.*运行|^公务用车/;
/** What stands below it. */
export const OF_VEHICLES = /^(?:小计|合计)$|购置|运行/;
/** Headers that stand over a 小计 and its parts, likeliest first. */
export const DIVIDED: readonly RegExp[] = [
  VEHICLES,
  /^本年支出(?!合计)/,
  /^本年收入(?!合计)/,
  /^一般公共预算/,
  /^事业收入/,
  /^基本支出/,
  /^项目支出/,
  /^单位资金/,
];
/** What stands over 小计 and the funds. */
const APPROPRIATION = /^财政拨款(?:收入)?$/;
/** So many rows of one name and equally many figures tell that the first has a name too. */
const LABELLED_ROWS = 3;
/** Headers are over by then. */
const HEADER_CELLS = 90;

/** Index of the first cell of the body. */
export function headerEnd(cells: readonly Cell[]): number {
  const first = cells.findIndex((cell) => isFigure(cell.text) && !/^\d+$/.test(cell.text));
  const before = cells.slice(0, first === -1 ? 0 : first);
  // `栏次 1 2 3` or `1 2 … 12` ends the header.
  let end = -1;
  before.slice(0, HEADER_CELLS).forEach((cell, index) => {
    // Some write it over the names of the right side, where no numbers follow.
    if (cell.text === "栏次") end = isHeaderName(before[index + 1]?.text ?? "") ? end : index + 1;
    else if (NUMBER.test(cell.text) && (end === index || (cell.text === "1" && before[index + 1]?.text === "2")))
      end = index + 1;
    else if (NUMBER.test(cell.text) && Number(cell.text) === Number(before[index - 1]?.text) + 1) end = index + 1;
  });
  const numbered = before[end - 1]?.text;
  if (end > 0 && numbered !== undefined) return end;
  const body = before.findIndex(
    (cell, index) =>
      /^一、/.test(cell.text) ||
      (CODE.test(cell.text) && !isFigure(before[index + 1]?.text ?? "0")) ||
      (/^(?:合计|总计)$/.test(cell.text) &&
        (index === before.length - 1 || /^(?:0|\d{2,})$/.test(before[index + 1]?.text ?? ""))),
  );
  if (body !== -1) return body;
  const last = before.at(-1)?.text ?? "";
  if (first > 0 && areLabelled(cells, first)) return before.length - 1;
  return NAMES_ROWS.test(last) || /费|数|额|支出|收入$/.test(last) ? before.length : Math.max(before.length - 1, 0);
}

/** Whether the next rows are one name each with as many figures as the first: its own name stands before them. */
function areLabelled(cells: readonly Cell[], first: number): boolean {
  const isFigureAt = (index: number): boolean => isFigure(cells[index]?.text ?? "");
  let width = 0;
  while (isFigureAt(first + width)) width += 1;
  for (let row = 1; row <= LABELLED_ROWS; row += 1) {
    const label = first + row * (width + 1) - 1;
    if (cells[label] === undefined || isFigureAt(label)) return false;
    for (let at = 1; at <= width; at += 1) if (!isFigureAt(label + at)) return false;
    if (row < LABELLED_ROWS && isFigureAt(label + width + 1)) return false;
  }
  return width > 1;
}

/** How many columns of figures a header says it has, null where it does not say: `栏次 1 2 3`, else its words. */
export function countOfHeader(header: readonly Cell[], least: number): number | null {
  const numbers = header.filter((cell) => NUMBER.test(cell.text)).map((cell) => Number(cell.text));
  const last = numbers.at(-1);
  if (last !== undefined && last >= least && numbers.length >= last && numbers.at(-last) === 1)
    return withoutNamesNumbered(header, last, least);
  const words = header.filter(overFigures);
  // One header above a 小计 and its parts is no column of its own.
  const divided = words.some((cell) => SUBTOTAL.test(cell.text)) ? 1 : 0;
  const counts = [words.length - divided, words.length - 2 - divided, words.length - 2 - 2 * divided];
  for (const columnsOf of divided === 1 ? [columnsInHalves, columnsBelow] : []) {
    const count = counts.find((number) => number > least && columnsOf(words, number) !== null);
    if (count !== undefined) return count;
  }
  // `本年一般公共预算基本支出` above 合计 and its parts, which the fullest row prints all.
  const sum = words.findIndex((cell) => SUM.test(cell.text));
  if (divided === 0 && sum > 0 && words.length - sum === least) return null;
  return divided === 0 && words.length > least ? words.length : null;
}

/** Some number the columns of code and name too: `科目编码 科目名称 合计 基本支出 项目支出` above `1 2 3 4 5`. */
function withoutNamesNumbered(header: readonly Cell[], numbered: number, least: number): number {
  if (columnsOfHeader(header, numbered) !== null) return numbered;
  const names = header.filter(({ text }) => /^(?:(?:功能|经济)?(?:分类)?科目)?(?:编码|代码|名称)$/.test(text)).length;
  const count = numbered - names;
  return names > 0 && count >= least && columnsOfHeader(header, count) !== null ? count : numbered;
}

/** A column of figures with the headers above it, outermost first. */
export type HeaderPath = readonly (Cell | null)[];

/**
 * The columns of figures of a header that was written cell after cell, level after level:
 *
 *     合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费 小计 公务用车购置费 公务用车运行维护费
 *
 * is six columns, the third to fifth below the vehicles. Null where the words do not make `count` columns.
 */
export function columnsOfHeader(header: readonly Cell[], count: number): readonly HeaderPath[] | null {
  const words = header.filter(overFigures);
  const subtotals = words.filter(({ text }) => SUBTOTAL.test(text)).length;
  if (words.length === count && (subtotals < 2 || SUBTOTAL.test(words[0]?.text ?? "")))
    return words.map((cell) => [cell]);
  return (
    columnsInHalves(words, count) ??
    columnsOfYears(words, count) ??
    columnsBelow(words, count) ??
    columnsOfPieces(piecesOf(header), count)
  );
}

const COMPARED = /^20\d{2}年.*[比较与].*20\d{2}年|^(?:比|较|与)?上年/;
const CHANGE = /^增减|^变动|增长/;

/** `2023年执行数 2024年预算数 2024年预算数比2023年执行数 小计 基本支出 项目支出 增减额 增减%`: one year alone, one in its parts, the change. */
function columnsOfYears(words: readonly Cell[], count: number): readonly HeaderPath[] | null {
  const [one, two, compared, ...subs] = words;
  if (one === undefined || two === undefined || compared === undefined || words.length !== count + 2) return null;
  if (yearOfAmounts(one.text) === null || yearOfAmounts(two.text) === null) return null;
  if (!COMPARED.test(compared.text)) return null;
  const change = subs.findIndex(({ text }) => CHANGE.test(text));
  if (change < 2 || !SUM.test(subs[0]?.text ?? "") || subs.slice(change).some(({ text }) => !CHANGE.test(text)))
    return null;
  return [[one, null], ...subs.map((cell, at): HeaderPath => [at < change ? two : compared, cell])];
}

/** 单位 behind another piece is one of 事业单位 or 附属单位, and names no rows. */
const piecesOf = (header: readonly Cell[]): readonly Cell[] =>
  header.filter((cell, at) => overFigures(cell) || (cell.text === "单位" && overFigures(header[at - 1] ?? cell)));

/** Most words of a header that are put together to names, and most of one name. */
const MOST_PIECES = 48;
const MOST_OF_NAME = 6;

/**
 * Names cut by the width of their columns, each piece a cell: `合计 一般公共 预算 政府性基金 预算`. The pieces between
 * two names that the outline knows are one name that it does not know; only where so many columns come out.
 */
function columnsOfPieces(words: readonly Cell[], count: number): readonly HeaderPath[] | null {
  if (words.length <= count || words.length > MOST_PIECES) return null;
  const names: Cell[][] = [];
  let isOpen = false;
  for (let from = 0; from < words.length;) {
    const length = knownLength(words, from);
    if (length === 0 && isOpen) names.at(-1)?.push(...words.slice(from, from + 1));
    else names.push(words.slice(from, from + Math.max(length, 1)));
    isOpen = length === 0;
    from += Math.max(length, 1);
  }
  if (names.length !== count) return null;
  return names.map((pieces) => {
    const [first] = pieces;
    const text = pieces.map((cell) => cell.text).join("");
    return [first === undefined || pieces.length === 1 ? (first ?? null) : { ...first, text }];
  });
}

/** How many pieces from one on make the longest name that the outline knows; 0 for none. */
function knownLength(words: readonly Cell[], from: number): number {
  let name = "";
  let length = 0;
  for (let at = from; at < words.length && at < from + MOST_OF_NAME; at += 1) {
    name += words[at]?.text ?? "";
    if (isHeaderName(name)) length = at + 1 - from;
  }
  return length;
}

/** `预算数 决算数` over the same columns twice. */
function columnsInHalves(words: readonly Cell[], count: number): readonly HeaderPath[] | null {
  const [one, two] = words;
  if (one === undefined || two === undefined || count % 2 !== 0) return null;
  if (!/[预决]算/.test(one.text) || !/[预决]算/.test(two.text)) return null;
  const rest = words.slice(2);
  const top = rest.findIndex((cell) => SUBTOTAL.test(cell.text));
  const tops = top === -1 ? rest : rest.slice(0, top);
  const subs = top === -1 ? [] : rest.slice(top);
  const half = [...tops.slice(0, tops.length / 2), ...subs.slice(0, subs.length / 2)];
  const columns = half.length === count / 2 ? half.map((cell): HeaderPath => [cell]) : columnsBelow(half, count / 2);
  if (columns === null) return null;
  return [...columns.map((path) => [one, ...path]), ...columns.map((path) => [two, ...path])];
}

/** `小计 基本支出 项目支出 小计 事业支出 其他支出`: the parts below one header after the other, each with its 小计. */
function groupsOfSubtotals(subs: readonly Cell[]): readonly (readonly Cell[])[] {
  const groups: Cell[][] = [];
  for (const cell of subs) {
    if (SUBTOTAL.test(cell.text)) groups.push([cell]);
    else groups.at(-1)?.push(cell);
  }
  return groups;
}

/** The same with as many headers above that are usually divided as there are groups below. */
function columnsInGroups(
  tops: readonly Cell[],
  groups: readonly (readonly Cell[])[],
  count: number,
): readonly HeaderPath[] | null {
  const below = groups.reduce((sum, group) => sum + group.length, 0);
  if (tops.length - groups.length + below !== count) return null;
  const divided = tops.filter(({ text }) => DIVIDED.some((pattern) => pattern.test(text)));
  if (divided.length !== groups.length) return null;
  return tops.flatMap((cell): HeaderPath[] => {
    const group = groups[divided.indexOf(cell)];
    return group === undefined ? [[cell, null]] : group.map((part) => [cell, part]);
  });
}

/** What stands over 基本支出 and 项目支出 without a 小计 of its own. */
const OVER_KINDS = /^(?:当年|本年|20\d{2}年)(?:财政)?(?:拨款|支出|预算)/;

/** `合计 当年拨款 上年结转安排 基本支出 项目支出`: the kinds below the one header that is usually divided into them. */
function columnsOfKinds(words: readonly Cell[], count: number): readonly HeaderPath[] | null {
  const tops = words.slice(0, -2);
  const kinds = words.slice(-2);
  if (tops.length + 1 !== count || tops.length < 2) return null;
  if (kinds[0]?.text !== "基本支出" || kinds[1]?.text !== "项目支出") return null;
  const over = tops.filter(({ text }) => OVER_KINDS.test(text));
  const [above] = over;
  if (above === undefined || over.length > 1) return null;
  // `2024年预算 合计 基本支出 项目支出`: the kinds stand beside their sum.
  const sum = tops.findIndex(({ text }) => SUM.test(text));
  if (sum === -1 || sum > tops.indexOf(above)) return null;
  return tops.flatMap((cell): HeaderPath[] => (cell === above ? kinds.map((kind) => [above, kind]) : [[cell, null]]));
}

function columnsBelow(words: readonly Cell[], count: number): readonly HeaderPath[] | null {
  const at = words.findIndex((cell) => SUBTOTAL.test(cell.text));
  // Words before the last ones stand over them, unless one is itself a sum: then nothing says where it belongs.
  if (at === -1) {
    const ofKinds = columnsOfKinds(words, count);
    if (ofKinds !== null) return ofKinds;
    const isSliced = words.length > count && !words.slice(0, -count).some((cell) => SUM.test(cell.text));
    return isSliced ? words.slice(-count).map((cell) => [cell]) : null;
  }
  const tops = words.slice(0, at);
  const subs = words.slice(at);
  const groups = groupsOfSubtotals(subs);
  if (groups.length > 1) return columnsInGroups(tops, groups, count);
  const isByFund = subs.some((cell) => cell.text.includes("公共预算"));
  for (const pattern of isByFund ? [APPROPRIATION, ...DIVIDED] : DIVIDED) {
    const divided = tops.findIndex((cell) => pattern.test(cell.text));
    const above = tops[divided];
    if (above === undefined || tops.length - 1 + subs.length !== count) continue;
    // Where a header's parts stand directly behind it, the next header stands behind them.
    const other =
      pattern === VEHICLES && divided === at - 1 ? subs.findIndex(({ text }) => !OF_VEHICLES.test(text)) : -1;
    const own = other === -1 ? subs : subs.slice(0, other);
    return [
      ...tops.flatMap((cell, index): HeaderPath[] =>
        index === divided ? own.map((sub) => [above, sub]) : [[cell, null]],
      ),
      ...subs.slice(own.length).map((cell): HeaderPath => [cell, null]),
    ];
  }
  return null;
}
