import type { Placed } from "../../compare/index.ts";
import type { Locale } from "../../i18n/locale.ts";
import { compareNames } from "../../i18n/name-order.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";
import { agencyLabel } from "../../ui/metric-value.ts";

export type SortKey = "value" | "agency" | "ratio" | "numerator" | "headcount";

export interface TableOrder {
  readonly key: SortKey;
  /** The other way round: least first, or names from the end. */
  readonly turned: boolean;
}

/** Rows by a column; rows without a figure there come last either way. */
export function ordered(
  rows: readonly Placed<MetricValuesRow>[],
  { key, turned }: TableOrder,
  locale: Locale,
): readonly Placed<MetricValuesRow>[] {
  if (key === "agency") {
    const named = rows.map((placed) => ({ placed, name: agencyLabel(placed.row, locale) }));
    const sorted = named.toSorted((a, b) => compareNames(a.name, b.name)).map(({ placed }) => placed);
    return turned ? sorted.toReversed() : sorted;
  }
  // The position's own order is that of the values; only what counts has a rank in it.
  if (key === "value" && !turned) return rows;
  const figure = (placed: Placed<MetricValuesRow>): number | null => {
    if (key === "value") return placed.row.value;
    if (key === "ratio") return placed.ratio;
    return key === "numerator" ? placed.row.numerator : placed.row.denominator_value;
  };
  const sign = turned ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [left, right] = [figure(a), figure(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}
