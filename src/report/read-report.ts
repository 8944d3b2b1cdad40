import type { AgencyRow, FactRow, ReasonRow } from "../domain/records.ts";
import type { AgencyDirectory } from "./agency.ts";
import { agencyOf } from "./agency.ts";
import type { RefusedFact } from "./emit.ts";
import { emitFacts, emitReasons } from "./emit.ts";
import { readLines } from "./lines.ts";
import { withoutMarkup } from "./markup.ts";
import { readNarrative } from "./narrative/index.ts";
import { readOutline } from "./outline.ts";
import type { EmptyTable } from "./tables/index.ts";
import { readTables } from "./tables/index.ts";
import { inSimplified } from "./traditional.ts";
import type { DraftFact, DraftReason, Line, Outline, ReportText } from "./types.ts";

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

/** Lines, outline and agency: what every reading begins with. */
function recognise(text: ReportText, directory: AgencyDirectory) {
  // Read without markup and in simplified characters, one for one; what is kept as the source stays as printed.
  const printed = readLines(text.text);
  const simplified = inSimplified(withoutMarkup(text.text));
  const lines = simplified === text.text ? printed : readLines(simplified);
  const outline = readOutline(text, lines);
  const agency = agencyOf(outline.agencyName, directory);
  return { printed, lines, outline, agency, reportId: `${agency.agency_id}-${outline.fiscalYear}-${outline.kind}` };
}

/**
 * Which report a text is, without reading its figures.
 *
 * @throws ReportError as `readReport`.
 */
export function identifyReport(
  text: ReportText,
  directory: AgencyDirectory,
): Pick<Report, "reportId" | "agency" | "outline"> {
  const { reportId, agency, outline } = recognise(text, directory);
  return { reportId, agency, outline };
}

/**
 * Reads a report: pure, the same in a page, a worker and a script.
 *
 * @throws ReportError when the text has no recognisable title, year or agency.
 */
export function readReport(text: ReportText, directory: AgencyDirectory): Report {
  const { printed, lines, outline, agency, reportId } = recognise(text, directory);
  const tables = readTables(lines, outline);
  const narrative = readNarrative(lines, outline, tables.tableLines);
  // A note printed beneath a table belongs to that table's statement.
  const beneath = <Draft extends DraftFact | DraftReason>(draft: Draft, line: number): Draft => {
    const statement = draft.statement === "narrative" ? tables.noteStatements.get(line) : undefined;
    return statement === undefined ? draft : { ...draft, statement };
  };
  const { facts, refused } = emitFacts(reportId, outline.kind, [
    ...tables.facts,
    ...narrative.facts.map((fact) => beneath(fact, fact.span.line)),
  ]);
  return {
    reportId,
    agency,
    outline,
    lines: printed,
    facts,
    reasons: emitReasons(reportId, [
      ...tables.reasons,
      ...narrative.reasons.map((reason) => beneath(reason, reason.sourceLine)),
    ]),
    emptyTables: tables.emptyTables,
    refused,
  };
}
