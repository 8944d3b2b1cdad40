import type { Cell, ResultTable } from "./engine.ts";

export const ROW_FORMATS = ["table", "csv", "json"] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

/** A Chinese character fills two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

const width = (text: string): number => [...text].length + (text.match(WIDE)?.length ?? 0);

/** A cell as one line of text; null is told apart from an empty text by the caller. */
function cellText(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

/** Rows as JSON: an array of objects, one a line. */
function asJson(table: ResultTable): string {
  return table.rows.length === 0 ? "[]" : `[\n${table.rows.map((row) => JSON.stringify(row)).join(",\n")}\n]`;
}

/** Rows as CSV (RFC 4180) with a header; null is an empty cell, an empty text is `""`. */
function asCsv(table: ResultTable): string {
  const quoted = (text: string) => (/[",\r\n]/.test(text) || text === "" ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = table.rows.map((row) =>
    table.columns
      .map(({ name }) => ((row[name] ?? null) === null ? "" : quoted(cellText(row[name] ?? null))))
      .join(","),
  );
  return [table.columns.map(({ name }) => quoted(name)).join(","), ...lines].join("\n");
}

/** Rows in aligned columns, numbers to the right, null as `null`; the last line counts the rows. */
function asTable(table: ResultTable): string {
  const columns = table.columns.map(({ name }) => {
    const cells = table.rows.map((row) => row[name] ?? null);
    const texts = cells.map((cell) => (cell === null ? "null" : cellText(cell).replaceAll("\n", "⏎")));
    return {
      name,
      texts,
      right: cells.some((cell) => cell !== null) && cells.every((cell) => cell === null || typeof cell === "number"),
      width: Math.max(width(name), ...texts.map(width)),
    };
  });
  const pad = (text: string, column: (typeof columns)[number]) => {
    const space = " ".repeat(column.width - width(text));
    return column.right ? space + text : text + space;
  };
  const line = (cells: string[]) => cells.join("  ").trimEnd();
  const count = `(${table.rows.length} ${table.rows.length === 1 ? "row" : "rows"})`;
  return [
    line(columns.map((column) => pad(column.name, column))),
    line(columns.map((column) => "─".repeat(column.width))),
    ...table.rows.map((_, index) => line(columns.map((column) => pad(column.texts[index] ?? "", column)))),
    count,
  ].join("\n");
}

/** A result as text for a terminal or a file, without a line break at its end. */
export function formatRows(table: ResultTable, format: RowFormat): string {
  if (format === "json") return asJson(table);
  return format === "csv" ? asCsv(table) : asTable(table);
}
