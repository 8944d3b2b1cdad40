import { auditWith } from "./audit.ts";
import { RULES } from "./rules/index.ts";
import type { AuditedReport, AuditResult } from "./types.ts";

export { CATEGORIES } from "./types.ts";
export type { AuditedReport, AuditResult, CategoryId, Outcome, Rule, RuleOutcome } from "./types.ts";
export { RULES } from "./rules/index.ts";
export { rulesMarkdown } from "./rules-markdown.ts";

/** All findings and the sheet of passed, failed, rounding and not checkable rules, per report. */
export function audit(reports: readonly AuditedReport[]): AuditResult {
  return auditWith(RULES, reports);
}
