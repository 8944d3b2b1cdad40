import type { Format } from "../../i18n/format.ts";
import * as m from "../../i18n/generated/messages.js";
import { metricOf } from "../../model/metrics/index.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";
import { decimalsOf } from "../../ui/metric-value.ts";

/** Decimals of a metric's values: a cost per head of a few 元 needs four in 万元. */
export function priceDecimals(metric: string): number {
  return metric === "per_staff.three_public" ? 4 : decimalsOf(metricOf(metric)?.unit ?? "");
}

/** A value of the dictionary as number alone. */
export function priceText(row: MetricValuesRow, value: number, format: Format): string {
  return format.bare(value, metricOf(row.metric_id)?.unit ?? "", priceDecimals(row.metric_id));
}

/** What the printed precision leaves open: «130–150»; null where both ends print alike or are not known. */
export function intervalText(row: MetricValuesRow, format: Format): string | null {
  if (row.lo === null || row.hi === null || row.value === null) return null;
  const lo = priceText(row, row.lo, format);
  const hi = priceText(row, row.hi, format);
  return lo === hi ? null : m.three_public_price_range({ lo, hi });
}
