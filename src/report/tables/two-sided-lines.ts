import { functionClassesNamed } from "../../domain/function-classes.ts";
import type { Unit } from "./cell-run-units.ts";
import { isValue, SPENDING } from "./cell-run-units.ts";
import type { Cell } from "./cells.ts";
import { withoutNumber } from "./names.ts";
import { NUMBERED } from "./numbered-rows.ts";

type Cells = readonly Cell[];

/** What begins a row of its own. */
const BEGINS = new RegExp(
  `^(?:${NUMBERED}|本年|上年|年初|年末|年终|期初|期末|使用|用事业|动用|结余|结转|.{0,6}[合总]计)`,
);
/** The rest of a name stands so many lines below its beginning. */
const NEAR = 2;

/** A label with the figures behind it; no label where its name stands above and below the line. */
interface Side {
  readonly label: Cell | null;
  readonly figures: Cell[];
}

/** A unit whose side is not known before its whole name is. */
interface OpenUnit extends Unit {
  isSideKnown: boolean;
  readonly at: number;
}

/**
 * Rows of a table of two sides, a line each, with names that go on above and below their line:
 *
 *     一、社会保障和就业
 *     一、一般公共预算 402.90 142.30 142.30 0.00 0.00
 *     支出
 *
 * is 一般公共预算 402.90 on the left and 社会保障和就业支出 142.30 142.30 0.00 0.00 on the right.
 */
export function unitsOfSides(body: readonly Cells[]): readonly Unit[] {
  const units: OpenUnit[] = [];
  /** The last line that was a name alone. */
  let open: OpenUnit | null = null;
  const add = (label: Cell | null, figures: Cell[], at: number, side: Unit["side"] | null): OpenUnit => {
    const unit: OpenUnit = { codes: [], label, figures, side: side ?? "left", isSideKnown: side !== null, at };
    units.push(unit);
    return unit;
  };
  const rows = body.map(sidesOf);
  // Spending by function and by what it buys, side by side: it goes on where income has ended.
  const isThrice = rows.some(({ length }) => length > 2);
  rows.forEach((sides, at) => {
    const [first, second] = sides;
    if (first === undefined) return;
    const above = open !== null && at - open.at === 1 ? open : null;
    if (second !== undefined) {
      sides.forEach(({ label, figures }, index) => {
        const isLeft = index === 0 && !(isThrice && isSpending(label?.text ?? ""));
        add(label, figures, at, isLeft ? "left" : "right");
      });
      return;
    }
    if (first.label === null) {
      if (above !== null && above.figures.length === 0) {
        above.figures.push(...first.figures);
        if (first.figures.length > 1) setSide(above, "right");
      } else add(null, first.figures, at, null);
      return;
    }
    if (first.figures.length === 0) {
      if (BEGINS.test(first.label.text)) open = add(first.label, [], at, null);
      else lengthen(open !== null && at - open.at <= NEAR ? open : units.at(-1), first.label);
      return;
    }
    if (above !== null && first.figures.length > 1 && above.figures.length === 0 && !SPENDING.test(first.label.text)) {
      const [own, ...others] = first.figures;
      add(first.label, own === undefined ? [] : [own], at, "left");
      above.figures.push(...others);
      setSide(above, "right");
      return;
    }
    add(first.label, first.figures, at, null);
  });
  giveSides(units);
  return units;
}

function sidesOf(cells: Cells): Side[] {
  const sides: Side[] = [];
  for (const cell of cells) {
    const last = sides.at(-1);
    if (!isValue(cell)) sides.push({ label: cell, figures: [] });
    else if (last === undefined) sides.push({ label: null, figures: [cell] });
    else last.figures.push(cell);
  }
  return sides;
}

function setSide(unit: OpenUnit, side: Unit["side"]): void {
  unit.side = side;
  unit.isSideKnown = true;
}

function lengthen(unit: OpenUnit | undefined, { text }: Cell): void {
  if (unit?.label === undefined || unit.label === null) return;
  unit.label = { ...unit.label, text: unit.label.text + text };
}

const isSpending = (text: string): boolean =>
  (SPENDING.test(text) && !/收入/.test(text)) || functionClassesNamed(withoutNumber(text)).length > 0;

/**
 * What stands alone in its line is spending by its name, by more figures than any line has of income,
 * or as the second total of that name.
 */
function giveSides(units: readonly OpenUnit[]): void {
  const seen = new Set<string>();
  const known = units.filter(({ side, isSideKnown }) => isSideKnown && side === "left");
  const widest = known.reduce((most, { figures }) => Math.max(most, figures.length), 0);
  for (const unit of units) {
    const text = unit.label?.text ?? "";
    const isWide = widest > 0 && unit.figures.length > widest && !/收入|[合总]计$/.test(text);
    if (!unit.isSideKnown && (isWide || isSpending(text) || (/计$/.test(text) && seen.has(text)))) unit.side = "right";
    seen.add(text);
  }
}
