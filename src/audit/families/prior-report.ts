import type { FactRow } from "../../domain/records.ts";
import type { Ledger } from "../ledger.ts";

/** The agency's other reports, by year and kind. */

export function priorOf(ledger: Ledger, others: readonly Ledger[], kind: "final" | "budget"): Ledger | undefined {
  return others.find((other) => other.year === ledger.year - 1 && other.report.report_kind === kind);
}

export function budgetOfSameYear(ledger: Ledger, others: readonly Ledger[]): Ledger | undefined {
  return others.find((other) => other.year === ledger.year && other.report.report_kind === "budget");
}

/** «长…报告第587行» would need the agency's name; year and kind say which report is meant. */
export function reportName(ledger: Ledger): { zh: string; en: string } {
  const final = ledger.report.report_kind === "final";
  return {
    zh: `${ledger.year} 年度${final ? "决算" : "预算"}`,
    en: `the ${ledger.year} ${final ? "final account" : "budget"}`,
  };
}

/** «2029 年度决算第12行». */
export function placeIn(ledger: Ledger, fact: FactRow): { zh: string; en: string } {
  const name = reportName(ledger);
  return { zh: `${name.zh}第${fact.source_line}行`, en: `line ${fact.source_line} of ${name.en}` };
}
