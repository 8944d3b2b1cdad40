import type { Ledger } from "./ledger.ts";
import type { Check, Equation, Held, Outcome, Rule } from "./types.ts";

/** A check that held and states no identity. */
export const HELD: Held = { verdict: "passed" };

/** A rule held against one report. */
export interface Judgement {
  readonly outcome: Outcome;
  /** Every figure or place that the rule was applied to, and how many of them failed or are rounding. */
  readonly checks: readonly Check[];
  readonly failed: number;
  readonly rounding: number;
}

const NOT_CHECKABLE: Judgement = { outcome: "not_checkable", checks: [], failed: 0, rounding: 0 };

/**
 * Applies a rule to a report. The worst verdict wins: failed, then rounding, then passed. A rule
 * that found nothing to apply itself to is not checkable.
 */
export function judge(rule: Rule, ledger: Ledger, others: readonly Ledger[]): Judgement {
  const checks = rule.check(ledger, others);
  if (checks.length === 0) return NOT_CHECKABLE;
  let failed = 0;
  let rounding = 0;
  for (const { verdict } of checks) {
    if (verdict === "failed") failed += 1;
    else if (verdict === "rounding") rounding += 1;
  }
  const outcome: Outcome = failed > 0 ? "failed" : rounding > 0 ? "rounding" : "passed";
  return { outcome, checks, failed, rounding };
}

/** The identities that hold, exactly or within rounding, of the checks of several rules. */
export function holdingAmong(judged: readonly (readonly Check[])[]): Equation[] {
  const holding: Equation[] = [];
  for (const checks of judged) {
    for (const check of checks) {
      if (check.verdict !== "failed" && check.equation !== undefined) holding.push(check.equation);
    }
  }
  return holding;
}
