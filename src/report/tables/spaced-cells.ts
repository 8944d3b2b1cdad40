import type { Line } from "../types.ts";
import type { Cell } from "./cells.ts";
import { isWhite, squeezed } from "../white-space.ts";
import { isAmount, isFigure } from "./cells.ts";
import { cellBetween } from "./marked-rows.ts";
import { withWholeAmounts } from "./whole-amounts.ts";
import { beginsHeaderName, headersRunTogether, isHeaderName } from "./header-names.ts";
import { NUMBERED } from "./numbered-rows.ts";

/** A number of a heading that stands apart from its words: `一、 收入`, `（一） 因公出国`, `其中： 购置`. */
const ENUMERATION = new RegExp(`^(?:${NUMBERED})$`);
/** A unit behind a figure: the line is a sentence. */
const UNIT = /^(?:万元|亿元|百元|元|%|％|人|辆|个|台|批次|人次|年|月|日|号|条|项|家|户|名|倍|页)(?:$|[,，。;；、）)])/;
const FIGURE_WITH_UNIT = /\d(?:[.．]\d+)?(?:万元|亿元|万人|元|个百分点)/;
/** A figure with two decimals, as tables print money; what follows it begins another figure. */
const MONEY = /[-－]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)[.．]\d{2}/g;
/** Words and then money, or money and then money, without anything between them. */
const GLUED = /(?:[\u4e00-\u9fa5）)”]|[.．]\d{2})[-－]?\d[\d,，]*[.．]\d{2}(?!\d*%)/;
/** `栏次 1 2 3 4 5 6` without blanks. */
const COLUMN_NUMBERS = /^\s*(?:栏次)?123456?(?:7(?:8(?:9(?:10(?:11(?:12)?)?)?)?)?)?\s*$/;
const MOST_CELLS = 40;

/**
 * The cells of a line whose columns a PDF's text keeps apart by single blanks or not at all:
 *
 *     2080109 社会保险经办机构 10,703.26 9,183.26 1,520.00      2080109社会保险经办机构10,703.269,183.261,520.00
 *     ^^^^^^^ ^^^^^^^^^^^^^^^^ ^^^^^^^^^ ^^^^^^^^ ^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^        ^^^^^^^^
 *
 * One cell for a line without such a division; null for a sentence.
 */
export function spacedCells(line: Line): readonly Cell[] | null {
  if (line.text.includes("|")) return strokedCells(line);
  if (COLUMN_NUMBERS.test(line.text)) return [{ ...wholeCell(line), text: "栏次" }];
  const tokens = withLevelsApart(withoutGluedCode(tokensOf(line))).flatMap(unglued);
  if (tokens.length > MOST_CELLS) return null;
  if (tokens.some((token) => FIGURE_WITH_UNIT.test(token.text))) return null;
  const cells = joinedWords(line, tokens);
  // `1 项` in a sentence, and not the `1 项 目` of a header.
  const hasUnit = cells.some((cell, index) => isFigure(cell.text) && UNIT.test(cells[index + 1]?.text ?? ""));
  return hasUnit ? null : withWholeAmounts(cells);
}

/** The filled cells of a line between its strokes; null where a figure stands before its unit. */
function strokedCells(line: Line): readonly Cell[] | null {
  const cells: Cell[] = [];
  for (let from = 0; from <= line.text.length;) {
    const stroke = line.text.indexOf("|", from);
    const to = stroke === -1 ? line.text.length : stroke;
    const cell = cellBetween(line, from, to);
    if (cell.text !== "") cells.push(cell);
    from = to + 1;
  }
  return cells.length > MOST_CELLS || cells.some(({ text }) => FIGURE_WITH_UNIT.test(text)) ? null : cells;
}

/** Whether a line divides a label from figures or figures from each other. */
export function isDivided(cells: readonly Cell[]): boolean {
  return cells.length >= 2 && cells.some((cell) => isAmount(cell.text));
}

/** The whole line as one cell. */
export function wholeCell(line: Line): Cell {
  const raw = line.text.trim().replace(/\s*\|+$/, "");
  const from = line.text.indexOf(raw);
  return { text: squeezed(raw), line: line.no, from, to: from + raw.length, raw };
}

/** A blank behind a figure's comma or point: `2,600, 000.00`, `11,206,300. 15`. */
const SPLIT_FIGURE = /\d[,，.．] \d/;
const WHOLE_TOKEN = /(?:(?<![^\s|])\d[\d,，]*[,，.．] (?=\d))?[^\s\u3000|]+/g;

function tokensOf(line: Line): Cell[] {
  const { text } = line;
  if (SPLIT_FIGURE.test(text))
    return [...text.matchAll(WHOLE_TOKEN)].map((match) => cell(line, match.index, match.index + match[0].length));
  const tokens: Cell[] = [];
  let from = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : STROKE;
    const divides = code === STROKE || isWhite(code);
    if (!divides && from === -1) from = at;
    else if (divides && from !== -1) {
      tokens.push(cell(line, from, at));
      from = -1;
    }
  }
  return tokens;
}

