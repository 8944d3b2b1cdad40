import type { ResultTable } from "../../state/statement-run.svelte.ts";
import { cellText } from "./export.ts";

/** Rows looked at; later rows do not change widths, so that nothing moves while scrolling. */
const SAMPLE = 200;
const NARROWEST = 5;
const WIDEST = 30;
const PADDING = 1.6;

/** Whether a column of this SQL type holds numbers. */
export function isNumeric(type: string): boolean {
  return /^(?:DECIMAL|DOUBLE|FLOAT|REAL|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?)(?:\(.*\))?$/.test(type);
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.58;
  return width;
}

/** The width of each column in em: that of its widest text among the first rows, within bounds. */
export function columnWidths(table: ResultTable): number[] {
  return table.columns.map((column) => {
    let width = Math.max(widthOf(column.name), widthOf(column.type) * 0.85);
    for (const row of table.rows.slice(0, SAMPLE)) {
      width = Math.max(width, widthOf(cellText(row[column.name] ?? null)));
      if (width >= WIDEST) break;
    }
    return Math.round((Math.min(WIDEST, Math.max(NARROWEST, width)) + PADDING) * 100) / 100;
  });
}
