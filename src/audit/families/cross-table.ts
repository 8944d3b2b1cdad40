import type { FactRow } from "../../domain/records.ts";
import { equality } from "../identity.ts";
import type { Ledger, Wanted } from "../ledger.ts";
import type { Bilingual, Check, Rule } from "../types.ts";

/** Rules that hold one quantity in two tables against each other. They differ in where it stands only. */

export const EQUAL_MESSAGE: Bilingual = {
  zh: "{place}「{what}」印为 {stated}，{otherPlace}同一数字印为 {otherStated}，相差 {differenceInUnit}。",
  en: "{place}: “{what}” is printed as {stated}; the same figure in {otherPlace} is {otherStated}, a difference of {differenceInUnit}.",
};

type Described = Pick<Rule, "id" | "holds" | "inputs" | "cases"> & Partial<Pick<Rule, "category" | "severity">>;

export interface Pair {
  readonly left: Wanted;
  readonly right: Wanted;
}

/** The same single figure in two tables. A figure that a table prints several times is not compared. */
export function sameFigure(rule: Described & { readonly pairs: (ledger: Ledger) => readonly Pair[] }): Rule {
  return {
    ...described(rule),
    check(ledger: Ledger): readonly Check[] {
      return rule.pairs(ledger).flatMap(({ left, right }) => {
        const stated = wholeOf(ledger.find(left));
        const other = stated === undefined ? undefined : wholeOf(ledger.find(right));
        return stated === undefined || other === undefined ? [] : [equality(stated, other)];
      });
    },
  };
}

type Codes = ReadonlyMap<string, FactRow>;

/** The same code in two tables, for every code that both print. */
export function sameCodes(
  rule: Described & {
    readonly pairs: (ledger: Ledger) => readonly { readonly left: Codes; readonly right: Codes }[];
  },
): Rule {
  return {
    ...described(rule),
    check(ledger: Ledger): readonly Check[] {
      const checks: Check[] = [];
      for (const { left, right } of rule.pairs(ledger)) {
        for (const [code, stated] of left) {
          const other = right.get(code);
          if (other !== undefined) checks.push(equality(stated, other));
        }
      }
      return checks;
    },
  };
}

/** The single figure, of one row that prints each fund beside it that of 合计: 支出总计 | 合计 | 一般公共预算 | 政府性基金. */
export function wholeOf(facts: readonly FactRow[]): FactRow | undefined {
  const [first] = facts;
  if (first === undefined || facts.length === 1) return first;
  if (facts.some(({ source_line }) => source_line !== first.source_line)) return undefined;
  return single(facts.filter(({ column_label: column }) => WHOLE_COLUMN.test(column)));
}

const WHOLE_COLUMN = /(?:^|\/)(?:合计|小计|总计)$/;

export function single(facts: readonly FactRow[]): FactRow | undefined {
  return facts.length === 1 ? facts[0] : undefined;
}

function described(rule: Described): Omit<Rule, "check"> {
  const { id, holds, inputs, cases, category = "cross_table", severity = "error" } = rule;
  return { id, holds, inputs, cases, category, severity, message: EQUAL_MESSAGE };
}
