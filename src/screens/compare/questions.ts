import type { Basis, Denominator } from "../../domain/status.ts";
import { isUserMetric } from "../../model/formula/index.ts";
import { METRICS } from "../../model/metrics/index.ts";
import type { Metric } from "../../model/metrics/index.ts";
import { userMetricParams } from "../../model/queries/index.ts";
import type {
  EconomicClassesParams,
  MetricStandingsParams,
  MetricValuesParams,
  UserMetricParams,
} from "../../model/queries/index.ts";
import { distinct } from "../../state/group-rows.ts";
import { DEFINING_METRIC, definesOtherwise } from "../../state/grid-standing.ts";
import type { Assumptions } from "../../state/assumptions.svelte.ts";
import type { ScreenValues } from "../../state/routes/index.ts";
import { chosenMetric, DENOMINATORS } from "./choice.ts";
import type { Choice, MetricSource } from "./choice.ts";
import { partMetrics } from "./parts.ts";

type Link = ScreenValues<"compare">;

/** What is asked of the dictionary; null where the metric is a reader's own. */
export function dictionaryQuestion({ metric, kind }: Link, source: MetricSource): MetricValuesParams | null {
  const chosen = chosenMetric(metric, source).metric;
  return isUserMetric(chosen) ? null : { metric_ids: [chosen.id], basis: null, denominator: null, report_kind: kind };
}

/**
 * What is asked of one reading over thousands of agencies, the metric first and then what decides
 * whether its values may be compared; null where the metric has no such reading.
 */
export function standingsQuestion(
  { metric, kind, year, align }: Link,
  source: MetricSource,
  basis: Basis,
  denominator: Denominator,
): MetricStandingsParams | null {
  const chosen = chosenMetric(metric, source).metric;
  if (isUserMetric(chosen) || (!chosen.perStaff && denominator !== DENOMINATORS[0])) return null;
  const own = { metric_id: chosen.id, basis, denominator: chosen.perStaff ? denominator : null };
  return {
    readings: definesOtherwise(chosen) ? [own, { metric_id: DEFINING_METRIC, basis, denominator }] : [own],
    report_kind: kind,
    fiscal_year: year,
    nearest: align === "nearest",
  };
}

/** Several questions about one choice of reports as one; null for none. */
export function together(questions: readonly MetricStandingsParams[]): MetricStandingsParams | null {
  const [first] = questions;
  return first === undefined ? null : { ...first, readings: questions.flatMap((question) => question.readings) };
}

/** What is asked for a reader's own metric; null for one of the dictionary. */
export function ownQuestion({ metric, kind }: Link, source: MetricSource): UserMetricParams | null {
  const chosen = chosenMetric(metric, source).metric;
  return isUserMetric(chosen) ? userMetricParams(chosen, kind) : null;
}

/**
 * The metric and its parts in the reading on show, of the reports whose notes and places are shown; null
 * where there is nothing to ask. Asked together, since looking through the figures of so many reports takes
 * the most time: `partsQuestion` then finds its answer known.
 */
export function detailsQuestion(
  link: Link,
  source: MetricSource,
  report_ids: readonly string[],
): MetricValuesParams | null {
  const question = dictionaryQuestion(link, source);
  if (question === null || report_ids.length === 0) return null;
  const { metric, kind, basis, denominator } = link;
  const parts = partMetrics(chosenMetric(metric, source).metric, kind) ?? [];
  const metric_ids = distinct([...question.metric_ids, ...parts], (id) => id);
  return { metric_ids, basis, denominator, report_kind: kind, report_ids, isOfMany: true };
}

/**
 * The parts the metric is made of; null where it has none. Of few reports all readings at once, so
 * that another basis or headcount is there already; of many the one on show, and both bases only
 * where the reader changes what is taken out.
 *
 * @param report_ids of many reports those whose parts are shown; null: all.
 */
export function partsQuestion(
  link: Link,
  source: MetricSource,
  report_ids: readonly string[] | null,
  assumptions: Pick<Assumptions, "asked">,
): MetricValuesParams | null {
  const { metric, kind, basis, denominator } = link;
  const metric_ids = partMetrics(chosenMetric(metric, source).metric, kind);
  if (metric_ids === null) return null;
  return report_ids === null
    ? { metric_ids, basis: null, denominator: null, report_kind: kind }
    : { metric_ids, basis: assumptions.asked(basis), denominator, report_kind: kind, report_ids, isOfMany: true };
}

/** The classes that a metric's parts are split into, of some reports or (null) of all; null where it has none. */
export function classesQuestion(
  root: string | null,
  report_ids: readonly string[] | null,
): EconomicClassesParams | null {
  if (root === null || root.startsWith("three_public")) return null;
  return report_ids === null ? {} : { report_ids };
}

/** The same metric in reports of the other kind; null where the metric is a reader's own. */
export function otherKindQuestion({ metric, kind, basis, denominator }: Choice): MetricValuesParams | null {
  if (isUserMetric(metric)) return null;
  return { metric_ids: [metric.id], basis, denominator, report_kind: kind === "final" ? "budget" : "final" };
}

/** So many metrics over thousands of agencies are read ahead: more would push out of memory what the reader has looked at. */
const AHEAD = 12;

/** Metrics of the dictionary, those of the group on show first. */
function nearest(id: string | null, source: MetricSource): readonly Metric[] {
  const { group } = chosenMetric(id, source).metric;
  return METRICS.toSorted((a, b) => Number(b.group === group) - Number(a.group === group));
}

/** What choosing this metric will ask: the reading on show, as far as the metric has it. */
export function nextStanding(link: Link, source: MetricSource): MetricStandingsParams | null {
  const { perStaff } = chosenMetric(link.metric, source).metric;
  return standingsQuestion(link, source, link.basis, perStaff ? link.denominator : DENOMINATORS[0]);
}

/**
 * What a reader may look at next among thousands of agencies: the nearest metrics in the reading on show. One in a
 * question: of several the engine looks through the figures of all that lie between them, and longer at a stretch.
 */
export function nextStandings(link: Link, source: MetricSource): MetricStandingsParams[] {
  return nearest(link.metric, source)
    .slice(0, AHEAD)
    .map(({ id }) => nextStanding({ ...link, metric: id }, source))
    .filter((question) => question !== null);
}

/** So many metrics are asked for together. */
const TOGETHER = 16;

/** What a reader may look at next: every metric of the dictionary in reports of this kind, those of the group on show first. */
export function nextQuestions({ metric, kind }: Link, source: MetricSource): MetricValuesParams[] {
  const ids = nearest(metric, source).map(({ id }) => id);
  return Array.from({ length: Math.ceil(ids.length / TOGETHER) }, (_, index) => ({
    metric_ids: ids.slice(index * TOGETHER, (index + 1) * TOGETHER),
    basis: null,
    denominator: null,
    report_kind: kind,
  }));
}
