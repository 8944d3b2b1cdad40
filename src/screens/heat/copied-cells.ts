import type { Format } from "../../i18n/format.ts";
import { inLocale } from "../../i18n/locale.ts";
import type { Locale } from "../../i18n/locale.ts";
import type { Metric } from "../../model/metrics/index.ts";
import type { MetricGridRow } from "../../model/queries/index.ts";
import { groupRows } from "../../state/group-rows.ts";
import { agencyLabel, decimalsOf } from "../../ui/metric-value.ts";
import { plainNumber } from "../../ui/table-cells.ts";
import { statusName } from "../../ui/status-text.ts";
import type { GridRange } from "../../ui/virtual-grid.ts";
import type { HeatColumn } from "./heat.svelte.ts";

/**
 * Cells of the table as header and rows for the clipboard: name and year of each agency before
 * its values, marks after them.
 */
export function copiedCells(
  rows: readonly MetricGridRow[],
  columns: readonly HeatColumn[],
  range: GridRange | null,
  {
    format,
    locale,
    words,
    leftIn = () => null,
  }: {
    format: Format;
    locale: Locale;
    words: { agency: string; year: string; marks: string };
    /** What a value holds because the reader leaves it in, in words; null for nothing. */
    leftIn?: (row: MetricGridRow, metric: Metric) => string | null;
  },
): { header: string[]; rows: string[][] } {
  // Column 0 of a range holds the names.
  const taken = range === null ? columns : columns.slice(Math.max(0, range.left - 1), range.right);
  const lines = range === null ? rows : rows.slice(range.top, range.bottom + 1);
  const text = (row: MetricGridRow, { metric, index }: HeatColumn): string => {
    const value = row.values[index] ?? null;
    const status = row.statuses[index] ?? "undisclosed";
    if (value === null) return statusName(status, locale);
    return plainNumber(format.bare(value, metric.unit, decimalsOf(metric.unit)));
  };
  return {
    header: [
      words.agency,
      words.year,
      ...taken.map(({ metric }) => `${inLocale(locale, metric)} (${format.unit(metric.unit)})`),
      words.marks,
    ],
    rows: lines.map((row) => [
      agencyLabel(row, locale),
      String(row.fiscal_year),
      ...taken.map((column) => text(row, column)),
      marksOf(row, taken, locale, leftIn),
    ]),
  };
}

/** What the values of a row rest on where they are not simply printed: «口径借用：人均支出、人均基本支出». */
function marksOf(
  row: MetricGridRow,
  columns: readonly HeatColumn[],
  locale: Locale,
  leftIn: (row: MetricGridRow, metric: Metric) => string | null,
): string {
  const marked = columns.filter(
    ({ index }) => (row.values[index] ?? null) !== null && (row.statuses[index] ?? "ok") !== "ok",
  );
  const [colon, comma, stop] = locale === "zh" ? ["：", "、", "；"] : [": ", ", ", "; "];
  const names = (of: readonly HeatColumn[]): string => of.map(({ metric }) => inLocale(locale, metric)).join(comma);
  const held = columns.filter(({ metric }) => leftIn(row, metric) !== null);
  return [
    ...[...groupRows(marked, ({ index }) => row.statuses[index] ?? "ok")].map(
      ([status, of]) => `${statusName(status, locale)}${colon}${names(of)}`,
    ),
    ...[...groupRows(held, ({ metric }) => leftIn(row, metric) ?? "")].map(
      ([text, of]) => `${text}${locale === "zh" ? "（" : " ("}${names(of)}${locale === "zh" ? "）" : ")"}`,
    ),
  ].join(stop);
}
