import type { ResultRows } from "../../state/statement-run.svelte.ts";

/** Rows looked at; later rows do not change widths, so that nothing moves while scrolling. */
const SAMPLE = 100;
const NARROWEST = 64;
const WIDEST = 380;
const PADDING = 22;
/** px of a Latin letter or digit, and of a Chinese character, at the size of tables. */
const LATIN = 7.6;
const WIDE = 13.2;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? WIDE : LATIN;
    if (width > WIDEST) break;
  }
  return width;
}

/** Width of a column, px: that of its widest text among some rows, within bounds. */
export function columnWidth(rows: ResultRows, column: number, from = 0, widest = WIDEST): number {
  const { name, type } = rows.columns[column] ?? { name: "", type: "" };
  let width = Math.max(widthOf(name) + 14, widthOf(type) * 0.85);
  for (let row = from; row < Math.min(rows.count, from + SAMPLE); row++) {
    width = Math.max(width, widthOf(rows.text(row, column) ?? "∅ null"));
    if (width >= widest) break;
  }
  return Math.round(Math.min(widest, Math.max(NARROWEST, width + PADDING)));
}
