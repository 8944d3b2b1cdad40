import type { FactRow } from "../../domain/records.ts";
import { groupBy } from "../group-by.ts";
import type { Ledger } from "../ledger.ts";

/** Codes of function (3/5/7 digits) and economic (3/5 digits) classes as a tree. */

/** One column of a table: figures of one item, measure and printed header. */
export function columnsOf(ledger: Ledger, cells: readonly FactRow[]): Iterable<readonly FactRow[]> {
  // Several rules look at the columns of one table.
  const numbers = ledger.derived(columnNumbers);
  return groupBy(cells, (fact) => numbers.get(fact)).values();
}

/** A number for each column, by the cells with a code. */
function columnNumbers({ facts }: Ledger): ReadonlyMap<FactRow, number> {
  const known = new Map<string, number>();
  const numbers = new Map<FactRow, number>();
  for (const fact of facts) {
    if (fact.code === null) continue;
    const key = `${fact.item}|${fact.measure}|${fact.fiscal_year}|${fact.column_label}`;
    let number = known.get(key);
    if (number === undefined) known.set(key, (number = known.size));
    numbers.set(fact, number);
  }
  return numbers;
}

/** The figures of one column by code; a code printed twice in it is ambiguous and left out. */
export function byCode(column: readonly FactRow[]): Map<string, FactRow> {
  const codes = new Map<string, FactRow>();
  const twice = new Set<string>();
  for (const fact of column) {
    if (fact.code === null) continue;
    if (codes.has(fact.code)) twice.add(fact.code);
    else codes.set(fact.code, fact);
  }
  for (const code of twice) codes.delete(code);
  return codes;
}

/** The codes that a code may stand below: its 类 and its 款. */
function prefixesOf(code: string): readonly string[] {
  if (code.length <= 3) return [];
  return code.length <= 5 ? [code.slice(0, 3)] : [code.slice(0, 3), code.slice(0, 5)];
}

export interface Branch {
  readonly parent: FactRow;
  readonly children: readonly FactRow[];
}

/**
 * Every code with the codes printed next below it: 类 with its 款, 款 with its 项, and a 类 with its
 * 项 where a table leaves the 款 out.
 */
export function branchesOf(column: readonly FactRow[]): Branch[] {
  const codes = byCode(column);
  /** The codes below each code, in printed order. */
  const below = new Map<string, { readonly code: string; readonly fact: FactRow }[]>();
  for (const [code, fact] of codes) {
    for (const prefix of prefixesOf(code)) {
      if (!codes.has(prefix)) continue;
      const found = below.get(prefix);
      if (found === undefined) below.set(prefix, [{ code, fact }]);
      else found.push({ code, fact });
    }
  }
  const branches: Branch[] = [];
  for (const [code, parent] of codes) {
    const found = below.get(code);
    if (found === undefined) continue;
    const next = found.reduce((least, other) => Math.min(least, other.code.length), Number.POSITIVE_INFINITY);
    branches.push({
      parent,
      children: found.filter((other) => other.code.length === next).map(({ fact }) => fact),
    });
  }
  return branches;
}

/** The codes of a column that stand below no other code printed in it. */
export function topOf(column: readonly FactRow[]): FactRow[] {
  const codes = byCode(column);
  const tops: FactRow[] = [];
  for (const [code, fact] of codes) if (!prefixesOf(code).some((prefix) => codes.has(prefix))) tops.push(fact);
  return tops;
}

export function isFunctionCode(code: string | null): boolean {
  return code !== null && /^2\d\d(?:\d\d){0,2}$/.test(code);
}

export function isEconomicCode(code: string | null): boolean {
  return code !== null && /^[35]\d\d(?:\d\d)?$/.test(code);
}
