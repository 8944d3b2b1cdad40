import type { SizeBandId } from "../../compare/index.ts";
import type { Basis, Denominator } from "../../domain/status.ts";
import type { ReportKind } from "../../domain/statements.ts";
import { metricOf } from "../../model/metrics/index.ts";
import type { Metric } from "../../model/metrics/index.ts";
import { COMPARE_OPENING_METRICS } from "../../model/queries/index.ts";
import type { ReportsRow } from "../../model/queries/index.ts";
import type { UserMetricResult } from "../../model/formula/index.ts";
import type { UnknownPart } from "../../state/unknown-parts.ts";
import type { ScreenValues } from "../../state/routes/index.ts";

export const DENOMINATORS = [
  "in_service",
  "in_service_plus_temporary",
  "establishment",
] as const satisfies readonly Denominator[];

/** `peer` of the address for the median of the others. */
export const MEDIAN_PEER = "median";

/** What the reader chose, held against what there is. */
export interface Choice {
  readonly metric: Metric;
  readonly basis: Basis;
  /** null where the metric divides by no headcount. */
  readonly denominator: Denominator | null;
  readonly kind: ReportKind;
  readonly year: number | null;
  /** Reports of the year before or after stand in where one of the year is missing. */
  readonly nearest: boolean;
  /** Empty: all. */
  readonly agencies: ReadonlySet<string>;
  /** What the reader calls them; empty for no name. */
  readonly set: string;
  readonly level: string | null;
  readonly province: string | null;
  readonly size: SizeBandId | null;
  readonly focus: string | null;
  readonly peer: string | null;
}

/** Where metrics are looked up: the registry of the page. */
export interface MetricSource {
  metricOf(id: string): Metric | null;
  definitionOf(id: string): { readonly result: UserMetricResult } | null;
}

/** The metric of the address, else the one that the screen opens with. */
export function chosenMetric(
  id: string | null,
  source: MetricSource,
): { metric: Metric; problem: UnknownPart | null; broken: UserMetricResult | null } {
  const found = id === null ? null : source.metricOf(id);
  const metric = found ?? metricOf(COMPARE_OPENING_METRICS[0]);
  if (metric === null) throw new Error(`found no metric ${COMPARE_OPENING_METRICS[0]}, expected it in the dictionary`);
  const broken = id === null || found !== null ? null : (source.definitionOf(id)?.result ?? null);
  // A definition that cannot be computed says so at its formula.
  const isUnknown = id !== null && found === null && broken === null;
  return { metric, problem: isUnknown ? { kind: "metric", text: id } : null, broken };
}

/** What an address may name; empty sets before anything is known. */
export interface KnownIds {
  readonly agency: ReadonlySet<string>;
  readonly province: ReadonlySet<string>;
  readonly years: Readonly<Record<ReportKind, ReadonlySet<number>>>;
}

/** Gathered once from the reports: an address changes far more often. */
export function knownIds(reports: readonly ReportsRow[]): KnownIds {
  const years = (kind: ReportKind): ReadonlySet<number> =>
    new Set(reports.flatMap((row) => (row.report_kind === kind ? row.fiscal_year : [])));
  return {
    agency: new Set(reports.map((row) => row.agency_id)),
    province: new Set(reports.flatMap((row) => row.province ?? [])),
    years: { final: years("final"), budget: years("budget") },
  };
}

/** Holds the values of the address against what is known; before that nothing is called wrong. */
export function checkedChoice(
  values: ScreenValues<"compare">,
  known: KnownIds,
  source: MetricSource,
): { choice: Choice; problems: readonly UnknownPart[]; broken: UserMetricResult | null } {
  const { metric, problem, broken } = chosenMetric(values.metric, source);
  const problems: UnknownPart[] = problem === null ? [] : [problem];
  const keep = (kind: Exclude<keyof KnownIds, "years">, id: string): boolean => {
    if (known[kind].size === 0 || known[kind].has(id)) return true;
    problems.push({ kind, text: id });
    return false;
  };
  const agency = (id: string | null): string | null => (id !== null && keep("agency", id) ? id : null);

  const years = known.years[values.kind];
  const hasYear = values.year === null || years.size === 0 || years.has(values.year);
  if (!hasYear) problems.push({ kind: "year", text: String(values.year) });

  return {
    choice: {
      metric,
      basis: values.basis,
      denominator: metric.perStaff ? values.denominator : null,
      kind: values.kind,
      year: hasYear ? values.year : null,
      nearest: values.align === "nearest",
      agencies: new Set(values.agencies.filter((id) => keep("agency", id))),
      set: values.set,
      level: values.level === "all" ? null : values.level,
      province: values.province !== null && keep("province", values.province) ? values.province : null,
      size: values.size === "all" ? null : values.size,
      focus: agency(values.focus),
      peer: values.peer === MEDIAN_PEER ? MEDIAN_PEER : agency(values.peer),
    },
    problems,
    broken,
  };
}
