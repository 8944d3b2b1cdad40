import type { AgencyRow, FactRow, ReasonRow } from "../domain/records.ts";
import type { AgencyDirectory } from "./agency.ts";
import { agencyOf } from "./agency.ts";
import type { RefusedFact } from "./emit.ts";
import { emitFacts, emitReasons } from "./emit.ts";
import { readLines } from "./lines.ts";
import { readOutline } from "./outline.ts";
import type { EmptyTable } from "./tables/index.ts";
import { readTables } from "./tables/index.ts";
import type { Line, Outline, ReportText } from "./types.ts";

/** A report as rows, with everything that compile and audit need to know of the text. */
export interface Report {
  /** `<agency>-<year>-<kind>` */
  readonly reportId: string;
  readonly agency: AgencyRow;
  readonly outline: Outline;
  readonly lines: readonly Line[];
  readonly facts: readonly FactRow[];
  readonly reasons: readonly ReasonRow[];
  readonly emptyTables: readonly EmptyTable[];
  readonly refused: readonly RefusedFact[];
}

/**
 * Reads a report: pure, the same in a page, a worker and a script.
 *
 * @throws ReportError when the text has no recognisable title, year or agency.
 */
export function readReport(text: ReportText, directory: AgencyDirectory): Report {
  const lines = readLines(text.text);
  const outline = readOutline(text, lines);
  const agency = agencyOf(outline.agencyName, directory);
  const reportId = `${agency.agency_id}-${outline.fiscalYear}-${outline.kind}`;
  const tables = readTables(lines, outline);
  const { facts, refused } = emitFacts(reportId, outline.kind, tables.facts);
  return {
    reportId,
    agency,
    outline,
    lines,
    facts,
    reasons: emitReasons(reportId, tables.reasons),
    emptyTables: tables.emptyTables,
    refused,
  };
}
