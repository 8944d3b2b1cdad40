import { METRICS } from "../metrics/index.ts";
import type { MetricGridParams } from "./metric-grid.sql.ts";
import type { MetricValuesParams } from "./metric-values.sql.ts";
import type { ThreePublicParams } from "./three-public-detail.sql.ts";

/** What compare opens with: the headline and the classes it decomposes into. */
export const COMPARE_OPENING_METRICS = [
  "per_staff.basic",
  "per_staff.wages",
  "per_staff.households",
  "per_staff.goods_services",
  "per_staff.personnel",
  "per_staff.operating",
] as const;

/** What 三公 shows beside its components: counts, prices, and the cost per staff that they explain. */
export const PRICE_METRICS = [
  "reception.visits",
  "reception.visitors",
  "reception.visitors_per_visit",
  "reception.cost_per_visitor",
  "vehicles.owned",
  "vehicles.cost_per_vehicle",
  "per_staff.three_public",
] as const;

export const THREE_PUBLIC_METRICS: MetricValuesParams = {
  metric_ids: PRICE_METRICS,
  basis: "comparable",
  denominator: "in_service",
  report_kind: "final",
  latest: true,
};

/** Every component of every latest final account: what 三公 opens with, but for thousands of agencies. */
export const ALL_THREE_PUBLIC: ThreePublicParams = { components: null, report_ids: null };

/** The latest final accounts in all metrics of the dictionary: what screens over everything open with. */
export const ALL_METRICS: MetricGridParams = {
  metric_ids: METRICS.map(({ id }) => id),
  basis: "comparable",
  denominator: "in_service",
  report_kind: "final",
  fiscal_year: null,
};

/** Every metric of some reports, with the printed places. */
export function valuesOfReports(
  report_ids: readonly string[],
  choice: Partial<Pick<MetricValuesParams, "basis" | "denominator">> = {},
): MetricValuesParams {
  const { metric_ids, basis, denominator } = ALL_METRICS;
  return { metric_ids, basis, denominator, report_kind: null, report_ids, ...choice };
}
