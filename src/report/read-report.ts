import { withHalfWidthDigits } from "../domain/half-width.ts";
import type { AgencyRow, FactRow, ReasonRow } from "../domain/records.ts";
import type { AgencyDirectory } from "./agency.ts";
import { agencyOf } from "./agency.ts";
import { withCodesOfTables } from "./codes-of-tables.ts";
import type { RefusedFact } from "./emit.ts";
import { emitFacts, emitReasons } from "./emit.ts";
import { readLines } from "./lines.ts";
import { withoutMarkup } from "./markup.ts";
import { readNarrative } from "./narrative/index.ts";
import { readCover, readHead, readOutline, type Head } from "./outline.ts";
import type { EmptyTable } from "./tables/index.ts";
import { readTables } from "./tables/index.ts";
import { COVER_LINES } from "./title.ts";
import { withoutReadings } from "./readings.ts";
import { withTotalsOfTables } from "./totals-of-tables.ts";
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

/** The text as it is read: without markup and readings, in half-width digits and simplified characters, one for one. */
const legible = (text: string): string => inSimplified(withHalfWidthDigits(withoutReadings(withoutMarkup(text))));

/** The lines as printed, and as they are read. */
function linesOf({ text }: ReportText): { readonly printed: Line[]; readonly lines: Line[] } {
  const printed = readLines(text);
  const read = legible(text);
  return { printed, lines: read === text ? printed : readLines(read) };
}

function identityOf(head: Head, directory: AgencyDirectory) {
  const agency = agencyOf(head.agencyName, directory);
  return { agency, reportId: `${agency.agency_id}-${head.fiscalYear}-${head.kind}` };
}

function firstLines(text: string, count: number): string {
  let end = -1;
  for (let line = 0; line < count; line += 1) {
    end = text.indexOf("\n", end + 1);
    if (end === -1) return text;
  }
  return text.slice(0, end);
}

/**
 * Which report a text is, without reading its parts and figures.
 *
 * @throws ReportError as `readReport`.
 */
export function identifyReport(
  text: ReportText,
  directory: AgencyDirectory,
): Pick<Report, "reportId" | "agency"> & { readonly outline: Pick<Outline, "titleLine"> } {
  const read = legible(text.text);
  const head = readCover(readLines(firstLines(read, COVER_LINES))) ?? readHead(text, readLines(read));
  return { ...identityOf(head, directory), outline: head };
}

/**
 * Reads a report: pure, the same in a page, a worker and a script.
 *
 * @throws ReportError when the text has no recognisable title, year or agency.
 */
export function readReport(text: ReportText, directory: AgencyDirectory): Report {
  const { printed, lines } = linesOf(text);
  const outline = readOutline(text, lines);
  const { agency, reportId } = identityOf(outline, directory);
  const tables = readTables(lines, outline);
  const narrative = readNarrative(lines, outline, tables.tableLines);
  // A note printed beneath a table belongs to that table's statement.
  const beneath = <Draft extends DraftFact | DraftReason>(draft: Draft, line: number): Draft => {
    const statement = draft.statement === "narrative" ? tables.noteStatements.get(line) : undefined;
    return statement === undefined ? draft : { ...draft, statement };
  };
  const drafts = [
    ...tables.facts,
    ...withTotalsOfTables(withCodesOfTables(narrative.facts, tables.facts), tables.facts).map((fact) =>
      beneath(fact, fact.span.line),
    ),
  ];
  const { facts, refused } = emitFacts(reportId, outline.kind, drafts, printed);
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
