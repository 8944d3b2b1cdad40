import type { Query } from "../sql.ts";
import { adjustments } from "./adjustments.sql.ts";
import { agencyFigures } from "./agency-figures.sql.ts";
import { agencySizes } from "./agency-sizes.sql.ts";
import { auditSheet } from "./audit-sheet.sql.ts";
import { defaultPair } from "./default-pair.ts";
import { disclosureMatrix } from "./disclosure-matrix.sql.ts";
import { economicClasses } from "./economic-classes.sql.ts";
import { executionFunctions } from "./execution-functions.sql.ts";
import { executionStages } from "./execution-stages.sql.ts";
import { factsById } from "./facts-by-id.sql.ts";
import { findingEvidence } from "./finding-evidence.sql.ts";
import { findings } from "./findings.sql.ts";
import { headcounts } from "./headcounts.sql.ts";
import { metricGrid } from "./metric-grid.sql.ts";
import { metricStandings } from "./metric-standings.sql.ts";
import { metricValues } from "./metric-values.sql.ts";
import type { MetricValuesParams, MetricValuesRow } from "./metric-values.sql.ts";
import { projects } from "./projects.sql.ts";
import { reasons } from "./reasons.sql.ts";
import { reportDigests } from "./report-digests.sql.ts";
import {
  ALL_METRICS,
  ALL_THREE_PUBLIC,
  COMPARE_OPENING_METRICS,
  THREE_PUBLIC_METRICS,
  valuesOfReports,
} from "./question-params.ts";
import { reports } from "./reports.sql.ts";
import type { ReportsRow } from "./reports.sql.ts";
import { ruleOutcomes } from "./rule-outcomes.sql.ts";
import { rules } from "./rules.sql.ts";
import { sourceFacts } from "./source-facts.sql.ts";
import { sourceLines } from "./source-lines.sql.ts";
import { threePublicDetail } from "./three-public-detail.sql.ts";
import { userMetricValues } from "./user-metric-values.sql.ts";
import type { UserMetricParams } from "./user-metric-values.sql.ts";

/** A query whose parameter and row types are not known here: for lists of queries. */
export interface AnyQuery {
  readonly name: string;
  readonly columns: Query<object, unknown>["columns"];
}

/** A question with its parameters, already tied to each other by `ask`. */
export interface OpeningQuestion {
  readonly query: AnyQuery;
  readonly params: object;
  /** The statement with its bound values. */
  readonly statement: ReturnType<Query<object, unknown>["sql"]>;
}

/** Ties parameters to their query, so that a list of questions needs no cast. */
export function ask<Params extends object, Row>(query: Query<Params, Row>, params: Params): OpeningQuestion {
  return { query, params, statement: query.sql(params) };
}

export type Screen =
  | "overview"
  | "compare"
  | "three-public"
  | "execution"
  | "audit"
  | "source"
  | "sql"
  | "agency"
  | "heat"
  | "unusual"
  | "dictionary"
  | "pair";

/** Values of these metrics on both bases, in the final accounts. */
const finals = (metric_ids: readonly string[], choice: Partial<MetricValuesParams> = {}) =>
  ask<MetricValuesParams, MetricValuesRow>(metricValues, {
    metric_ids,
    basis: null,
    denominator: null,
    report_kind: "final",
    ...choice,
  });

/**
 * What each screen asks in its opening state. Their answers are computed at build time by the same
 * SQL and shipped, so that a screen paints before the engine is up.
 */
