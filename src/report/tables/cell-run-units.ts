import { functionClassesNamed } from "../../domain/function-classes.ts";
import type { Cell } from "./cells.ts";
import { isFigure, isAmount } from "./cells.ts";
import { LEVEL, SplitCodes } from "./split-codes.ts";

/** A label with the figures that follow it. */
export interface Unit {
  readonly codes: Cell[];
  label: Cell | null;
  readonly figures: Cell[];
  /** In a table of two sides. */
  side: "left" | "right";
}

/** 类, 款 or 项 as one cell: functions begin with 2, economic classes with 3 and 5. */
export const CODE = /^[1-5]\d{2}(?:\d{2}){0,2}$/;
/** A number of a line, or a small count. */
export const SMALL = /^\d{1,3}$/;
export const SPENDING =
  /支出|结余分配|结转下年|年[末终]|^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十][）)])?对(?!.*收入)/;

/** Cells of a header that may be left before the first line of a table of two sides. */
const MOST_BEFORE_FIRST = 16;

/** A figure, or the dash of a blank cell. */
export function isValue(cell: Cell): boolean {
  return isFigure(cell.text) || /^[-—－–]{1,3}$/.test(cell.text);
}

/**
 * Whether income and expenditure stand side by side. 本年收入 and 本年支出 are columns of a fund's table
 * too: only where rows are named twice are they its sides.
 */
export function isTwoSided(header: readonly Cell[]): boolean {
  const some = (pattern: RegExp): boolean => header.some((cell) => pattern.test(cell.text));
  if (some(/^收入/) && some(/^支出/)) return true;
  return (
    some(/^(?:本年|财政拨款)收入/) &&
    some(/^(?:本年|财政拨款)支出/) &&
    header.filter((cell) => /^项目(?!支出|名称)/.test(cell.text)).length > 1
  );
}

/** The body's cells by label: each label with the codes before and the figures behind it. */
export function unitsOf(header: readonly Cell[], printed: readonly Cell[]): readonly Unit[] {
  const twoSided = isTwoSided(header);
  // `金额 1 … 金额 2` numbers columns and ends no header: the first line is 一、.
  const first = twoSided ? printed.findIndex((cell) => /^一、/.test(cell.text)) : 0;
  const body = first > 0 && first <= MOST_BEFORE_FIRST ? printed.slice(first) : printed;
  const numbered = twoSided ? lineNumbers(body) : null;
  const units = numbered === null ? plainUnits(body, codesOf(header)) : numberedUnits(body, numbered);
  if (twoSided && numbered === null) giveSides(units);
  return units;
}

/** Whether the rows of a table of two sides are numbered on both. */
export function areNumbered(body: readonly Cell[]): boolean {
  return lineNumbers(body) !== null;
}

/** The same where each line of the text is a row of a table of one side: a row without a name keeps its own figures. */
export function unitsOfLines(header: readonly Cell[], lines: readonly (readonly Cell[])[]): readonly Unit[] {
  const coded = isCoded(lines);
  const codes = codesOf(header);
  const split = codes.split ?? (coded && lines.some(beginsWithLevel) ? new SplitCodes() : null);
  const named = namesOfRows(header);
  return lines.flatMap((cells) => plainUnits(withOneName(cells, named), { ...codes, split }, coded));
}

/** The codes of a header that splits them; null of any other. */
function splitCodesOf(header: readonly Cell[]): SplitCodes | null {
  return header.some((cell) => /^款|^[类款项]{2,3}$/.test(cell.text)) ? new SplitCodes() : null;
}

/** `02 政协事务` below `201 一般公共服务支出`: a code's own level alone. */
const beginsWithLevel = ([first, second]: readonly Cell[]): boolean => LEVEL.test(first?.text ?? "") && isName(second);

/** First line number on the left and on the right: `一、…收入 1 3183.79 一、…支出 31 0.00`. */
function lineNumbers(body: readonly Cell[]): { left: number; right: number } | null {
  const numbers: number[] = [];
  body.forEach((cell, index) => {
    const before = body[index - 1];
    if (SMALL.test(cell.text) && before !== undefined && !isFigure(before.text)) numbers.push(Number(cell.text));
  });
  const [left, right] = numbers;
  return left === 1 && right !== undefined && right > 1 && numbers.includes(2) && numbers.includes(right + 1)
    ? { left, right }
    : null;
}

