import type { FactRow } from "../../domain/records.ts";
import { groupBy } from "../group-by.ts";

/** Codes of function (3/5/7 digits) and economic (3/5 digits) classes as a tree. */

/** One column of a table: figures of one item, measure and printed header. */
export function columnKeyOf(fact: FactRow): string {
  return [fact.item, fact.measure, fact.fiscal_year, fact.column_label].join("|");
}

/** The figures of one column by code; a code printed twice in it is ambiguous and left out. */
export function byCode(column: readonly FactRow[]): Map<string, FactRow> {
  const codes = new Map<string, FactRow>();
  for (const [code, facts] of groupBy(column, (fact) => fact.code)) {
    const [only, second] = facts;
    if (code !== null && only !== undefined && second === undefined) codes.set(code, only);
  }
  return codes;
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
  const all = [...codes.keys()];
  return all.flatMap((code) => {
    const parent = codes.get(code);
    const below = all.filter((other) => other !== code && other.startsWith(code));
    const next = Math.min(...below.map((other) => other.length));
    const children = below.filter((other) => other.length === next).flatMap((other) => codes.get(other) ?? []);
    return parent === undefined || children.length === 0 ? [] : [{ parent, children }];
  });
}

/** The codes of a column that stand below no other code printed in it. */
export function topOf(column: readonly FactRow[]): FactRow[] {
  const codes = byCode(column);
  return [...codes].flatMap(([code, fact]) =>
    [...codes.keys()].some((other) => other !== code && code.startsWith(other)) ? [] : [fact],
  );
}

export function isFunctionCode(code: string | null): boolean {
  return code !== null && /^2\d\d(?:\d\d){0,2}$/.test(code);
}

export function isEconomicCode(code: string | null): boolean {
  return code !== null && /^[35]\d\d(?:\d\d)?$/.test(code);
}
