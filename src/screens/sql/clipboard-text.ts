import type { ResultRows } from "../../state/statement-run.svelte.ts";

/** What is copied out of a result: rows of the result in order, columns by index. */
export interface CopiedCells {
  readonly rows: ResultRows;
  readonly at: readonly number[];
  readonly columns: readonly number[];
}

const flat = (text: string): string => text.replace(/[\t\r\n]+/g, " ");

/**
 * For pasting into a spreadsheet: tabs and line breaks inside a cell become spaces, null an empty
 * cell. A single cell comes without its column's name.
 */
export function toTsv({ rows, at, columns }: CopiedCells): string {
  const cells = (row: number): string => columns.map((column) => flat(rows.text(row, column) ?? "")).join("\t");
  const [only] = at;
  if (at.length === 1 && columns.length === 1 && only !== undefined) return cells(only);
  const names = columns.map((column) => flat(rows.columns[column]?.name ?? "")).join("\t");
  return [names, ...at.map(cells)].join("\n");
}

/** A table for a text in Markdown; null is an empty cell, numbers are aligned to the right. */
export function toMarkdown({ rows, at, columns }: CopiedCells, isNumeric: (column: number) => boolean): string {
  const escaped = (text: string): string => text.replaceAll("|", "\\|").replace(/\s*[\r\n]+\s*/g, " ");
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map((column) => escaped(rows.columns[column]?.name ?? ""))),
    line(columns.map((column) => (isNumeric(column) ? "---:" : "---"))),
    ...at.map((row) => line(columns.map((column) => escaped(rows.text(row, column) ?? "")))),
  ].join("\n");
}
