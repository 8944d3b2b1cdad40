import type { FactRow } from "../../domain/records.ts";
import { HELD } from "../check.ts";
import type { Ledger } from "../ledger.ts";
import { coarserPrecision, isAtMost, valueOf } from "../tolerance.ts";
import type { Bilingual, Check, Rule } from "../types.ts";

/** One figure must not exceed another. */

export interface Bound {
  readonly small: FactRow | undefined;
  readonly large: FactRow | undefined;
}

type Described = Pick<Rule, "id" | "holds" | "inputs" | "cases" | "category" | "severity"> & {
  readonly message?: Bilingual;
};

const MESSAGE: Bilingual = {
  zh: "{place}「{what}」{stated}，大于{otherPlace}「{other}」{otherStated}，多出 {differenceInUnit}。",
  en: "{place}: “{what}” {stated} exceeds “{other}” {otherStated} ({otherPlace}) by {differenceInUnit}.",
};

export function bounded(rule: Described & { readonly bounds: (ledger: Ledger) => readonly Bound[] }): Rule {
  const { id, holds, inputs, cases, category, severity, message = MESSAGE } = rule;
  return {
    id,
    holds,
    inputs,
    cases,
    category,
    severity,
    message,
    check(ledger): readonly Check[] {
      const checks: Check[] = [];
      for (const { small, large } of rule.bounds(ledger)) {
        if (small === undefined || large === undefined) continue;
        if (isAtMost(small, large)) {
          checks.push(HELD);
          continue;
        }
        const excess = valueOf(small).minus(valueOf(large));
        const rounding = small.unit === "万元" && excess.lte(coarserPrecision(small, large));
        checks.push({
          verdict: rounding ? "rounding" : "failed",
          facts: [small, large],
          stated: valueOf(small),
          expected: valueOf(large),
          unit: small.unit,
        });
      }
      return checks;
    },
  };
}
