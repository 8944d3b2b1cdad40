import type { FactRow, FindingRow } from "../domain/records.ts";
import type { Bilingual, Rule, Trouble } from "./types.ts";

/** The row of a check that did not pass. Its id depends on the report's text and the rule only. */
export function findingOf(reportId: string, rule: Rule, check: Trouble, message: Bilingual): FindingRow {
  const own = check.facts.filter((fact) => fact.report_id === reportId);
  const lines = [...new Set([...(check.lines ?? []), ...own.map((fact) => fact.source_line)])];
  // A figure in a unit 10,000 times too small has more decimals than the column holds.
  const stated = check.stated?.round(DECIMALS).toFixed() ?? null;
  return {
    finding_id: `${reportId}:${rule.id}${anchorOf(check.facts[0], lines[0])}`,
    report_id: reportId,
    rule_id: rule.id,
    category: rule.category,
    severity: check.verdict === "rounding" ? "rounding" : (check.severity ?? rule.severity),
    stated,
    expected: check.expected?.round(DECIMALS).toFixed() ?? null,
    difference:
      check.stated === null || check.expected === null
        ? null
        : check.stated.minus(check.expected).round(DECIMALS).toFixed(),
    unit: check.unit,
    message_zh: message.zh,
    message_en: message.en,
    source_lines: lines,
    fact_ids: check.facts.map((fact) => fact.fact_id),
    questioned_ids: (check.questioned ?? check.facts.slice(0, 1)).map((fact) => fact.fact_id),
    witnesses: null,
  };
}

/** Decimals of the table's DECIMAL(18,6). */
const DECIMALS = 6;

/** Where a finding begins: «:12:7», «:12» for a line without a figure. */
function anchorOf(fact: FactRow | undefined, line: number | undefined): string {
  if (fact !== undefined) return `:${fact.source_line}:${fact.source_from}`;
  return line === undefined ? "" : `:${line}`;
}
