import type { AgencyRow, FactRow, FindingRow, ReasonRow, ReportRow, SourceLineRow } from "../domain/records.ts";
import type { Line, Outline, ReportText } from "../report/types.ts";

/** What reading a report gives: its lines (masked) and its rows. */
export interface ReportRead {
  readonly lines: readonly Line[];
  readonly facts: readonly FactRow[];
  readonly reasons: readonly ReasonRow[];
}

/** A report as rows of the base tables. */
export interface CompiledReport {
  readonly agency: AgencyRow;
  readonly report: ReportRow;
  readonly facts: readonly FactRow[];
  readonly reasons: readonly ReasonRow[];
  readonly sourceLines: readonly SourceLineRow[];
}

/** The pure steps between text and rows; tests pass their own. */
export interface CompileSteps {
  /** @throws ReportError when the text has no title of a report. */
  outline(source: ReportText): Outline;
  /** @throws ReportError when the text is no report. */
  readReport(source: ReportText, reportId: string): ReportRead;
  audit(reports: readonly CompiledReport[]): readonly FindingRow[];
}
