import { ASSETS } from "./assets.ts";
import { EXECUTION } from "./execution.ts";
import type { Metric } from "./metric.ts";
import { PER_STAFF } from "./per-staff.ts";
import { PERFORMANCE } from "./performance.ts";
import { PROCUREMENT } from "./procurement.ts";
import { STRUCTURE } from "./structure.ts";
import { THREE_PUBLIC } from "./three-public.ts";

/** The dictionary, in the order of the picker. Ids are unique. */
export const METRICS: readonly Metric[] = [
  ...PER_STAFF,
  ...THREE_PUBLIC,
  ...EXECUTION,
  ...STRUCTURE,
  ...PROCUREMENT,
  ...ASSETS,
  ...PERFORMANCE,
];

/** The metric of that id, or null: ids come from URLs and from readers’ SQL. */
export function metricOf(id: string): Metric | null {
  return METRICS.find((metric) => metric.id === id) ?? null;
}

export { ECONOMIC_CLASSES, ECONOMIC_GROUPS, economicClassName } from "./economic-classes.ts";
export type { EconomicClass } from "./economic-classes.ts";
export { inputUnit } from "./input-unit.ts";
export { METRIC_GROUPS, USER_GROUP } from "./metric.ts";
export type { InputName, InputRef, InputWay, Metric, MetricGroupId, MetricShape, Polarity } from "./metric.ts";
