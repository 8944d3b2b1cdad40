import { HELD } from "../check.ts";
import { matchesOf } from "../matches.ts";
import type { Ledger } from "../ledger.ts";
import type { Check, Rule, Verdict } from "../types.ts";
import type { Bilingual } from "../types.ts";

/** Rules that read the printed words: years, template residue, names. */

export interface Reading {
  readonly verdict: Verdict;
  /** Values for the message, beside `{quote}` and `{line}`. */
  readonly fill?: Readonly<Record<string, string | Bilingual>>;
  readonly severity?: Rule["severity"];
}

type Described = Pick<Rule, "id" | "holds" | "inputs" | "cases" | "category" | "severity" | "message">;

/**
 * Applies a pattern to every printed line. A match that `read` makes nothing of (null) is no
 * application of the rule; without any the rule is not checkable.
 */
export function printedText(
  rule: Described & {
    readonly pattern: RegExp;
    /** Every match holds one of these: only lines that do are tried. */
    readonly words?: readonly string[];
    readonly read: (match: RegExpExecArray, ledger: Ledger, line: string, no: number) => Reading | null;
  },
): Rule {
  const { id, holds, inputs, cases, category, severity, message, words } = rule;
  return {
    id,
    holds,
    inputs,
    cases,
    category,
    severity,
    message,
    check(ledger: Ledger): readonly Check[] {
      const checks: Check[] = [];
      for (const line of words === undefined ? ledger.source.lines : ledger.linesWith(...words)) {
        for (const match of matchesOf(rule.pattern, line.text)) {
          const reading = rule.read(match, ledger, line.text, line.no);
          if (reading === null) continue;
          if (reading.verdict === "passed") {
            checks.push(HELD);
            continue;
          }
          checks.push({
            verdict: reading.verdict,
            facts: [],
            lines: [line.no],
            stated: null,
            expected: null,
            unit: null,
            fill: { quote: match[0].trim(), ...reading.fill },
            ...(reading.severity === undefined ? {} : { severity: reading.severity }),
          });
        }
      }
      return checks;
    },
  };
}
