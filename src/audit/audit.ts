import type { RuleOutcomeRow, Severity } from "../domain/records.ts";
import { holdingAmong, judge } from "./check.ts";
import { displacedRowsOf, withoutDisplaced } from "./displaced-rows.ts";
import { findingOf } from "./finding.ts";
import { groupBy } from "./group-by.ts";
import { Ledger } from "./ledger.ts";
import type { Finding, Told } from "./merge.ts";
import { mergeFindings } from "./merge.ts";
import { messageOf } from "./message.ts";
import type { Corrections } from "./tolerance.ts";
import { unitSlipsOf, withRightUnits } from "./unit-slips.ts";
import type { AuditedReport, AuditResult, Check, Rule } from "./types.ts";

/**
 * Holds every report against every rule; rules between reports see the other reports of the same
 * agency.
 *
 * @returns findings by report, gravest first and then by line, and one outcome per report and rule.
 */
export function auditWith(rules: readonly Rule[], reports: readonly AuditedReport[]): AuditResult {
  const audits = auditsOf(reports);
  // Rule by rule and not report by report: a rule's machine code stays in the caches for all of them.
  for (const rule of rules) for (const audit of audits) hold(rule, audit);
  const results = audits.map(concluded);
  const [only] = results;
  if (only !== undefined && results.length === 1) return only;
  return {
    findings: results.flatMap((result) => result.findings),
    sheet: results.flatMap((result) => result.sheet),
  };
}

/** A report held against the rules so far. */
interface Audit {
  /** The figures as printed, for the rules on print. */
  readonly printed: Ledger;
  /** The figures in their right units and rows. */
  readonly ledger: Ledger;
  /** Of the other reports of the agency. */
  readonly others: readonly Ledger[];
  readonly sheet: RuleOutcomeRow[];
  readonly failed: Finding[];
  readonly judged: (readonly Check[])[];
  readonly roundings: Told[];
}

/** One audit for each report, before any rule. */
function auditsOf(reports: readonly AuditedReport[]): Audit[] {
  const audits: Audit[] = [];
  for (const ofAgency of groupBy(reports.entries(), ([, { report }]) => report.agency_id).values()) {
    const ledgers = ofAgency.map(([index, report]) => {
      const printed = new Ledger(report);
      return { index, printed, ledger: inOwnRows(inRightUnits(printed)) };
    });
    for (const { index, printed, ledger } of ledgers) {
      const others = ledgers.flatMap((other) => (other.ledger === ledger ? [] : [other.ledger]));
      audits[index] = { printed, ledger, others, sheet: [], failed: [], judged: [], roundings: [] };
    }
  }
  return audits;
}

/** The ledger as it would read if every figure stood under its own unit; itself where all do. */
function inRightUnits(ledger: Ledger): Ledger {
  const slips = ledger.derived(unitSlipsOf);
  if (slips.tables.length === 0 && slips.told.length === 0) return ledger;
  return new Ledger({ ...ledger.source, facts: withRightUnits(ledger, slips) }, ledger);
}

/** The ledger without the figures that slid away from their rows; itself where none did. */
function inOwnRows(ledger: Ledger): Ledger {
  const displaced = ledger.derived(displacedRowsOf);
  if (displaced.length === 0) return ledger;
  return new Ledger({ ...ledger.source, facts: withoutDisplaced(ledger, displaced) }, ledger);
}

/** The ledger as it would read with other values for some figures. */
function readOtherwise(ledger: Ledger, corrected: Corrections): Ledger {
  const facts = [...ledger.source.facts];
  for (const [fact, value] of corrected) {
    const at = facts.indexOf(fact);
    if (at !== -1) facts[at] = { ...fact, value: value.toFixed() };
  }
  return new Ledger({ ...ledger.source, facts }, ledger, true);
}

/** Adds what a rule says of a report. */
function hold(rule: Rule, { printed, ledger, others, sheet, failed, judged, roundings }: Audit): void {
  const reportId = ledger.report.report_id;
  const judgement = judge(rule, rule.ofPrint === true ? printed : ledger, others);
  const { outcome, checks, failed: failures, rounding } = judgement;
  judged.push(checks);
  if (failures + rounding > 0) {
    for (const check of checks) {
      if (check.verdict === "failed") failed.push({ rule, check });
      else if (check.verdict === "rounding")
        roundings.push({ row: findingOf(reportId, rule, check, messageOf(rule, check)), rules: [rule.id] });
    }
  }
  sheet.push({
    report_id: reportId,
    rule_id: rule.id,
    outcome,
    checked: checks.length,
    failed: failures,
    rounding,
    finding_ids: NO_FINDINGS,
  });
}

/** What all rules together say of a report. */
function concluded({ ledger, others, sheet, failed, judged, roundings }: Audit): AuditResult {
  const reportId = ledger.report.report_id;
  const holding = () => holdingAmong(judged);
  const merged = mergeFindings(reportId, failed, holding, ({ rule, check }, corrected) => {
    for (const again of rule.check(readOtherwise(ledger, corrected), others)) {
      if (again.verdict === "failed" && again.facts[0]?.fact_id === check.facts[0]?.fact_id) return false;
    }
    return true;
  });
  const told = ordered(distinct([...merged, ...roundings]));
  const idsOf = new Map<string, string[]>();
  for (const { row, rules: tellers } of told) {
    for (const id of tellers) {
      const ids = idsOf.get(id);
      if (ids === undefined) idsOf.set(id, [row.finding_id]);
      else ids.push(row.finding_id);
    }
  }
  if (idsOf.size > 0) for (const row of sheet) row.finding_ids = idsOf.get(row.rule_id) ?? NO_FINDINGS;
  return { findings: told.map(({ row }) => row), sheet };
}

/** Most rules tell nothing of a report; the list is nobody's to change. */
const NO_FINDINGS: string[] = [];

const GRAVITY: readonly Severity[] = ["error", "warning", "rounding", "info"];

function ordered(findings: readonly Told[]): Told[] {
  return findings.toSorted(
    ({ row: a }, { row: b }) =>
      GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity) ||
      (a.source_lines[0] ?? 0) - (b.source_lines[0] ?? 0) ||
      (a.finding_id < b.finding_id ? -1 : 1),
  );
}

/**
 * Ids are unique. Two figures may share one printing («收、支总计» is income and expenditure): what
 * would be said twice of it is said once; different findings of one rule about it get a number.
 */
function distinct(findings: readonly Told[]): readonly Told[] {
  if (new Set(findings.map(({ row }) => row.finding_id)).size === findings.length) return findings;
  return [...groupBy(findings, ({ row }) => row.finding_id).values()].flatMap((namesakes) =>
    [...groupBy(namesakes, ({ row }) => row.message_zh).values()].flatMap((twins, index) =>
      twins.slice(0, 1).map(({ row }) => ({
        row: index === 0 ? row : { ...row, finding_id: `${row.finding_id}:${index + 1}` },
        rules: [...new Set(twins.flatMap(({ rules }) => rules))],
      })),
    ),
  );
}