const STROKE = "|".charCodeAt(0);

function cell(line: Line, from: number, to: number): Cell {
  const raw = line.text.slice(from, to);
  return { text: squeezed(raw), line: line.no, from, to, raw };
}

/** `301 01基本工资`: the last level of a split code is a cell of its own. */
function withLevelsApart(tokens: readonly Cell[]): readonly Cell[] {
  return tokens.flatMap((token, index) => {
    const isLevel = /^\d{2}[\u4e00-\u9fa5]/.test(token.raw) && /^\d{2,3}$/.test(tokens[index - 1]?.raw ?? "");
    return isLevel ? [partOf(token, 0, 2), partOf(token, 2)] : [token];
  });
}

/** A class's code that begins a line, run together with its name. */
const GLUED_CODE = /^(?:[23]\d{2}(?:\d{2}){1,2}|[23]\d{2})(?=[\u4e00-\u9fa5]{2})/;

/** `2010507专项普查活动 5,000`: a code that begins a line of figures is a cell of its own. */
function withoutGluedCode(tokens: readonly Cell[]): readonly Cell[] {
  const [first, ...rest] = tokens;
  if (first === undefined || !isAmount(rest.at(-1)?.text ?? "")) return tokens;
  const length = GLUED_CODE.exec(first.text)?.[0].length ?? 0;
  return length === 0 ? tokens : [partOf(first, 0, length), partOf(first, length), ...rest];
}

function partOf(token: Cell, from: number, to = token.raw.length): Cell {
  const raw = token.raw.slice(from, to);
  return { text: squeezed(raw), line: token.line, from: token.from + from, to: token.from + to, raw };
}

/** A token cut before and behind each figure with decimals, or between the headers that it runs together. */
function unglued(token: Cell): readonly Cell[] {
  const lengths = isFigure(token.text) || isHeaderName(token.text) ? null : headersRunTogether(token.raw);
  if (lengths !== null) {
    let from = token.from;
    return lengths.map((length) => {
      from += length;
      const at = from - length - token.from;
      const raw = token.raw.slice(at, at + length);
      return { text: raw, line: token.line, from: from - length, to: from, raw };
    });
  }
  if (!GLUED.test(token.raw)) return [token];
  const cells: Cell[] = [];
  const part = (from: number, to: number): void => {
    const code =
      /^(?:\d{3}(?:\d{2}){0,2}(?=[\u4e00-\u9fa5])|\d{1,2}(?=[一二三四五六七八九十]{1,3}、))/.exec(
        token.raw.slice(from, to),
      )?.[0].length ?? 0;
    if (code > 0) {
      part(from, from + code);
      part(from + code, to);
    } else if (to > from) {
      const raw = token.raw.slice(from, to);
      cells.push({ text: squeezed(raw), line: token.line, from: token.from + from, to: token.from + to, raw });
    }
  };
  let at = 0;
  for (const match of token.raw.matchAll(MONEY)) {
    part(at, match.index);
    part(match.index, match.index + match[0].length);
    at = match.index + match[0].length;
  }
  part(at, token.raw.length);
  return cells;
}

/** `合 计` and `一、 收入` are one cell each. */
function joinedWords(line: Line, tokens: readonly Cell[]): Cell[] {
  const cells: Cell[] = [];
  for (const token of tokens) {
    const before = cells.at(-1);
    const single =
      before !== undefined &&
      /^[\u4e00-\u9fa5]{1,3}$/.test(before.text) &&
      before.raw.length === 2 * before.text.length - 1 &&
      /^[\u4e00-\u9fa5]$/.test(token.text) &&
      !/^[类款]$/.test(before.text) &&
      // `收 入 支 出` are two headers.
      (!isHeaderName(before.text) || beginsHeaderName(before.text + token.text)) &&
      !(/^[类款项]$/.test(token.text) && before.text !== "事");
    // `（二）单价 50 万元（含）以上的通用设备`: an amount inside a name.
    const isThreshold = /^万元[（(]/.test(token.text) && isFigure(before?.text ?? "") && cells.length > 1;
    if (isThreshold) {
      const name = cells.splice(-2)[0];
      cells.push(cell(line, name?.from ?? token.from, token.to));
      continue;
    }
    const bracket =
      before !== undefined && !isFigure(before.text) && /^[）)]|^[（(](?![一二三四五六七八九十\d])/.test(token.text);
    if (before !== undefined && (single || bracket || (ENUMERATION.test(before.text) && !isFigure(token.text)))) {
      cells[cells.length - 1] = cell(line, before.from, token.to);
    } else cells.push(token);
  }
  return cells;
}
