import type { Ledger } from "./ledger.ts";
import type { Check, Outcome, Rule } from "./types.ts";

/** A rule held against one report. */
export interface Judgement {
  readonly rule: Rule;
  readonly outcome: Outcome;
  readonly checks: readonly Check[];
  /** How many of the checks failed, and how many are rounding. */
  readonly failed: number;
  readonly rounding: number;
}

/**
 * Applies a rule to a report. The worst verdict wins: failed, then rounding, then passed. A rule
 * that found nothing to apply itself to is not checkable.
 */
export function judge(rule: Rule, ledger: Ledger, others: readonly Ledger[]): Judgement {
  const checks = [...rule.check(ledger, others)];
  let failed = 0;
  let rounding = 0;
  for (const { verdict } of checks) {
    if (verdict === "failed") failed += 1;
    else if (verdict === "rounding") rounding += 1;
  }
  const outcome: Outcome =
    checks.length === 0 ? "not_checkable" : failed > 0 ? "failed" : rounding > 0 ? "rounding" : "passed";
  return { rule, outcome, checks, failed, rounding };
}