export const OPENING: { readonly [Name in Screen]: readonly OpeningQuestion[] } = {
  overview: [
    ask(reports, {}),
    finals(["per_staff.basic"], { basis: "comparable", denominator: "in_service" }),
    finals(["three_public.final", "three_public.budget", "three_public.completion"], { basis: "reported" }),
    finals(["execution.final_to_initial"]),
    ask(disclosureMatrix, {}),
    ask(findings, {}),
  ],
  compare: [
    ask(reports, {}),
    finals(["per_staff.basic"]),
    finals(COMPARE_OPENING_METRICS),
    ask(economicClasses, {}),
    ask(adjustments, {}),
  ],
  "three-public": [ask(reports, {}), ask(threePublicDetail, ALL_THREE_PUBLIC), ask(metricValues, THREE_PUBLIC_METRICS)],
  execution: [
    ask(reports, {}),
    ask(executionStages, {}),
    ask(executionFunctions, { report_ids: null }),
    ask(projects, {}),
    ask(adjustments, {}),
  ],
  audit: [ask(reports, {}), ask(findings, {}), ask(rules, {}), ask(auditSheet, {}), ask(disclosureMatrix, {})],
  agency: [ask(reports, {}), ask(metricGrid, ALL_METRICS)],
  heat: [ask(metricGrid, ALL_METRICS)],
  unusual: [ask(reports, {}), ask(findings, {}), ask(metricGrid, ALL_METRICS)],
  dictionary: [
    ask(metricGrid, ALL_METRICS),
    ask(metricValues, {
      metric_ids: ALL_METRICS.metric_ids.slice(0, 1),
      basis: ALL_METRICS.basis,
      denominator: ALL_METRICS.denominator,
      report_kind: null,
    }),
  ],
  pair: [ask(reports, {})],
  source: [ask(reports, {})],
  sql: [],
};

/** What is asked about one report: its text and figures by the source screen, its findings' lines and its sheet by the audit. */
export function openingOfReport(report_id: string): readonly OpeningQuestion[] {
  return [
    ask(sourceLines, { report_id }),
    ask(sourceFacts, { report_id }),
    ask(findingEvidence, { report_id }),
    ask(ruleOutcomes, { report_id }),
  ];
}

/** What the page of one agency asks, its reports in the order of `reports`. */
export function openingOfAgency(agency_id: string, report_ids: readonly string[]): readonly OpeningQuestion[] {
  return [
    ask(agencyFigures, { agency_ids: [agency_id] }),
    ask(headcounts, { agency_ids: [agency_id] }),
    ask(findings, { report_ids }),
    ask(reasons, { report_ids }),
    ask(metricValues, valuesOfReports(report_ids)),
  ];
}

/** What two agencies side by side ask: both bases, since what passes through is their difference. */
export function openingOfPair(known: readonly ReportsRow[]): readonly OpeningQuestion[] {
  const pair = defaultPair(known).map((row) => row.report_id);
  return pair.length < 2 ? [] : [ask(metricValues, valuesOfReports(pair, { basis: null }))];
}

/** A reader’s metric, for the checks that every query passes. */
const EXAMPLE_METRIC: UserMetricParams = {
  metric_id: "my.example",
  numerator: [
    {
      sign: 1,
      item: "three_public.total",
      code: null,
      measure: null,
      unit: "万元",
      name: { zh: "“三公”经费合计", en: "Three-public expenses" },
    },
  ],
  denominator: "staff",
  factor: 1,
  report_kind: "final",
};

/** Every named query with parameters that any data set can answer: for binding tests and `npm run sql -- --print`. */
export const QUERIES: readonly OpeningQuestion[] = [
  ask(reports, {}),
  ask(metricValues, { metric_ids: ["per_staff.basic"], basis: null, denominator: null, report_kind: null }),
  ask(metricStandings, {
    readings: [{ metric_id: "per_staff.basic", basis: "comparable", denominator: "in_service" }],
    report_kind: "final",
    fiscal_year: 2020,
    nearest: true,
  }),
  ask(userMetricValues, EXAMPLE_METRIC),
  ask(agencySizes, {}),
  ask(reportDigests, { report_ids: ["none"] }),
  ask(factsById, { fact_ids: ["none"] }),
  ask(headcounts, {}),
  ask(threePublicDetail, ALL_THREE_PUBLIC),
  ask(executionStages, {}),
  ask(executionFunctions, { report_ids: null }),
  ask(projects, {}),
  ask(economicClasses, {}),
  ask(disclosureMatrix, {}),
  ask(findings, {}),
  ask(findingEvidence, { report_id: "none" }),
  ask(rules, {}),
  ask(auditSheet, {}),
  ask(ruleOutcomes, { report_id: "none" }),
  ask(sourceLines, { report_id: "none" }),
  ask(sourceFacts, { report_id: "none" }),
  ask(adjustments, {}),
  ask(metricGrid, { ...ALL_METRICS, metric_ids: ["per_staff.basic", "three_public.final"] }),
  ask(agencyFigures, { agency_ids: ["none"] }),
  ask(reasons, { report_ids: ["none"] }),
];
