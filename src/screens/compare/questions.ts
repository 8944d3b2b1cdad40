import { isUserMetric } from "../../model/formula/index.ts";
import { userMetricParams } from "../../model/queries/index.ts";
import type { MetricValuesParams, UserMetricParams } from "../../model/queries/index.ts";
import type { ScreenValues } from "../../state/routes/index.ts";
import { chosenMetric } from "./choice.ts";
import type { MetricSource } from "./choice.ts";
import { partMetrics } from "./parts.ts";

type Link = ScreenValues<"compare">;

/** What is asked of the dictionary; null where the metric is a reader's own. */
export function dictionaryQuestion({ metric, kind }: Link, source: MetricSource): MetricValuesParams | null {
  const chosen = chosenMetric(metric, source).metric;
  return isUserMetric(chosen) ? null : { metric_ids: [chosen.id], basis: null, denominator: null, report_kind: kind };
}

/** What is asked for a reader's own metric; null for one of the dictionary. */
export function ownQuestion({ metric, kind }: Link, source: MetricSource): UserMetricParams | null {
  const chosen = chosenMetric(metric, source).metric;
  return isUserMetric(chosen) ? userMetricParams(chosen, kind) : null;
}

/** The parts the metric is made of; null where it has none. Both bases only where the reader changes what is taken out. */
export function partsQuestion(link: Link, source: MetricSource): MetricValuesParams | null {
  const { metric, kind, basis, denominator, without, adjust } = link;
  const metric_ids = partMetrics(chosenMetric(metric, source).metric, kind);
  const isChanged = without.length > 0 || adjust.length > 0;
  return metric_ids === null ? null : { metric_ids, basis: isChanged ? null : basis, denominator, report_kind: kind };
}
