import { namesOfClass } from "../../domain/names-of-classes.ts";
import type { Cell } from "./cells.ts";
import { isAmount } from "./cells.ts";
import { LEVEL } from "./split-codes.ts";

/** So many cells before and behind its code a piece of a name may stand: two blocks, a code and an amount each. */
const NEAR = 9;
const CODE = /^[235]\d{2}(?:\d{2}){0,2}$/;
/** What a printed name may leave out of the list's. */
const SPARED = /^(?:支出|费用|用|费)?$/;

/** A code in the body: its cells, and the class that it is. */
interface CodeAt {
  readonly from: number;
  /** Exclusive: where the name or, of a name printed elsewhere, the amount stands. */
  readonly to: number;
  readonly code: string;
}

const plain = (text: string): string => text.replace(/\s+/g, "").replaceAll("(", "（").replaceAll(")", "）");
const isWord = (cell: Cell | undefined): cell is Cell => cell !== undefined && /^[\u4e00-\u9fa5（(）)]/.test(cell.text);

/**
 * Cells of a table of one cell a line with the names of classes put together that were broken around their figures:
 *
 *     机关事业单位基本
 *     301
 *     08
 *     229.67              301 08 机关事业单位基本养老保险缴费 229.67
 *     养老保险缴费
 *
 * Only the pieces that make the name of that very class in the general lists are moved; what is unsure stays as it is.
 */
export function withWrappedNames(body: readonly Cell[]): readonly Cell[] {
  const loose = looseWords(body);
  if (loose.size === 0) return body;
  const labels = new Map<number, Cell>();
  for (const { from, to, code } of codesIn(body)) {
    const own = isWord(body[to]) ? body[to] : null;
    const near: number[] = [];
    for (let index = Math.max(0, from - NEAR); index <= to + NEAR; index += 1) if (loose.has(index)) near.push(index);
    const pieces = piecesOf(code, own, near, body);
    if (pieces === null) continue;
    for (const piece of pieces) loose.delete(piece);
    const cells = pieces.map((index) => body[index] as Cell); // indices of `body`
    const first = own ?? cells[0];
    if (first === undefined) continue;
    labels.set(to, { ...first, text: [...(own === null ? [] : [own]), ...cells].map(({ text }) => text).join("") });
    for (const piece of pieces) labels.set(piece, { ...first, text: "" });
  }
  if (labels.size === 0) return body;
  return body.flatMap((cell, index) => {
    const label = labels.get(index);
    if (label === undefined) return [cell];
    if (label.text === "") return [];
    return isWord(cell) ? [label] : [label, cell];
  });
}

/** Indices of words that have neither a code before nor an amount behind them. */
function looseWords(body: readonly Cell[]): Set<number> {
  const loose = new Set<number>();
  body.forEach((cell, index) => {
    const before = body[index - 1]?.text ?? "";
    const after = body[index + 1]?.text ?? "";
    if (isWord(cell) && !CODE.test(before) && !LEVEL.test(before) && !isAmount(after)) loose.add(index);
  });
  return loose;
}

/** `301 08`, `208 05 05` or `2080505` of a class that the lists know, before a name or before an amount. */
function codesIn(body: readonly Cell[]): readonly CodeAt[] {
  const found: CodeAt[] = [];
  for (let from = 0; from < body.length; from += 1) {
    if (!CODE.test(body[from]?.text ?? "")) continue;
    let code = body[from]?.text ?? "";
    let to = from + 1;
    while (code.length < 7 && LEVEL.test(body[to]?.text ?? "")) {
      code += body[to]?.text ?? "";
      to += 1;
    }
    const next = body[to];
    if (next === undefined || (!isAmount(next.text) && !isWord(next))) continue;
    found.push({ from, to, code });
    from = to - 1;
  }
  return found;
}

/** The loose words that make the name of a class, behind its `own` beginning if it has one; null where none do. */
function piecesOf(
  code: string,
  own: Cell | null,
  near: readonly number[],
  body: readonly Cell[],
): readonly number[] | null {
  for (const listed of namesOfClass(code)) {
    const name = plain(listed);
    const begun = own === null ? "" : plain(own.text);
    if (!name.startsWith(begun)) continue;
    const rest = name.slice(begun.length);
    if (own !== null && SPARED.test(rest) && !near.some((at) => plain(body[at]?.text ?? "") === rest)) continue;
    if (rest === "") continue;
    const pieces = cover(rest, near, body);
    if (pieces !== null) return pieces;
  }
  return null;
}

/** Words one behind the other that spell a text, the fewest characters left out; null where none do. */
function cover(text: string, near: readonly number[], body: readonly Cell[]): readonly number[] | null {
  let spared: readonly number[] | null = null;
  for (const [at, index] of near.entries()) {
    const piece = plain(body[index]?.text ?? "");
    if (piece === "" || !text.startsWith(piece)) continue;
    const rest = text.slice(piece.length);
    if (rest === "") return [index];
    const others = cover(rest, near.slice(at + 1), body);
    if (others !== null) return [index, ...others];
    if (SPARED.test(rest)) spared ??= [index];
  }
  return spared;
}
