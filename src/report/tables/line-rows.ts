import { codeLength, withBrokenRows } from "./broken-rows.ts";
import type { Elsewhere } from "./elsewhere.ts";
import { rowsOfUnits } from "./cell-run-body.ts";
import { headerEnd, isNameOfRows } from "./cell-run-header.ts";
import { areNumbered, isTwoSided, isValue, unitsOf, unitsOfLines } from "./cell-run-units.ts";
import type { Cell, Row } from "./cells.ts";
import { isFigure } from "./cells.ts";
import { isHeaderName } from "./header-names.ts";
import { standSideBySide, unitsOfBlocks } from "./side-by-side.ts";
import { unitsOfSides } from "./two-sided-lines.ts";
import { twoSidedRows } from "./two-sided-rows.ts";
import { textOf, withWholeLabels } from "./whole-labels.ts";

type Cells = readonly Cell[];

const TOTAL = /^(?:合计|总计)$/;
const LEAST_FIGURES = 4;
/** So many lines that come again are a header printed twice. */
const LEAST_REPEATED = 3;

/** The rows of a table that was written one row a line, with single blanks between its cells. */
export function rowsOfLines(printed: readonly Cells[], elsewhere: Elsewhere): readonly Row[] {
  const lines = withoutRepeatedHeader(printed);
  const { header, body } = divided(lines);
  // Where numbers of lines cannot be told from the figures they run into, no figure is sure.
  if (header.some((cell) => /行次/.test(cell.text)) && !withoutGluedNumbers(header, body)) return [];
  if (isTwoSided(header)) {
    const cells = body.flat();
    return twoSidedRows(header, areNumbered(cells) ? unitsOf(header, cells) : unitsOfSides(body));
  }
  if (standSideBySide(body)) {
    const amount = header.findLast(({ text }) => /^(?:[预决]算数|金额)$/.test(text));
    return rowsOfUnits(amount === undefined ? [] : [amount], unitsOfBlocks(body), elsewhere);
  }
  const rows = withWholeLabels(header, withBrokenRows(body));
  return rowsOfUnits(header, unitsOfLines(header, rows), elsewhere);
}

/** Header and body; of a line that holds the last headers and the first row each its own. */
function divided(lines: readonly Cells[]): { readonly header: Cell[]; readonly body: Cells[] } {
  const start = headerEnd(lines.flat());
  const header: Cell[] = [];
  const body: Cells[] = [];
  for (const cells of lines) {
    const room = start - header.length;
    if (room > 0) header.push(...cells.slice(0, room));
    if (cells.length > room) body.push(room > 0 ? cells.slice(room) : cells);
  }
  const [top] = body;
  if (top !== undefined && TOTAL.test(top[0]?.text ?? "")) {
    // `合计 26.00 合计 基本支出 项目支出`: the row of the total stands as high as the last headers.
    const headers = top.slice(1).filter(({ text }) => isHeaderName(text));
    if (headers.length > 1 && top.slice(1).some(isValue)) {
      header.push(...headers);
      // `合计 0 26.00 合计 基本支出 项目支出 0`: figures on both sides of the headers leave their columns blank.
      const last = top.at(-1);
      const isBetween = last !== undefined && isValue(last) && isFigure(top[1]?.text ?? "");
      const blank = (cell: Cell): Cell => ({ ...cell, text: "-", raw: "-", to: cell.from });
      body[0] = isBetween
        ? top.map((cell) => (headers.includes(cell) ? blank(cell) : cell))
        : top.filter((cell) => !headers.includes(cell));
    }
  }
  const [first] = body;
  const last = lines.findLast((cells) => cells.length === 1 && cells[0] === header.at(-1));
  // The first row's name begins above it: `一般公共服务` / `201 35.20 35.20` / `支出`.
  if (first !== undefined && last !== undefined && isNameless(first) && !isHeader(textOf(last))) {
    header.pop();
    body.unshift(last);
  }
  return { header, body };
}

const isHeader = (text: string): boolean => isHeaderName(text) || isNameOfRows(text);

/** Whether a row has a code and figures and no name. */
function isNameless(cells: Cells): boolean {
  const length = codeLength(cells);
  return length > 0 && cells.length > length && cells.slice(length).every(isValue);
}

/** Lines without those that print the header again, at once or at the head of the next page. */
function withoutRepeatedHeader(printed: readonly Cells[]): readonly Cells[] {
  const first = printed.findIndex((cells) => cells.some(({ text }) => isFigure(text)));
  if (first < LEAST_REPEATED) return printed;
  const texts = printed.map(textOf);
  const head = texts.slice(0, first);
  const twice = printedTwice(head);
  const lines = printed.filter((_, at) => at < twice.from || at >= twice.to);
  const own = head.filter((_, at) => at < twice.from || at >= twice.to);
  const left = texts.filter((_, at) => at < twice.from || at >= twice.to);
  const kept: Cells[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (at >= own.length && own.every((text, index) => left[at + index] === text)) at += own.length - 1;
    else kept.push(lines[at] ?? []);
  }
  return kept;
}

/** Of lines that a header prints twice in a row the second ones, `to` exclusive; none where nothing comes again. */
function printedTwice(head: readonly string[]): { readonly from: number; readonly to: number } {
  for (let length = Math.floor(head.length / 2); length >= LEAST_REPEATED; length -= 1) {
    for (let from = length; from + length <= head.length; from += 1) {
      if (head.slice(from, from + length).every((text, at) => text === head[from - length + at]))
        return { from, to: from + length };
    }
  }
  return { from: 0, to: 0 };
}

/**
 * Takes line numbers off the figures that they are run together with: `八、其他收入812.60` is line 8 of
 * a table with a column 行次. Only where the numbers count on from row to row.
 *
 * @returns false where figures and numbers are run together and do not count on.
 */
function withoutGluedNumbers(header: readonly Cell[], body: Cells[]): boolean {
  const glued = body.map((cells) =>
    cells.flatMap((cell, index) => {
      const before = cells[index - 1];
      return before !== undefined && isFigure(cell.text) && !isFigure(before.text) && before.to === cell.from
        ? [index]
        : [];
    }),
  );
  for (const side of isTwoSided(header) ? [0, 1] : []) {
    const places = glued.flatMap((indexes, row) => {
      // A row with one figure has it on the right: what is longer is the list of expenditure.
      const index = indexes.length === 1 && side === 1 ? indexes[0] : indexes.length === 1 ? undefined : indexes[side];
      const cell = index === undefined ? undefined : body[row]?.[index];
      return index === undefined || cell === undefined ? [] : [{ row, index, cell }];
    });
    const [first] = places;
    if (first === undefined || places.length < LEAST_FIGURES) continue;
    const start = [1, 2]
      .map((digits) => Number(first.cell.text.slice(0, digits)))
      .find((number) => places.every(({ row, cell }) => cell.text.startsWith(String(number + row - first.row))));
    if (start === undefined) return false;
    for (const { row, index, cell } of places) {
      const length = String(start + row - first.row).length;
      const raw = cell.raw.slice(length);
      const rest: Cell = { ...cell, text: cell.text.slice(length), raw, from: cell.from + length };
      body[row] = (body[row] ?? []).map((other, at) => (at === index ? rest : other));
      // The number of the empty left half stands alone before the name.
      if (/^\d{1,2}$/.test(body[row][0]?.text ?? ""))
        body[row] = body[row].map((other, at) => (at === 0 ? { ...other, text: "-" } : other));
    }
  }
  return true;
}
