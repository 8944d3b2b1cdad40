import type { HeaderPath } from "./cell-run-header.ts";
import type { Cell } from "./cells.ts";

/** A cell that the text does not print, at the beginning of a line. */
export function empty(line: number): Cell {
  return { text: "", line, from: 0, to: 0, raw: "" };
}

/** A header that the text prints elsewhere or not at all. */
export function word(text: string, line: number): Cell {
  return { ...empty(line), text };
}

export function padded(cells: readonly Cell[], width: number, line: number): Cell[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? empty(line));
}

/** Header rows over columns of figures, outermost first: a name over several columns is written once. */
export function headerLevels(columns: readonly HeaderPath[], line: number): readonly (readonly Cell[])[] {
  const depth = columns.reduce((most, path) => Math.max(most, path.length), 1);
  return Array.from({ length: depth }, (_, level) =>
    columns.map((path, column) => {
      const cell = path[level] ?? null;
      const before = columns[column - 1]?.[level] ?? null;
      const isInner = path[level + 1] !== undefined && path[level + 1] !== null;
      return cell === null || (isInner && cell === before) ? empty(line) : cell;
    }),
  );
}
