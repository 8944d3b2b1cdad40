import type { Metric } from "../../model/metrics/index.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";
import { readerRow, readerRows } from "../../model/reader-rules.ts";
import type { ReaderRules } from "../../model/reader-rules.ts";
import { byReport } from "./standing-rows.ts";
import { readingKey } from "./value-rows.ts";
import type { Reading, RowsByReading } from "./value-rows.ts";

/** A row of another year than the one asked for says so. */
function standIn(row: MetricValuesRow, wanted: number | null): MetricValuesRow {
  if (wanted === null || row.fiscal_year === wanted) return row;
  const zh = `取 ${String(row.fiscal_year)} 年，${String(wanted)} 年没有报告`;
  const en = `of ${String(row.fiscal_year)}: there is no report of ${String(wanted)}`;
  return {
    ...row,
    note_zh: row.note_zh === null ? zh : `${zh}；${row.note_zh}`,
    note_en: row.note_en === null ? en : `${en}; ${row.note_en}`,
  };
}

/**
 * Rows of one reading as the reader wants them.
 *
 * @param reported rows of the same metric and headcount as reported.
 */
export function readerReading(
  rows: readonly MetricValuesRow[],
  reported: readonly MetricValuesRow[],
  metric: Metric,
  rules: ReaderRules | null,
  year: number | null,
): readonly MetricValuesRow[] {
  if (rules === null) return year === null ? rows : rows.map((row) => standIn(row, year));
  const asPrinted = byReport(reported);
  return rows.map((row) => standIn(readerRow(row, asPrinted.get(row.report_id), metric, rules), year));
}

/** Every reading as the reader wants it: switches and assumptions reach all that is made of values. */
export function readerGroups(
  raw: RowsByReading,
  metric: Metric,
  rules: ReaderRules | null,
  year: number | null,
): RowsByReading {
  if (rules === null && year === null) return raw;
  return new Map(
    [...raw].map(([key, rows]) => [
      key,
      readerReading(rows, asReported(raw, rows[0]?.denominator ?? null), metric, rules, year),
    ]),
  );
}

/** The rows as reported with a headcount; empty where they are not read. */
export function asReported(groups: RowsByReading, denominator: Reading["denominator"]): readonly MetricValuesRow[] {
  return groups.get(readingKey({ basis: "reported", denominator })) ?? [];
}

/** Rows of several metrics in one reading as the reader wants them, so that parts still add up to their whole. */
export function readerParts(
  rows: readonly MetricValuesRow[],
  { basis, denominator }: Reading,
  metricOf: (id: string) => Metric | null,
  rules: ReaderRules | null,
): MetricValuesRow[] {
  return (rules === null ? rows : readerRows(rows, metricOf, rules)).filter(
    (row) => row.basis === basis && (row.denominator === null || row.denominator === denominator),
  );
}