function newUnit(label: Cell | null, side: Unit["side"] = "left"): Unit {
  return { codes: [], label, figures: [], side };
}

function numberedUnits(body: readonly Cell[], first: { left: number; right: number }): Unit[] {
  const units: Unit[] = [];
  let { left, right } = first;
  // Lines without amounts may be left out, so that the numbers leap.
  const leaps = (number: number, label: Cell | null, next: Cell | undefined): boolean => {
    if (label !== null) return number > left && number !== right;
    // The number of an empty left half stands alone between two lines.
    const last = units.at(-1);
    const isBetween = last?.side === "right" && last.figures.length > 0 && next !== undefined && !isValue(next);
    return isBetween && number > left && number < first.right;
  };
  let label: Cell | null = null;
  body.forEach((cell, index) => {
    const number = SMALL.test(cell.text) ? Number(cell.text) : null;
    if (!isValue(cell)) {
      if (label !== null) units.push(newUnit(label, SPENDING.test(label.text) ? "right" : "left"));
      label = cell;
    } else if (number !== null && (number === left || number === right || leaps(number, label, body[index + 1]))) {
      const isLeft = number < first.right;
      units.push(newUnit(label, isLeft ? "left" : "right"));
      label = null;
      if (isLeft) left = number + 1;
      else right = number + 1;
    } else if (label === null) {
      units.at(-1)?.figures.push(cell);
    } else {
      const unit = newUnit(label, SPENDING.test(label.text) ? "right" : "left");
      unit.figures.push(cell);
      units.push(unit);
      label = null;
    }
  });
  return units;
}

/** Headers over names: a project beside the body that carries it out. */
const namesOfRows = (header: readonly Cell[]): readonly string[] =>
  header.flatMap(({ text }) =>
    /^(?:项目|专项(?:资金|经费)?|单位|部门|科目)名称$|^项目单位$|^项目类[型别]$/.test(text) ? [text] : [],
  );

/** `科技创新券兑付 开发区科技局 8,000.00`: of several names that of the project names the row. */
function withOneName(cells: readonly Cell[], names: readonly string[]): readonly Cell[] {
  const at = names.findIndex((name) => /^(?:项目|专项(?:资金|经费)?)名称$/.test(name));
  if (at === -1 || names.length < 2) return cells;
  const first = cells.findIndex((cell) => !isFigure(cell.text));
  const words = cells.slice(first, first + names.length);
  if (first === -1 || words.length < names.length || words.some(isValue)) return cells;
  return cells.filter((cell) => cell === words[at] || !words.includes(cell));
}

const BODY_CODES = /(?:单位|部门|机构|项目)(?:[（(](?:单位|部门)[)）])?(?:编码|代码)$/;
/** The code of a body or of a project. */
export const BODY_CODE = /^\d{3,9}$/;

/** What a header says of the codes of its rows. */
interface Codes {
  readonly split: SplitCodes | null;
  /** Whether rows begin with the code of a body or of a project. */
  readonly bodies: boolean;
  readonly classes: boolean;
}

const codesOf = (header: readonly Cell[]): Codes => ({
  split: splitCodesOf(header),
  bodies: listsBodies(header),
  classes: mayHaveCodes(header),
});

/** Whether rows may have codes of classes: a header that numbers lines and names none has none, and 326 before a name is a count. */
const mayHaveCodes = (header: readonly Cell[]): boolean =>
  !header.some(({ text }) => text === "行次") || header.some(({ text }) => /编码|代码|科目|^[类款项]{1,3}$/.test(text));

/** Whether rows begin with the code of a body or of a project, which is neither a figure nor a class. */
export function listsBodies(header: readonly Cell[]): boolean {
  return header.some(({ text }) => BODY_CODES.test(text));
}

