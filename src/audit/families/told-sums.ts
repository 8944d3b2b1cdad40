import type { ItemId } from "../../domain/items.ts";
import type { FactRow } from "../../domain/records.ts";
import { identity } from "../identity.ts";
import type { Ledger } from "../ledger.ts";
import { hasBlank } from "../rules/blank-amount.ts";
import type { Check, Rule } from "../types.ts";
import { SUM_MESSAGE } from "./footing.ts";
import { following } from "./nearby.ts";

/** Sums told in sentences: «本年支出合计 A 万元，其中：基本支出 B 万元，项目支出 C 万元». */

type Described = Pick<Rule, "id" | "holds" | "inputs" | "cases"> & Partial<Pick<Rule, "category" | "severity">>;

export interface ToldSum {
  readonly totals: readonly ItemId[];
  readonly parts: readonly ItemId[];
  /** Without these the list is not taken for complete; an inner array is a choice. */
  readonly needed: readonly (readonly ItemId[])[];
  /** Parts that some reports tell within the list: they count where the sum holds with them and not without. */
  readonly sometimes?: readonly ItemId[];
  /** Parts that a part replaces: a subtotal stands for its own parts. */
  readonly instead?: Partial<Record<ItemId, readonly ItemId[]>>;
}

/** A total in running text and the parts told after it. */
export function toldSum(rule: Described & ToldSum): Rule {
  const { id, holds, inputs, cases, category = "footing", severity = "error" } = rule;
  return {
    id,
    holds,
    inputs,
    cases,
    category,
    severity,
    message: SUM_MESSAGE,
    check(ledger: Ledger): readonly Check[] {
      const checks: Check[] = [];
      for (const total of ledger.find({ item: rule.totals, code: null, measure: ledger.own })) {
        if (total.origin === "table" || total.parent_label !== null) continue;
        const parts = partsOf(ledger, total, rule);
        if (parts === null) continue;
        const check = identity({ left: [total], right: parts });
        const more = check.verdict === "failed" ? withOthers(ledger, total, parts, rule) : null;
        // Of a total left blank its parts would be held against the total before it.
        if (check.verdict === "failed" && more === null && isBlankBetween(ledger, total, parts)) continue;
        checks.push(more ?? check);
      }
      return checks;
    },
  };
}

/** Whether an amount is left blank between a total and the last of its parts. */
function isBlankBetween(ledger: Ledger, total: FactRow, parts: readonly FactRow[]): boolean {
  const last = parts.reduce((line, part) => Math.max(line, part.source_line), total.source_line);
  return hasBlank(ledger, total.source_line, last);
}

/** «收入预算1500万元，其中：上年结转100万元；…»: the sum with such parts, null where it does not hold either. */
function withOthers(ledger: Ledger, total: FactRow, parts: readonly FactRow[], sum: ToldSum): Check | null {
  const others = [...following(ledger, total, sum.sometimes ?? [], sum.totals).values()];
  if (others.length === 0) return null;
  const check = identity({ left: [total], right: [...parts, ...others] });
  return check.verdict === "failed" ? null : check;
}

function partsOf(ledger: Ledger, total: FactRow, sum: ToldSum): FactRow[] | null {
  const found = following(ledger, total, sum.parts, sum.totals);
  if (sum.needed.some((choice) => !choice.some((item) => found.has(item)))) return null;
  for (const [item, replaced] of Object.entries(sum.instead ?? {})) {
    if (found.has(item)) for (const part of replaced) found.delete(part);
  }
  return found.size > 1 ? [...found.values()] : null;
}
