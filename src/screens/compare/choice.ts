import type { Basis, Denominator } from "../../domain/status.ts";
import type { ReportKind } from "../../domain/statements.ts";
import { metricOf } from "../../model/metrics/index.ts";
import type { Metric } from "../../model/metrics/index.ts";
import { COMPARE_OPENING_METRICS } from "../../model/queries/index.ts";
import type { AdjustmentsRow, ReportsRow } from "../../model/queries/index.ts";
import type { ScreenValues } from "../../state/routes/index.ts";

export const DENOMINATORS = [
  "in_service",
  "in_service_plus_temporary",
  "establishment",
] as const satisfies readonly Denominator[];

/** `peer` of the address for the median of the others. */
export const MEDIAN_PEER = "median";

/** A part of the address that means nothing in this data: said, and left out. */
export interface Problem {
  readonly kind: "metric" | "agency" | "year" | "adjustment" | "report" | "headcount";
  readonly text: string;
}

/** What the reader chose, held against what there is. */
export interface Choice {
  readonly metric: Metric;
  readonly basis: Basis;
  /** null where the metric divides by no headcount. */
  readonly denominator: Denominator | null;
  readonly kind: ReportKind;
  readonly year: number | null;
  /** Empty: all. */
  readonly agencies: ReadonlySet<string>;
  readonly focus: string | null;
  readonly peer: string | null;
  readonly without: ReadonlySet<string>;
  /** Headcounts by `assumptionKey`. */
  readonly assumed: ReadonlyMap<string, number>;
}

/** The metric of the address, else the one that the screen opens with. */
export function chosenMetric(id: string | null): { metric: Metric; problem: Problem | null } {
  const found = id === null ? null : metricOf(id);
  const metric = found ?? metricOf(COMPARE_OPENING_METRICS[0]);
  if (metric === null) throw new Error(`found no metric ${COMPARE_OPENING_METRICS[0]}, expected it in the dictionary`);
  return { metric, problem: id !== null && found === null ? { kind: "metric", text: id } : null };
}

/** Where an assumed headcount is kept: one typed as staff in service is no number of posts. */
export function assumptionKey(report_id: string, denominator: Denominator | null): string {
  return denominator === null || denominator === "in_service" ? report_id : `${report_id}.${denominator}`;
}

/** A headcount as typed: a whole number of persons from 1; null for anything else. */
export function parseHeadcount(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{1,7}$/.test(trimmed) && Number(trimmed) > 0 ? Number(trimmed) : null;
}

/**
 * Holds the values of the address against reports and adjustments; before those are known (empty
 * lists) nothing is called wrong.
 */
export function checkedChoice(
  values: ScreenValues<"compare">,
  reports: readonly ReportsRow[],
  adjustments: readonly AdjustmentsRow[],
): { choice: Choice; problems: readonly Problem[] } {
  const { metric, problem } = chosenMetric(values.metric);
  const problems: Problem[] = problem === null ? [] : [problem];
  const known = {
    agency: new Set(reports.map((row) => row.agency_id)),
    report: new Set(reports.map((row) => row.report_id)),
    adjustment: new Set(adjustments.map((row) => row.adjustment_id)),
  };
  const keep = (kind: keyof typeof known, id: string): boolean => {
    if (known[kind].size === 0 || known[kind].has(id)) return true;
    problems.push({ kind, text: id });
    return false;
  };
  const agency = (id: string | null): string | null => (id !== null && keep("agency", id) ? id : null);

  const years = new Set(reports.filter((row) => row.report_kind === values.kind).map((row) => row.fiscal_year));
  const hasYear = values.year === null || years.size === 0 || years.has(values.year);
  if (!hasYear) problems.push({ kind: "year", text: String(values.year) });

  const assumed = new Map<string, number>();
  for (const [key, text] of Object.entries(values.assume)) {
    const headcount = parseHeadcount(text);
    if (headcount === null) problems.push({ kind: "headcount", text });
    else if (keep("report", reportOfKey(key))) assumed.set(key, headcount);
  }

  return {
    choice: {
      metric,
      basis: values.basis,
      denominator: metric.perStaff ? values.denominator : null,
      kind: values.kind,
      year: hasYear ? values.year : null,
      agencies: new Set(values.agencies.filter((id) => keep("agency", id))),
      focus: agency(values.focus),
      peer: values.peer === MEDIAN_PEER ? MEDIAN_PEER : agency(values.peer),
      without: new Set(values.without.filter((id) => keep("adjustment", id))),
      assumed,
    },
    problems,
  };
}

function reportOfKey(key: string): string {
  const suffix = DENOMINATORS.find((each) => key.endsWith(`.${each}`));
  return suffix === undefined ? key : key.slice(0, -suffix.length - 1);
}
