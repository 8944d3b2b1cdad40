import type { Format } from "../../i18n/format.ts";
import * as m from "../../i18n/generated/messages.js";
import { inLocale } from "../../i18n/locale.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { leftInText } from "../../ui/assumption-text.ts";
import { decimalsOf } from "../../ui/metric-value.ts";
import { statusName } from "../../ui/status-text.ts";
import { plainNumber } from "../../ui/table-cells.ts";
import { verdictName } from "../../ui/verdict-text.ts";
import type { PairLine } from "./pair.svelte.ts";

/** a − b with its sign, in the metric's unit; null where there is none. */
export function differenceText({ difference, metric }: PairLine, format: Format): string | null {
  if (difference === null) return null;
  const text = format.bare(difference, metric.unit, decimalsOf(metric.unit));
  return difference > 0 ? `+${text}` : text;
}

/** Two agencies as header and rows for the clipboard: marks stand beside the numbers, not in them. */
export function pairCells(
  lines: readonly PairLine[],
  [a, b]: readonly [string, string],
  { format, locale, assumptions }: Pick<AppState, "format" | "locale" | "assumptions">,
): { header: string[]; rows: string[][] } {
  const value = (row: MetricValuesRow, unit: string): string =>
    row.value === null ? statusName(row.status, locale) : plainNumber(format.bare(row.value, unit, decimalsOf(unit)));
  const mark = (row: MetricValuesRow, { metric }: PairLine): string => {
    const note = locale === "en" ? row.note_en : row.note_zh;
    const items = assumptions.leftIn(row, metric);
    return [
      row.status === "ok" || row.value === null ? null : statusName(row.status, locale),
      row.status === "ok" ? null : note,
      items.length === 0 ? null : leftInText(items, locale),
    ]
      .filter((part) => part !== null)
      .join(locale === "zh" ? "；" : "; ");
  };
  return {
    header: [
      m.agency_metric(),
      m.pair_unit(),
      a,
      b,
      m.pair_difference({ a, b }),
      m.pair_ratio({ a, b }),
      m.pair_verdict_title(),
      m.pair_mark({ agency: a }),
      m.pair_mark({ agency: b }),
    ],
    rows: lines.map((line) => [
      `${line.code === null ? "" : `${line.code} `}${inLocale(locale, line.metric)}`,
      format.unit(line.metric.unit),
      value(line.a, line.metric.unit),
      value(line.b, line.metric.unit),
      plainNumber(differenceText(line, format) ?? ""),
      line.ratio === null ? "" : plainNumber(format.seen(line.ratio, 2)),
      line.tied ? `${verdictName(line.verdict.verdict)} · ${m.pair_tied()}` : verdictName(line.verdict.verdict),
      mark(line.a, line),
      mark(line.b, line),
    ]),
  };
}
