import type { RuleVerdict, Severity } from "../../domain/records.ts";
import type { Format } from "../../i18n/format.ts";
import * as m from "../../i18n/generated/messages.js";

export const OUTCOME_NAMES = {
  failed: m.audit_outcome_failed,
  rounding: m.audit_outcome_rounding,
  passed: m.audit_outcome_passed,
  not_checkable: m.audit_outcome_not_checkable,
} as const satisfies Record<RuleVerdict, () => string>;

/** The gravest first. */
export const OUTCOMES = ["failed", "rounding", "not_checkable", "passed"] as const satisfies readonly RuleVerdict[];

/** Severities in the order of the list. */
export const SEVERITIES = ["error", "warning", "info", "rounding"] as const satisfies readonly Severity[];

/** Decimals that the data keeps, and that an amount is printed with at least. */
const MOST_DECIMALS = 6;
const MONEY_DECIMALS = 2;

/** Decimals of a number as the data has it. */
function decimalsOf(value: number): number {
  return Math.min(MOST_DECIMALS, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0);
}

/** Stated, recomputed and their difference as text; null where a finding is about no number. */
export function numbersOf(
  finding: {
    readonly stated: number | null;
    readonly expected: number | null;
    readonly difference: number | null;
    readonly unit: string | null;
  },
  format: Format,
): { stated: string; expected: string; difference: string } | null {
  const { stated, expected, difference, unit } = finding;
  if (stated === null || expected === null || difference === null) return null;
  // Amounts are read against each other digit by digit; a recomputed rate has more digits than a printed one.
  const least = unit === "万元" ? MONEY_DECIMALS : 0;
  const most = Math.max(least, ...[stated, expected, difference].map(decimalsOf));
  const text = (value: number): string => format.value(value, unit ?? "", unit === "%" ? decimalsOf(value) : most);
  return {
    stated: text(stated),
    expected: text(expected),
    difference: difference > 0 ? `+${text(difference)}` : text(difference),
  };
}