/** @param isLine whether the cells are one line of a table whose rows have codes. */
function plainUnits(body: readonly Cell[], { split, bodies, classes }: Codes, isLine = false): Unit[] {
  const units: Unit[] = [];
  let codes: Cell[] = [];
  body.forEach((cell, index) => {
    const last = units.at(-1);
    if (!isValue(cell)) {
      const unit = newUnit(cell);
      codes = withoutBodies(codes);
      unit.codes.push(...codes);
      const code = codeOf(codes, null);
      if (code !== null) split?.note(code);
      codes = [];
      units.push(unit);
    } else if (split !== null && codes.length === 0 && LEVEL.test(cell.text) && isName(body[index + 1])) {
      const whole = split.whole(cell.text, body[index + 1]?.text ?? "");
      if (whole !== null) codes.push(...levelsOf(whole).map((level) => ({ ...cell, text: level })));
    } else if (index === 0 && isLine && namelessCode(body)) {
      codes.push(cell);
      units.push({ ...newUnit(null), codes });
      codes = [];
    } else if (
      (classes && beginsCode(body, index, bodies)) ||
      (codes.length > 0 && LEVEL.test(cell.text)) ||
      (bodies && BODY_CODE.test(cell.text) && isName(body[index + 1]))
    ) {
      codes.push(cell);
    } else if (last === undefined) {
      const unit = newUnit(null);
      unit.figures.push(cell);
      units.push(unit);
    } else {
      last.figures.push(cell);
    }
  });
  return units;
}

/** `208 01 09 318602`: of a row's codes those of its class; the body's own stands in a column beside them. */
function withoutBodies(codes: Cell[]): Cell[] {
  const own = codes.filter(({ text }) => text.length < 4 || CODE.test(text));
  return own.length > 0 && codeOf(own, null) !== null ? own : codes;
}

/** A whole code directly before figures: its name is not printed, or lost. */
function namelessCode([first, ...rest]: readonly Cell[]): boolean {
  return (
    first !== undefined &&
    /^2\d{2}(?:\d{2}){0,2}$|^[35]\d{2}(?:\d{2})?$/.test(first.text) &&
    rest.length > 0 &&
    rest.every((cell) => isAmount(cell.text) || cell.text === "0")
  );
}

/** Whether most rows begin with a code. */
export function isCoded(rows: readonly (readonly Cell[])[]): boolean {
  const withFigures = rows.filter((cells) => cells.some(isValue));
  return withFigures.filter((cells) => CODE.test(cells[0]?.text ?? "")).length * 2 > withFigures.length;
}

const isName = (cell: Cell | undefined): boolean => cell !== undefined && /^[\u4e00-\u9fa5]/.test(cell.text);

const levelsOf = (code: string): string[] =>
  [code.slice(0, 3), code.slice(3, 5), code.slice(5)].filter((level) => level !== "");

/** `2080109` or `208 01 09` directly before a name, or before the code of a body and its name. */
function beginsCode(body: readonly Cell[], index: number, bodies: boolean): boolean {
  if (!CODE.test(body[index]?.text ?? "")) return false;
  for (let next = index + 1; next <= index + 4; next += 1) {
    const text = body[next]?.text;
    if (text === undefined) return false;
    if (!isFigure(text)) return next <= index + 3 || bodies;
    if (!LEVEL.test(text) && !(bodies && BODY_CODE.test(text))) return false;
  }
  return false;
}

/** Labels of spending and names of its classes stand on the right; of two equal labels, 总计 and 总计, the second. */
function giveSides(units: readonly Unit[]): void {
  const seen = new Set<string>();
  for (const unit of units) {
    const text = unit.label?.text ?? "";
    const isSpending = (SPENDING.test(text) && !/收入/.test(text)) || functionClassesNamed(text).length > 0;
    if (isSpending || (/计$/.test(text) && seen.has(text))) unit.side = "right";
    seen.add(text);
  }
}

/** `2080109`, `208 01 09` or `2080109社会保险经办机构`. */
export function codeOf(codes: readonly Cell[], label: Cell | null): string | null {
  const joined = codes.map((cell) => cell.text).join("");
  if (CODE.test(joined)) return joined;
  return /^(\d{3}(?:\d{2}){0,2})(?=[\u4e00-\u9fa5])/.exec(label?.text ?? "")?.[1] ?? null;
}
