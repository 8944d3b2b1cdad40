import type { Ledger } from "./ledger.ts";
import type { Equation, Held, Outcome, Rule, Trouble } from "./types.ts";

/** A check that held and states no identity. */
export const HELD: Held = { verdict: "passed" };

/** A rule held against one report. */
export interface Judgement {
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

const NOT_CHECKABLE: Judgement = {
  outcome: "not_checkable",
  checked: 0,
  failed: 0,
  rounding: 0,
  troubles: [],
  holding: [],
};

/**
 * Applies a rule to a report. The worst verdict wins: failed, then rounding, then passed. A rule
 * that found nothing to apply itself to is not checkable.
 */
export function judge(rule: Rule, ledger: Ledger, others: readonly Ledger[]): Judgement {
  const checks = rule.check(ledger, others);
  if (checks.length === 0) return NOT_CHECKABLE;
  let failed = 0;
  const troubles: Trouble[] = [];
  const holding: Equation[] = [];
  for (const check of checks) {
    if (check.verdict === "failed") failed += 1;
    else if (check.equation !== undefined) holding.push(check.equation);
    if (check.verdict !== "passed") troubles.push(check);
  }
  const rounding = troubles.length - failed;
  const outcome: Outcome = failed > 0 ? "failed" : rounding > 0 ? "rounding" : "passed";
  return { outcome, checked: checks.length, failed, rounding, troubles, holding };
}
