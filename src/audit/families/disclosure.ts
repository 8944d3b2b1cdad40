import type { ItemId } from "../../domain/items.ts";
import { HELD } from "../check.ts";
import type { Ledger } from "../ledger.ts";
import type { Check, Rule } from "../types.ts";

/** What the outline asks every report to disclose. */

type Described = Pick<Rule, "id" | "holds" | "cases"> & Partial<Pick<Rule, "severity">>;

export interface Required {
  /** Every inner list: one of these items must be printed (a stated zero counts). */
  readonly items: readonly (readonly ItemId[])[];
  /** Words that stand for a figure: «无公车». */
  readonly declared?: RegExp;
  /** Every declaration holds one of these: only lines that do are looked at. */
  readonly declaredWith?: readonly string[];
  /** Whether the report must disclose it at all; default: always. */
  readonly when?: (ledger: Ledger) => boolean;
  readonly name: { readonly zh: string; readonly en: string };
}

/** A disclosure that the outline asks for; absence is not zero and not an error of arithmetic. */
export function disclosure(rule: Described & Required): Rule {
  const { id, holds, cases, severity = "info", name } = rule;
  return {
    id,
    category: "missing",
    severity,
    holds,
    inputs: { zh: "报告全文", en: "The whole report" },
    message: {
      zh: `报告未披露${name.zh}，也未作说明。`,
      en: `The report neither discloses ${name.en} nor says why.`,
    },
    check(ledger): readonly Check[] {
      if (rule.when?.(ledger) === false) return [];
      const printed = rule.items.every((choice) => choice.some((item) => ledger.first({ item }) !== undefined));
      if (printed || isDeclared(ledger, rule)) return [HELD];
      return [{ verdict: "failed", facts: [], stated: null, expected: null, unit: null }];
    },
    cases,
  };
}

function isDeclared(ledger: Ledger, { declared, declaredWith }: Required): boolean {
  if (declared === undefined) return false;
  const lines = declaredWith === undefined ? ledger.source.lines : ledger.linesWith(...declaredWith);
  return lines.some((line) => declared.test(line.text));
}

export const isFinal = (ledger: Ledger) => ledger.report.report_kind === "final";
