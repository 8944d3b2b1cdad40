import type { RuleRow } from "../domain/records.ts";
import { auditWith } from "./audit.ts";
import { ruleRows } from "./rule-rows.ts";
import { RULES } from "./rules/index.ts";
import type { AuditedReport, AuditResult } from "./types.ts";

export { CATEGORIES } from "./types.ts";
export type { AuditedReport, AuditResult, CategoryId, Outcome, Rule } from "./types.ts";
export { RULES } from "./rules/index.ts";
export { rulesMarkdown } from "./rules-markdown.ts";

const CATALOGUE: readonly RuleRow[] = ruleRows(RULES);

/** All findings, the sheet of passed, failed, rounding and not checkable rules per report, and the rules themselves. */
export function audit(reports: readonly AuditedReport[]): AuditResult & { readonly rules: readonly RuleRow[] } {
  return { ...auditWith(RULES, reports), rules: CATALOGUE };
}
