import type { Line } from "../types.ts";
import { isAmount } from "./cells.ts";
import { isBlankText, isIdeograph, squeezed } from "../white-space.ts";

const CODE = /^\d{3}(?:\d{2}){0,2}$/;
const SHORTEST_CODE = 3;
const LEVEL = /^\d{2}$/;
/** So many rows whose names stand elsewhere than those of others are no accident. */
const LEAST = 2;

/**
 * Whether tabs divide the filled cells only, so that what stands in a column is not what the table
 * printed in it:
 *
 *     207<TAB>文化旅游体育与传媒支出<TAB>199.30<TAB>199.30
 *     207<TAB>01<TAB>01<TAB>行政运行<TAB>46.50<TAB>46.50
 *
 * Told by codes over several columns: their names stand below each other wherever blank cells are kept.
 */
export function tabsLostBlanks(lines: readonly Line[]): boolean {
  const names: number[] = [];
  for (const { text } of lines) {
    const tab = text.indexOf("\t");
    if (tab < SHORTEST_CODE || isIdeograph(text.charCodeAt(0)) || !CODE.test(squeezed(text.slice(0, tab)))) continue;
    const cells = text.split("\t");
    // Amounts stand at the end of a row.
    if (cells.findLastIndex((cell) => isAmount(squeezed(cell))) === -1) continue;
    if (cells.some(isBlankText)) return false;
    const name = cells.findIndex((cell, index) => index > 0 && !LEVEL.test(squeezed(cell)));
    names[name] = (names[name] ?? 0) + 1;
  }
  return names.filter((rows) => rows >= LEAST).length > 1;
}
