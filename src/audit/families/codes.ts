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

/** How the codes of a column stand below each other, by their places in it. */
export interface Tree {
  /** Every code with those printed next below it: 类 with its 款, 款 with its 项, and a 类 with its 项 where a table leaves the 款 out. */
  readonly branches: readonly { readonly parent: number; readonly children: readonly number[] }[];
  /** Codes that stand below no other. */
  readonly tops: readonly number[];
}

/** The tree of a column's codes in printed order; a code printed twice is ambiguous and left out. */
export function treeOf(codes: readonly (string | null)[]): Tree {
  const places = new Map<string, number>();
  for (const [place, code] of codes.entries()) if (code !== null) places.set(code, places.has(code) ? TWICE : place);
  /** The shortest codes below each code, in printed order. */
  const below = new Map<number, { length: number; children: number[] }>();
  const tops: number[] = [];
  for (const [code, place] of places) {
    if (place === TWICE) continue;
    let isTop = true;
    for (const length of PARENTS) {
      if (code.length <= length) break;
      const parent = places.get(code.slice(0, length)) ?? TWICE;
      if (parent === TWICE) continue;
      isTop = false;
      const known = below.get(parent);
      if (known === undefined || code.length < known.length) {
        below.set(parent, { length: code.length, children: [place] });
      } else if (code.length === known.length) known.children.push(place);
    }
    if (isTop) tops.push(place);
  }
  const branches = [...below].map(([parent, { children }]) => ({ parent, children }));
  return { branches: branches.sort((a, b) => a.parent - b.parent), tops };
}

/** No place: the code stands at several. */
const TWICE = -1;
/** Digits of a 类 and of a 款, which may have codes below. */
const PARENTS = [3, 5] as const;

/** The figures whose code stands below no other code among them. */
export function topOf(column: readonly FactRow[]): FactRow[] {
  return at(column, treeOf(column.map(({ code }) => code)).tops);
}

/** What stands at some places of a list. */
export function at<Value>(values: readonly Value[], places: readonly number[]): Value[] {
  const found: Value[] = [];
  for (const place of places) {
    const value = values[place];
    if (value !== undefined) found.push(value);
  }
  return found;
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
