import { BODY_CODE, isCoded, isValue, listsBodies } from "./cell-run-units.ts";
import type { Cell } from "./cells.ts";
import { isAmount } from "./cells.ts";
import { isClassName, splitFragments } from "./label-fragments.ts";
import { NUMBERED } from "./numbered-rows.ts";

const CODE = /^\d{3}(?:\d{2}){0,2}$/;
const LEVEL = /^\d{2}$/;
const OWN_ROW = new RegExp(`^(?:${NUMBERED}|合计|总计|本年|上年|年初|年末|结转下年)`);

/**
 * Whether a line is only a piece of a name: no figure, no code, no beginning of a row.
 *
 * @param coded every row of the table has a code, so that a class's name without one is a piece too.
 */
function isPiece(cells: readonly Cell[], coded: boolean, mayBegin = false): boolean {
  const text = cells.map((cell) => cell.text).join("");
  return cells.every((cell) => !isValue(cell)) && (mayBegin || !OWN_ROW.test(text)) && (coded || !isClassName(text));
}

/** Whether a row prints figures alone. */
const areFigures = (cells: readonly Cell[] | undefined): boolean =>
  cells !== undefined && cells.every(isValue) && cells.some(({ text }) => isAmount(text));

export const textOf = (cells: readonly Cell[]): string => cells.map((cell) => cell.text).join("");

/** Rows with their names put together that were printed over several lines, around their figures. */
export function withWholeLabels(header: Cell[], body: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const coded = isCoded(body);
  const code = listsBodies(header) ? BODY_CODE : CODE;
  const rows: (readonly Cell[])[] = [];
  const pieces: (readonly Cell[])[][] = [[]];
  for (const [index, cells] of body.entries()) {
    // `2.公务用车购置及运` / `3.70 3.50` / `行维护费`: what begins a row begins the name of the figures below it.
    const begins = isPiece(cells, coded, true) && areFigures(body[index + 1]);
    if (begins || isPiece(cells, coded)) pieces.at(-1)?.push(cells);
    else {
      rows.push(cells);
      pieces.push([]);
    }
  }
  if (pieces.every((gap) => gap.length === 0)) return body;
  const nameOf = (cells: readonly Cell[]): string =>
    textOf(cells.filter((cell) => !isValue(cell) || (!isAmount(cell.text) && cell.text.length > 7)));
  const splits = splitFragments(
    rows.map(nameOf),
    pieces.map((gap) => gap.map(textOf)),
  );
  header.push(...(pieces[0] ?? []).slice(0, splits[0] ?? 0).flat());
  return rows.map((cells, index) => {
    const above = (pieces[index] ?? []).slice(splits[index] ?? 0).flat();
    const below = (pieces[index + 1] ?? []).slice(0, splits[index + 1] ?? 0).flat();
    if (above.length + below.length === 0) return cells;
    const at = cells.findIndex((cell) => !isValue(cell));
    const end = at === -1 ? cells.findIndex((cell) => !code.test(cell.text) && !LEVEL.test(cell.text)) : at;
    const own = at === -1 ? [] : cells.slice(at, at + 1);
    const parts = [...above, ...own, ...below];
    const [first] = own.length > 0 ? own : parts;
    const split = end === -1 ? cells.length : end;
    if (first === undefined) return cells;
    const label: Cell = { ...first, text: textOf(parts) };
    return [...cells.slice(0, split), label, ...cells.slice(split + own.length)];
  });
}
