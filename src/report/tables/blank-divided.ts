import type { Line } from "../types.ts";
import { isBlankUnit } from "../white-space.ts";
import type { Cell } from "./cells.ts";

/**
 * The cells of a line that blanks divide, every word one:
 *
 *     产出指标 数量指标 社区矫正人数 ≥200人
 *     ^^^^^^^^ ^^^^^^^^ ^^^^^^^^^^^^ ^^^^^^
 */
export function blankDivided({ text, no }: Line): Cell[] {
  const cells: Cell[] = [];
  let from = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const isGap = at === text.length || isBlankUnit(text.charCodeAt(at));
    if (isGap && from !== -1) {
      const raw = text.slice(from, at);
      cells.push({ text: raw, line: no, from, to: at, raw });
      from = -1;
    } else if (!isGap && from === -1) from = at;
  }
  return cells;
}
