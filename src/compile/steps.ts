import type { FindingRow, ReportRow, RuleOutcomeRow, RuleRow } from "../domain/records.ts";
import type { AgencyDirectory, Report, ReportText } from "../report/index.ts";

/** A report as read, with its row of the table `report`. */
export interface CompiledReport extends Report {
  readonly report: ReportRow;
}

/** The pure steps between text and rows; tests pass their own. */
export interface CompileSteps {
  /** @throws ReportError when the text is no report. */
  readReport(text: ReportText, directory: AgencyDirectory): Report;
  audit(reports: readonly CompiledReport[]): {
    readonly findings: readonly FindingRow[];
    /** One row per report and rule. */
    readonly sheet: readonly RuleOutcomeRow[];
    readonly rules: readonly RuleRow[];
  };
}
