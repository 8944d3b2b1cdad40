import type { FindingsRow } from "../../model/queries/index.ts";

const COLUMNS = [
  "finding_id",
  "report_id",
  "agency_name",
  "fiscal_year",
  "report_kind",
  "severity",
  "category",
  "rule_id",
  "stated",
  "expected",
  "difference",
  "unit",
  "witnesses",
  "source_lines",
  "message_zh",
  "message_en",
] as const satisfies readonly (keyof FindingsRow)[];

function cell(value: string | number | readonly number[] | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : value.join(" ");
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Findings as a CSV file that spreadsheets open as UTF-8: byte order mark, CRLF, one row per
 * finding, lines separated by spaces; an empty cell where there is no number.
 *
 * @param fingerprint of the data, in a last column; null: unknown.
 */
export function findingsCsv(rows: readonly FindingsRow[], fingerprint: string | null): string {
  const lines = rows.map((row) => [...COLUMNS.map((name) => cell(row[name])), cell(fingerprint)].join(","));
  return `\uFEFF${[[...COLUMNS, "data_fingerprint"].join(","), ...lines].join("\r\n")}\r\n`;
}
