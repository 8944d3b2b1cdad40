import type { ItemId } from "../../domain/items.ts";
import type { FactRow } from "../../domain/records.ts";
import type { StatementId } from "../../domain/statements.ts";
import type { Ledger } from "../ledger.ts";

/** Codes of function (3/5/7 digits) and economic (3/5 digits) classes as a tree. */

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

/** The report's own figures of an item in a statement by code. */
export function ownCodes(ledger: Ledger, statement: StatementId, item: ItemId): ReadonlyMap<string, FactRow> {
  const known = ledger.derivedFor(noCodesYet, statement);
  let codes = known.get(item);
  if (codes === undefined) known.set(item, (codes = byCode(ledger.find({ statement, item, measure: ledger.own }))));
  return codes;
}

const noCodesYet = (): Map<ItemId, ReadonlyMap<string, FactRow>> => new Map();

/** Whether the 类 or the 款 of a code is printed in the column too. */
function isBelowAny(code: string, codes: ReadonlyMap<string, FactRow>): boolean {
  if (code.length <= 3) return false;
  return codes.has(code.slice(0, 3)) || (code.length > 5 && codes.has(code.slice(0, 5)));
}

export interface Branch {
  readonly parent: FactRow;
  readonly children: readonly FactRow[];
}

/**
 * Every code with the codes printed next below it: 类 with its 款, 款 with its 项, and a 类 with its
 * 项 where a table leaves the 款 out.
 */
export function branchesOf(codes: ReadonlyMap<string, FactRow>): Branch[] {
  /** The shortest codes below each code, in printed order. */
  const below = new Map<string, { readonly length: number; readonly children: FactRow[] }>();
  const add = (parent: string, code: string, fact: FactRow) => {
    if (!codes.has(parent)) return;
    const known = below.get(parent);
    if (known === undefined || code.length < known.length) {
      below.set(parent, { length: code.length, children: [fact] });
    } else if (code.length === known.length) known.children.push(fact);
  };
  for (const [code, fact] of codes) {
    if (code.length <= 3) continue;
    add(code.slice(0, 3), code, fact);
    if (code.length > 5) add(code.slice(0, 5), code, fact);
  }
  const branches: Branch[] = [];
  if (below.size === 0) return branches;
  for (const [code, parent] of codes) {
    const found = below.get(code);
    if (found !== undefined) branches.push({ parent, children: found.children });
  }
  return branches;
}

/** The figures whose code stands below no other code of the column. */
export function topsOf(codes: ReadonlyMap<string, FactRow>): FactRow[] {
  const tops: FactRow[] = [];
  for (const [code, fact] of codes) if (!isBelowAny(code, codes)) tops.push(fact);
  return tops;
}

/** The figures whose code stands below no other code among them. */
export function topOf(column: readonly FactRow[]): FactRow[] {
  return topsOf(byCode(column));
}

/** A code of a 类, 款 or 项 of functions: 208, 20801, 2080109. */
export function isFunctionCode(code: string | null): boolean {
  return code !== null && code.startsWith("2") && isOfDigits(code) && (code.length === 7 || isShort(code));
}

/** A code of a 类 or 款 of the economic classes: 301, 30101. */
export function isEconomicCode(code: string | null): boolean {
  return code !== null && (code.startsWith("3") || code.startsWith("5")) && isOfDigits(code) && isShort(code);
}

const isShort = ({ length }: string): boolean => length === 3 || length === 5;

/** Asked of every figure with a code, for which a pattern or a table of answers is too slow. */
function isOfDigits(code: string): boolean {
  for (let at = 0; at < code.length; at += 1) {
    const digit = code.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return false;
  }
  return true;
}
