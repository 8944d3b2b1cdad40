import type { MetricValueRow } from "../domain/records.ts";
import type { Metric } from "./metrics/index.ts";

/**
 * A per-staff value with a headcount that the reader typed: status `assumed`, no interval beyond
 * the numerator’s own, no fact behind the headcount.
 *
 * @param headcount people, above 0.
 * @returns the row as it was when the metric divides by no headcount, or its numerator is missing.
 */
export function withAssumedHeadcount<Row extends MetricValueRow>(row: Row, metric: Metric, headcount: number): Row {
  if (!metric.perStaff || row.numerator === null || !(headcount > 0)) return row;
  const value = (metric.factor * row.numerator) / headcount;
  return {
    ...row,
    value,
    lo: value,
    hi: value,
    denominator_value: headcount,
    status: "assumed",
    bias: null,
    note_zh: `人数 ${headcount} 由用户填入，不是披露数`,
    note_en: `headcount ${headcount} typed by the reader, not disclosed`,
  };
}
