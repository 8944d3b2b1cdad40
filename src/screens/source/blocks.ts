import { cellsOf } from "./pieces.ts";

/** Consecutive lines that are laid out together. */
export interface Block {
  readonly kind: "prose" | "table";
  /** 0-based index of the first line, and of the line after the last. */
  readonly from: number;
  readonly to: number;
  /** Widths of the columns of a table, in em; empty for prose. */
  readonly widths: readonly number[];
  /** Guess of the height in lines, for room kept before it is laid out. */
  readonly height: number;
}

/** Lines per block: what is laid out at once when it comes near the window. */
const PROSE_LINES = 60;
const TABLE_LINES = 150;
/** What fits beside line numbers and margin on a wide window. */
const TABLE_WIDTH = 57;
const WIDEST = 18;
const NARROWEST = 2.4;
/** A column is not made narrower than this to fit; the table scrolls sideways instead. */
const SQUEEZED = 5;
const CELL_GAP = 1;
const PROSE_WIDTH = 52;
/** Height of a blank line, in lines. */
const BLANK = 0.5;

/** Width in em as most fonts draw it: Chinese characters are square, others about half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.56;
  return width;
}

/**
 * Whether a line is a row of a table. A single tab at its start is an indent or a cell that stands
 * alone on its line.
 */
export function isRow(text: string): boolean {
  const first = text.indexOf("\t");
  return first > 0 || (first === 0 && text.indexOf("\t", 1) > 0);
}

function columnWidths(rows: readonly string[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    cellsOf(row).forEach((cell, column) => {
      const width = Math.min(WIDEST, widthOf(row.slice(cell.from, cell.to).trim())) + CELL_GAP;
      widths[column] = Math.max(widths[column] ?? NARROWEST, width);
    });
  }
  let total = widths.reduce((sum, width) => sum + width, 0);
  while (total > TABLE_WIDTH) {
    const widest = Math.max(...widths);
    if (widest <= SQUEEZED) break;
    widths[widths.indexOf(widest)] = widest - 0.5;
    total -= 0.5;
  }
  return widths.map((width) => Math.round(width * 100) / 100);
}

function proseBlock(lines: readonly string[], from: number, to: number): Block {
  const height = lines
    .slice(from, to)
    .reduce((sum, line) => sum + (line.trim() === "" ? BLANK : Math.max(1, Math.ceil(widthOf(line) / PROSE_WIDTH))), 0);
  return { kind: "prose", from, to, widths: [], height };
}

/**
 * Cuts a report into blocks, in order and without gaps. Rows next to each other are one table whose
 * columns align; a single row among prose stays prose.
 */
export function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let prose = 0;
  const flush = (end: number): void => {
    for (let from = prose; from < end; from += PROSE_LINES) {
      blocks.push(proseBlock(lines, from, Math.min(end, from + PROSE_LINES)));
    }
  };
  let index = 0;
  while (index < lines.length) {
    let end = index;
    while (end < lines.length && isRow(lines[end] ?? "")) end += 1;
    if (end - index < 2) {
      index = Math.max(end, index + 1);
      continue;
    }
    flush(index);
    const widths = columnWidths(lines.slice(index, end));
    for (let from = index; from < end; from += TABLE_LINES) {
      const to = Math.min(end, from + TABLE_LINES);
      blocks.push({ kind: "table", from, to, widths, height: to - from });
    }
    prose = end;
    index = end;
  }
  flush(lines.length);
  return blocks;
}

/** Index of the block that holds a 0-based line; −1 where there is none. */
export function blockAt(blocks: readonly Block[], line: number): number {
  return blocks.findIndex((block) => line >= block.from && line < block.to);
}
