/**
 * The named questions that screens ask. A screen imports a query and its row type from here and
 * asks an `Engine`; nothing else in the page spells SQL. Name → parameters → row:
 *
 * | query | parameters | one row per |
 * |---|---|---|
 * | `reports` | – | report, with its agency: `ReportsRow` |
 * | `metricValues` | `MetricValuesParams` metric ids, basis, denominator, kind | report × metric × basis × denominator, with the printed places of its inputs: `MetricValuesRow` |
 * | `userMetricValues` | `UserMetricParams` a reader’s formula, kind | the same of a reader’s own metric: `MetricValuesRow` |
 * | `agencySizes` | – | report: staff in service and basic expenditure: `AgencySizesRow` |
 * | `reportDigests` | `{ report_ids }` | report: what a shared link says of it: `ReportDigestsRow` |
 * | `factsById` | `{ fact_ids }` | fact, with its line: `FactsByIdRow` |
 * | `headcounts` | `{ agency_ids? }` | report × selectable headcount: `HeadcountsRow` |
 * | `threePublicDetail` | `ThreePublicParams` components, reports, each null for all | latest final account × component, total first: `ThreePublicDetailRow` |
 * | `executionStages` | – | latest final account × basis: initial, adjusted, final: `ExecutionStagesRow` |
 * | `executionFunctions` | `{ report_ids }` null for all | latest final account × function class: `ExecutionFunctionsRow` |
 * | `projects` | – | project evaluated by a latest final account: `ProjectsRow` |
 * | `economicClasses` | `{ report_ids? }` | report × economic class, for decomposition: `EconomicClassesRow` |
 * | `disclosureMatrix` | – | report × topic: `DisclosureMatrixRow` |
 * | `findings` | `{ report_ids? }` | finding, errors first: `FindingsRow` |
 * | `findingEvidence` | `{ report_id }` | printed figure or line that a finding of the report rests on: `FindingEvidenceRow` |
 * | `rules` | – | rule of the audit: `RulesRow` |
 * | `auditSheet` | – | report × category of rules, counted by outcome: `AuditSheetRow` |
 * | `ruleOutcomes` | `{ report_id }` | rule held against the report: `RuleOutcomesRow` |
 * | `sourceLines` | `{ report_id }` | line of a report: `SourceLinesRow` |
 * | `sourceFacts` | `{ report_id }` | fact of a report, in text order: `SourceFactsRow` |
 * | `metricGrid` | `MetricGridParams` metric ids, basis, denominator, kind, year | agency, with its values of all those metrics as lists: `MetricGridRow` |
 * | `agencyFigures` | `{ agency_ids }` | report × item or class: the report’s own amount: `AgencyFiguresRow` |
 * | `reasons` | `{ report_ids }` | printed explanation: `ReasonsRow` |
 * | `adjustments` | – | pass-through item: `AdjustmentsRow` |
 *
 * Money is 万元, rates are %, both as numbers at this edge; null is «not disclosed», never 0.
 * The metric dictionary itself is `METRICS` of model/metrics, not a query.
 */
export { adjustments } from "./adjustments.sql.ts";
export type { AdjustmentsRow } from "./adjustments.sql.ts";
export { agencyFigures } from "./agency-figures.sql.ts";
export type { AgencyFiguresParams, AgencyFiguresRow } from "./agency-figures.sql.ts";
export { agencySizes } from "./agency-sizes.sql.ts";
export type { AgencySizesRow } from "./agency-sizes.sql.ts";
export { auditSheet } from "./audit-sheet.sql.ts";
export type { AuditSheetRow } from "./audit-sheet.sql.ts";
export { defaultPair } from "./default-pair.ts";
export { DISCLOSURE_TOPICS, disclosureMatrix } from "./disclosure-matrix.sql.ts";
export type { DisclosureMatrixRow, DisclosureState, DisclosureTopicId } from "./disclosure-matrix.sql.ts";
export { economicClasses } from "./economic-classes.sql.ts";
export type { EconomicClassesParams, EconomicClassesRow } from "./economic-classes.sql.ts";
export { executionFunctions } from "./execution-functions.sql.ts";
export type { ExecutionFunctionsParams, ExecutionFunctionsRow } from "./execution-functions.sql.ts";
export { executionStages } from "./execution-stages.sql.ts";
export type { ExecutionStagesRow } from "./execution-stages.sql.ts";
export { factsById } from "./facts-by-id.sql.ts";
export type { FactsByIdParams, FactsByIdRow } from "./facts-by-id.sql.ts";
export { findingEvidence } from "./finding-evidence.sql.ts";
export type { FindingEvidenceParams, FindingEvidenceRow } from "./finding-evidence.sql.ts";
export { findings } from "./findings.sql.ts";
export type { FindingsParams, FindingsRow } from "./findings.sql.ts";
export { headcounts } from "./headcounts.sql.ts";
export type { HeadcountsParams, HeadcountsRow } from "./headcounts.sql.ts";
export { metricGrid } from "./metric-grid.sql.ts";
export type { MetricGridParams, MetricGridRow } from "./metric-grid.sql.ts";
export { metricStandings } from "./metric-standings.sql.ts";
export type { MetricReading, MetricStandingsParams, MetricStandingsRow } from "./metric-standings.sql.ts";
export { metricValues } from "./metric-values.sql.ts";
export type { MetricValuesParams, MetricValuesRow } from "./metric-values.sql.ts";
export {
  ALL_METRICS,
  ALL_THREE_PUBLIC,
  COMPARE_OPENING_METRICS,
  PRICE_METRICS,
  THREE_PUBLIC_METRICS,
  valuesOfReports,
} from "./question-params.ts";
export { projects } from "./projects.sql.ts";
export type { ProjectsRow } from "./projects.sql.ts";
export type { NoParams, ReportFields } from "./query.ts";
export { reasons } from "./reasons.sql.ts";
export type { ReasonsParams, ReasonsRow } from "./reasons.sql.ts";
export { reportDigests } from "./report-digests.sql.ts";
export type { ReportDigestsParams, ReportDigestsRow } from "./report-digests.sql.ts";
export { reports } from "./reports.sql.ts";
export type { ReportsRow } from "./reports.sql.ts";
export { ruleOutcomes } from "./rule-outcomes.sql.ts";
export type { RuleOutcomesParams, RuleOutcomesRow } from "./rule-outcomes.sql.ts";
export { rules } from "./rules.sql.ts";
export type { RulesRow } from "./rules.sql.ts";
export { sourceFacts } from "./source-facts.sql.ts";
export type { SourceFactsParams, SourceFactsRow } from "./source-facts.sql.ts";
export { sourceLines } from "./source-lines.sql.ts";
export type { SourceLinesParams, SourceLinesRow } from "./source-lines.sql.ts";
export { userMetricParams, userMetricValues } from "./user-metric-values.sql.ts";
export type { UserMetricParams } from "./user-metric-values.sql.ts";
export { threePublicDetail } from "./three-public-detail.sql.ts";
export type { ThreePublicDetailRow, ThreePublicParams } from "./three-public-detail.sql.ts";
