import type { FactRow } from "../../domain/records.ts";
import type { MeasureId } from "../../domain/measures.ts";
import { remembered } from "../../domain/remembered.ts";
import type { Ledger } from "../ledger.ts";
import { cleaned } from "../describe.ts";

/** Which figures of a text belong together: same subject, a few lines apart. */

/** A sentence cut by page breaks spans a handful of lines; further away another subject has begun. */
const REACH = 8;

/** Items that say too little without the printed name. */
const NAMED = new Set(["project", "project.indicator", "expenditure.function", "income.function"]);

/** Whether two figures are about one thing, whatever they measure of it: same item and code, and same name where these say too little. */
function sameSubject(one: FactRow, other: FactRow): boolean {
  if (one.item !== other.item || one.code !== other.code) return false;
  const named = one.code === null && (one.item === null || NAMED.has(one.item));
  return !named || projectName(one.label) === projectName(other.label);
}

/** A project's or indicator's name without the words around it: «指标1:», «项目», «专项». */
export const projectName = remembered((label) =>
  cleaned(label)
    .replace(/^指标\d*[:：]?/, "")
    .replace(/(?:专项资金|专项经费|项目经费|项目|专项)$/, "")
    .replace(/[“”"《》（）()\s]/g, ""),
);

/** The nearest figure before `fact` that says one of `measures` about the same subject. */
export function before(ledger: Ledger, fact: FactRow, measures: readonly MeasureId[]): FactRow | undefined {
  const { facts } = ledger;
  const { item, source_line: line } = fact;
  for (let index = ledger.indexOf(fact) - 1; index >= 0; index -= 1) {
    const other = facts[index];
    if (other === undefined || other.source_line < line - REACH) return undefined;
    if (other.item === item && measures.includes(other.measure) && sameSubject(fact, other) && !isOlder(other, fact))
      return other;
  }
  return undefined;
}

/** «与2019年的4.70万元相比…，比上年增加0.30万元»: what is compared with the year before is not compared with 2019. */
function isOlder(other: FactRow, fact: FactRow): boolean {
  return other.measure.startsWith("prior_") && other.fiscal_year < fact.fiscal_year - 1;
}

/** The nearest figure after `fact` on its own line that says one of `measures` about the same subject. */
export function after(ledger: Ledger, fact: FactRow, measures: readonly MeasureId[]): FactRow | undefined {
  return ledger
    .onLine(fact.source_line)
    .find(
      (other) => other.source_from > fact.source_from && measures.includes(other.measure) && sameSubject(fact, other),
    );
}

/** The nearest earlier figure that `wanted` accepts, at most eight lines back. */
export function backwards(ledger: Ledger, fact: FactRow, wanted: (other: FactRow) => boolean): FactRow | undefined {
  for (let index = ledger.indexOf(fact) - 1; index >= 0; index -= 1) {
    const other = ledger.facts[index];
    if (other === undefined || other.source_line < fact.source_line - REACH) return undefined;
    if (wanted(other)) return other;
  }
  return undefined;
}

/**
 * Figures of a list that follows its total: the first of each item with the total's measure, until
 * the same total is told again, another of `totals` begins, or the text has moved on.
 */
export function following(
  ledger: Ledger,
  total: FactRow,
  items: readonly string[],
  totals: readonly string[] = [],
): Map<string, FactRow> {
  const found = new Map<string, FactRow>();
  for (let index = ledger.indexOf(total) + 1; index < ledger.facts.length; index += 1) {
    const other = ledger.facts[index];
    if (other === undefined || other.source_line > total.source_line + REACH) break;
    const begins = other.item === total.item || (other.item !== null && totals.includes(other.item));
    const elsewhere = other.source_line !== total.source_line || other.source_from !== total.source_from;
    if (begins && elsewhere && other.measure === total.measure && other.code === total.code) break;
    const wanted = other.item !== null && items.includes(other.item) && !found.has(other.item);
    if (wanted && other.measure === total.measure && other.code === null && other.unit === total.unit) {
      found.set(other.item ?? "", other);
    }
  }
  return found;
}

/**
 * Figures from a line outwards: the nearest first, of one distance in printed order.
 *
 * @param facts in printed order.
 */
export function* outwards(facts: readonly FactRow[], line: number): Iterable<FactRow> {
  let above = firstFrom(facts, line);
  let below = above;
  while (above > 0 || below < facts.length) {
    const up = facts[above - 1]?.source_line ?? Number.NEGATIVE_INFINITY;
    const down = facts[below]?.source_line ?? Number.POSITIVE_INFINITY;
    if (line - up <= down - line) {
      const end = above;
      while (facts[above - 1]?.source_line === up) above -= 1;
      yield* facts.slice(above, end);
    } else {
      const begin = below;
      while (facts[below]?.source_line === down) below += 1;
      yield* facts.slice(begin, below);
    }
  }
}

/** Place of the first figure that does not stand before a line. */
function firstFrom(facts: readonly FactRow[], line: number): number {
  let [low, high] = [0, facts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.source_line ?? line) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
