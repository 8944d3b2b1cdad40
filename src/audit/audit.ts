import type { FindingRow, Severity } from "../domain/records.ts";
import { judge } from "./check.ts";
import { findingOf } from "./finding.ts";
import { groupBy } from "./group-by.ts";
import { Ledger } from "./ledger.ts";
import type { Finding } from "./merge.ts";
import { mergeFindings } from "./merge.ts";
import { messageOf } from "./message.ts";
import type { AuditedReport, AuditResult, Rule, RuleOutcome } from "./types.ts";

/**
 * Holds every report against every rule; rules between reports see the other reports of the same
 * agency.
 *
 * @returns findings by report, gravest first and then by line, and one outcome per report and rule.
 */
export function auditWith(rules: readonly Rule[], reports: readonly AuditedReport[]): AuditResult {
  const ledgers = reports.map((report) => new Ledger(report));
  const byAgency = groupBy(ledgers, (ledger) => ledger.report.agency_id);
  const results = ledgers.map((ledger) =>
    auditOne(
      rules,
      ledger,
      (byAgency.get(ledger.report.agency_id) ?? []).filter((other) => other !== ledger),
    ),
  );
  return {
    findings: results.flatMap((result) => result.findings),
    sheet: results.flatMap((result) => result.sheet),
  };
}

function auditOne(rules: readonly Rule[], ledger: Ledger, others: readonly Ledger[]): AuditResult {
  const reportId = ledger.report.report_id;
  const judgements = rules.map((rule) => judge(rule, ledger, others));
  const all = judgements.flatMap(({ rule, checks }) => checks.map((check): Finding => ({ rule, check })));
  const failed = all.filter(({ check }) => check.verdict === "failed");
  const holding = all.flatMap(({ check }) => (check.verdict === "failed" ? [] : (check.equation ?? [])));
  const merged = mergeFindings(reportId, failed, holding);
  const roundings = all
    .filter(({ check }) => check.verdict === "rounding")
    .map(({ rule, check }) => findingOf(reportId, rule, check, messageOf(rule, check)));
  const sheet = judgements.map(({ rule, outcome, checks }): RuleOutcome => {
    const count = (verdict: string) => checks.filter((check) => check.verdict === verdict).length;
    return {
      report_id: reportId,
      rule_id: rule.id,
      outcome,
      passed: count("passed"),
      failed: count("failed"),
      rounding: count("rounding"),
    };
  });
  return { findings: ordered(distinct([...merged, ...roundings])), sheet };
}

const GRAVITY: readonly Severity[] = ["error", "warning", "rounding", "info"];

function ordered(findings: readonly FindingRow[]): FindingRow[] {
  return findings.toSorted(
    (a, b) =>
      GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity) ||
      (a.source_lines[0] ?? 0) - (b.source_lines[0] ?? 0) ||
      (a.finding_id < b.finding_id ? -1 : 1),
  );
}

/**
 * Ids are unique. Two figures may share one printing («收、支总计» is income and expenditure): what
 * would be said twice of it is said once; different findings of one rule about it get a number.
 */
function distinct(findings: readonly FindingRow[]): FindingRow[] {
  return [...groupBy(findings, (finding) => finding.finding_id).values()].flatMap((twins) =>
    [...groupBy(twins, (finding) => finding.message_zh).values()].flatMap(([finding], index) =>
      finding === undefined || index === 0
        ? (finding ?? [])
        : { ...finding, finding_id: `${finding.finding_id}:${index + 1}` },
    ),
  );
}
