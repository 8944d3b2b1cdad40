import type { Ledger } from "./ledger.ts";
import type { Check, Equation, Held, Outcome, Rule, Trouble } from "./types.ts";

/** A check that held and states no identity. */
export const HELD: Held = { verdict: "passed" };

/** A rule held against one report. */
export interface Judgement {
  readonly rule: Rule;
  readonly outcome: Outcome;
  /** How many figures or places the rule was applied to, and how many of them failed or are rounding. */
  readonly checked: number;
  readonly failed: number;
  readonly rounding: number;
  /** What did not hold, or only within rounding. */
  readonly troubles: readonly Trouble[];
  /** The identities that hold, exactly or within rounding. */
  readonly holding: readonly Equation[];
}

/**
 * Applies a rule to a report. The worst verdict wins: failed, then rounding, then passed. A rule
 * that found nothing to apply itself to is not checkable.
 */
export function judge(rule: Rule, ledger: Ledger, others: readonly Ledger[]): Judgement {
  const given = rule.check(ledger, others);
  // Some rules give lists and some give what they find one by one: what is always a list is gone through faster.
  const checks: readonly Check[] = Array.isArray(given) ? given : [...given];
  let failed = 0;
  const troubles: Trouble[] = [];
  const holding: Equation[] = [];
  for (const check of checks) {
    if (check.verdict === "failed") failed += 1;
    else if (check.equation !== undefined) holding.push(check.equation);
    if (check.verdict !== "passed") troubles.push(check);
  }
  const rounding = troubles.length - failed;
  const outcome: Outcome =
    checks.length === 0 ? "not_checkable" : failed > 0 ? "failed" : rounding > 0 ? "rounding" : "passed";
  return { rule, outcome, checked: checks.length, failed, rounding, troubles, holding };
}
