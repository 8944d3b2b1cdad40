import type { Ledger } from "./ledger.ts";
import type { Check, Outcome, Rule } from "./types.ts";

/** A rule held against one report. */
export interface Judgement {
  readonly rule: Rule;
  readonly outcome: Outcome;
  readonly checks: readonly Check[];
}

/**
 * Applies a rule to a report. The worst verdict wins: failed, then rounding, then passed. A rule
 * that found nothing to apply itself to is not checkable.
 */
export function judge(rule: Rule, ledger: Ledger, others: readonly Ledger[]): Judgement {
  const checks = [...rule.check(ledger, others)];
  const has = (verdict: Check["verdict"]) => checks.some((check) => check.verdict === verdict);
  const outcome: Outcome =
    checks.length === 0 ? "not_checkable" : has("failed") ? "failed" : has("rounding") ? "rounding" : "passed";
  return { rule, outcome, checks };
}
