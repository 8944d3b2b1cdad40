import { readFileSync } from "node:fs";
import type { AuditedReport } from "../../src/audit/index.ts";
import type { ReportText } from "../../src/report/index.ts";
import { readReport } from "../../src/report/index.ts";

/** The five seeds as the audit gets them; ids as in `seeds/`. */
export const SEEDS = [
  "changchun-2020-final",
  "changchun-2021-budget",
  "zhuzhou-2020-final",
  "yanjiang-2020-final",
  "xinzhou-2021-final",
] as const;

export function readSeed(seed: string): AuditedReport {
  const text = readFileSync(new URL(`../../seeds/${seed}.txt`, import.meta.url), "utf8");
  const [agencyId = ""] = seed.split("-");
  return auditedOf({ sourceName: `${seed}.txt`, text }, agencyId);
}

/** A report's text as the audit gets it. */
export function auditedOf(text: ReportText, agencyId: string): AuditedReport {
  const read = readReport(text, { agencies: [], slugOf: () => agencyId });
  return {
    report: {
      report_id: read.reportId,
      agency_id: read.agency.agency_id,
      fiscal_year: read.outline.fiscalYear,
      report_kind: read.outline.kind,
      title: read.outline.title,
      published_on: read.outline.publishedOn,
      disclosure: read.outline.disclosure,
      source_name: text.sourceName,
      source_sha256: "",
      source_lines: read.lines.length,
    },
    agency: read.agency,
    facts: read.facts,
    reasons: read.reasons,
    lines: read.lines,
  };
}
