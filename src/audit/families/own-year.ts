import type { Ledger } from "../ledger.ts";
import type { Rule } from "../types.ts";
import { printedText } from "./printed-text.ts";

type Described = Pick<Rule, "id" | "holds" | "inputs" | "cases" | "message">;

/**
 * A rule that words of the report's own — names of tables, headings — bear the report's year.
 *
 * @param rule its `pattern` has the printed year as first, second or third group; its message may say `{printedYear}` and `{year}`.
 */
export function ownYear(
  rule: Described & {
    readonly pattern: RegExp;
    readonly words: readonly string[];
    /** Whether words may well be of another year. */
    readonly isOfAnother?: (printed: string, ledger: Ledger) => boolean;
  },
): Rule {
  return printedText({
    ...rule,
    category: "year",
    severity: "error",
    read: (match, ledger) => {
      const printedYear = Number(match[1] ?? match[2] ?? match[3]);
      if (printedYear !== ledger.year && rule.isOfAnother?.(match[0], ledger) === true) return null;
      return {
        verdict: printedYear === ledger.year ? "passed" : "failed",
        fill: { printedYear: `${printedYear}`, year: `${ledger.year}` },
      };
    },
  });
}
