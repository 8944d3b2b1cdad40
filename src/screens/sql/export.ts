import type { Cell, ResultTable } from "../../state/statement-run.svelte.ts";

/** A cell as text; null is told apart by its caller. */
export function cellText(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

/** For pasting into a spreadsheet: tabs and line breaks inside a cell become spaces, null an empty cell. */
export function toTsv(table: ResultTable): string {
  const flat = (text: string): string => text.replace(/[\t\r\n]+/g, " ");
  const names = table.columns.map((column) => flat(column.name)).join("\t");
  const rows = table.rows.map((row) =>
    table.columns.map((column) => flat(cellText(row[column.name] ?? null))).join("\t"),
  );
  return [names, ...rows].join("\n");
}

/** A CSV file (RFC 4180) that spreadsheets open as UTF-8: with byte order mark and CRLF. Null is an empty cell, an empty text a quoted one. */
export function toCsv(table: ResultTable): string {
  const quoted = (text: string): string =>
    text === "" || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const cell = (value: Cell): string => (value === null ? "" : quoted(cellText(value)));
  const names = table.columns.map((column) => quoted(column.name)).join(",");
  const rows = table.rows.map((row) => table.columns.map((column) => cell(row[column.name] ?? null)).join(","));
  return `\uFEFF${[names, ...rows].join("\r\n")}\r\n`;
}
