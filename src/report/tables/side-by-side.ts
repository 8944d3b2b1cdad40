import { classNameKey } from "../../domain/class-names.ts";
import { namesOfClass } from "../../domain/names-of-classes.ts";
import { codeLength } from "./broken-rows.ts";
import type { Unit } from "./cell-run-units.ts";
import { isValue } from "./cell-run-units.ts";
import type { Cell } from "./cells.ts";
import { isFigure, isAmount } from "./cells.ts";
import { isEconomicCode } from "./class-names.ts";

type Cells = readonly Cell[];

/** So many lines with a second code behind the first make a table of blocks. */
const LEAST_LINES = 3;

/** A piece of a name on a line of its own, between two lines of rows. */
interface Piece {
  readonly cell: Cell;
  isTaken: boolean;
}

interface BlockUnit extends Unit {
  readonly own: Cell | null;
}

/** Whether classes stand in blocks beside each other: `301 01 基本工资 40.36 302 01 办公费 9.11`. */
export function standSideBySide(body: readonly Cells[]): boolean {
  let lines = 0;
  for (const cells of body) {
    const second = cells.findIndex((_, at) => at > codeLength(cells) && isCodeAt(cells, at));
    if (second > 0 && codeLength(cells) > 0) lines += 1;
    if (lines === LEAST_LINES) return true;
  }
  return false;
}

/** An economic class's code: no amount is printed without decimals or thousands where the others have them. */
function isCodeAt(cells: Cells, at: number): boolean {
  const length = codeLength(cells, at);
  if (length === 0 || !isEconomicCode(cells[at]?.text ?? "")) return false;
  const next = cells[at + length];
  return next === undefined || !isFigure(next.text) || isAmount(next.text) || codeLength(cells, at + length) > 0;
}

/**
 * The rows of blocks beside each other. A name too long for its column stands above and below its
 * row, in either block:
 *
 *     其他对个人和家庭 其他商品和服务支
 *     303 99 0.00 302 99 6.40
 *     的补助 出
 *
 * The class that a code is says which pieces are its name.
 */
export function unitsOfBlocks(body: readonly Cells[]): readonly Unit[] {
  const gaps: Piece[][] = [[]];
  const lines: BlockUnit[][] = [];
  for (const cells of body) {
    if (cells.every((cell) => !isValue(cell)) && !/合计$|总计$/.test(cells[0]?.text ?? "")) {
      gaps.at(-1)?.push(...cells.map((cell) => ({ cell, isTaken: false })));
    } else {
      lines.push(unitsOfLine(cells));
      gaps.push([]);
    }
  }
  const around = (index: number): readonly [readonly Piece[], readonly Piece[]] => [
    (gaps[index] ?? []).filter(({ isTaken }) => !isTaken),
    (gaps[index + 1] ?? []).filter(({ isTaken }) => !isTaken),
  ];
  lines.forEach((units, index) => {
    for (const unit of units) if (unit.codes.length > 0) takeNamed(unit, ...around(index));
  });
  lines.forEach((units, index) => {
    const nameless = units.filter(({ label }) => label === null);
    const [above, below] = around(index);
    nameless.forEach((unit, place) => {
      // What is left belongs to the nameless in order, to the only one all of it.
      const mine = (pieces: readonly Piece[]): readonly Piece[] =>
        nameless.length === 1 ? pieces : pieces.slice(place, place + 1);
      take(unit, [...mine(above), ...mine(below)]);
    });
  });
  return lines.flat();
}

function unitsOfLine(cells: Cells): BlockUnit[] {
  const units: BlockUnit[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    const last = units.at(-1);
    if (cell === undefined) continue;
    if (isCodeAt(cells, at)) {
      const length = codeLength(cells, at);
      const next = cells[at + length];
      const own = next === undefined || isValue(next) ? null : next;
      units.push({ codes: cells.slice(at, at + length), label: own, own, figures: [], side: "left" });
      at += length - (own === null ? 1 : 0);
    } else if (isValue(cell)) {
      if (last !== undefined) last.figures.push(cell);
    } else units.push({ codes: [], label: cell, own: cell, figures: [], side: "left" });
  }
  return units;
}

/** Gives a class the pieces that complete its known name. */
function takeNamed(unit: BlockUnit, above: readonly Piece[], below: readonly Piece[]): void {
  const keys = namesOfClass(unit.codes.map(({ text }) => text).join("")).map(classNameKey);
  const own = unit.own?.text ?? "";
  if (keys.length === 0 || keys.includes(classNameKey(own))) return;
  for (let first = 0; first <= above.length; first += 1) {
    for (let second = 0; second <= below.length; second += 1) {
      const before = above[first];
      const behind = below[second];
      const text = (before?.cell.text ?? "") + own + (behind?.cell.text ?? "");
      if (!keys.includes(classNameKey(text))) continue;
      take(
        unit,
        [before, behind].filter((piece) => piece !== undefined),
        before !== undefined,
      );
      return;
    }
  }
}

/** @param isAbove whether the first piece stands above what the row itself prints of its name. */
function take(unit: BlockUnit, pieces: readonly Piece[], isAbove = true): void {
  const [first] = pieces;
  if (first === undefined) return;
  for (const piece of pieces) piece.isTaken = true;
  const texts = pieces.map(({ cell }) => cell.text);
  const own = unit.own?.text ?? "";
  const text = isAbove ? (texts[0] ?? "") + own + texts.slice(1).join("") : own + texts.join("");
  unit.label = { ...(unit.own ?? first.cell), text };
}
