import type { MetricValuesRow } from "../../model/queries/index.ts";

/** What one agency's value is held against where no other agency has one. */
export interface Beside {
  readonly row: MetricValuesRow;
  /** The same figure a year before; null where no report gives one. */
  readonly lastYear: MetricValuesRow | null;
  /** The same figure in the budget of the year, or, for a budget, in its final account. */
  readonly other: MetricValuesRow | null;
}

/**
 * @param rows of the metric in reports of the same kind, all readings and years.
 * @param otherKind of the same metric in reports of the other kind.
 */
export function besideOf(
  row: MetricValuesRow | null,
  rows: readonly MetricValuesRow[],
  otherKind: readonly MetricValuesRow[],
): Beside | null {
  if (row === null) return null;
  const alike = (other: MetricValuesRow): boolean =>
    other.agency_id === row.agency_id &&
    other.metric_id === row.metric_id &&
    other.basis === row.basis &&
    other.denominator === row.denominator &&
    other.value !== null;
  return {
    row,
    lastYear: rows.find((other) => alike(other) && other.fiscal_year === row.fiscal_year - 1) ?? null,
    other: otherKind.find((other) => alike(other) && other.fiscal_year === row.fiscal_year) ?? null,
  };
}
