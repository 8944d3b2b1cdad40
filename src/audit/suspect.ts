import type { Decimal } from "../domain/decimal.ts";
import type { FactRow } from "../domain/records.ts";
import { balance, valueOf } from "./tolerance.ts";
import { groupBy } from "./group-by.ts";
import type { Corrections } from "./tolerance.ts";
import type { Equation, Trouble } from "./types.ts";

/** A cell that, if it read `value`, would mend several broken identities at once. */
export interface Suspect {
  /** The cell, and where its misprint was copied to (a 款 and the 类 that has no other), in printed order. */
  readonly facts: readonly [FactRow, ...FactRow[]];
  readonly value: Decimal;
  /** Broken identities that the value mends. */
  readonly mended: readonly Equation[];
  /** Other failed checks that the value mends: rates and bounds; with the identities at least two. */
  readonly agreeing: readonly Trouble[];
}

/** What speaks for and against a correction in one report. */
export interface Identities {
  readonly broken: readonly Equation[];
  /** Those of them that are a hint only, as a list that may leave something out: alone they convict nobody. */
  readonly weak: ReadonlySet<Equation>;
  /** Gives the identities that hold and must not be broken by a correction; in most reports nobody asks. */
  readonly holding: () => readonly Equation[];
  /** Failed checks that are no identity. */
  readonly others: readonly Trouble[];
  /** Which of some failed checks would hold if figures read otherwise. */
  readonly healed: (checks: readonly Trouble[], corrected: Corrections) => readonly Trouble[];
}

/**
 * A report that breaks more identities than this was misread or is scrambled: no cell can be
 * singled out, and looking for one would take time that grows with the square of the damage.
 */
const MOST_BROKEN = 120;

/**
 * The likeliest wrong cell: the one whose correction mends most broken identities and other failed
 * checks, net of those it would break. Null unless a cell mends two or more and no other explains the
 * same as well: a guess between two equals is no help to a reader.
 *
 * @param replaced corrections already accepted.
 */
export function likeliestSuspect(identities: Identities, replaced: Corrections): Suspect | null {
  const { broken, weak, holding, others, healed } = identities;
  if (broken.length === 0 || broken.length > MOST_BROKEN) return null;
  const brokenAt = byFact(broken);
  const printedTogether = groupBy(brokenAt.keys(), placeOf);
  const othersAt = new Map<FactRow, Trouble[]>();
  for (const check of others) {
    for (const fact of check.facts) {
      const known = othersAt.get(fact);
      if (known === undefined) othersAt.set(fact, [check]);
      else known.push(check);
    }
  }
  const accused = new Set<FactRow>();
  for (const at of printedTogether.values()) {
    let troubles = 0;
    for (const fact of at) troubles += (brokenAt.get(fact)?.length ?? 0) + (othersAt.get(fact)?.length ?? 0);
    if (troubles >= 2) for (const fact of at) accused.add(fact);
  }
  if (accused.size === 0) return null;
  const together = (fact: FactRow) => printedTogether.get(placeOf(fact)) ?? [fact];
  const printings = new Set([...accused].map(printing));
  const values = new Set([...accused].map(({ value }) => value));
  const holdingAt = byFact(holding(), (fact) => values.has(fact.value) && printings.has(printing(fact)));
  const tried = (facts: readonly FactRow[], value: Decimal): Tried => {
    const corrected = new Map([...replaced, ...facts.map((fact) => [fact, value] as const)]);
    const verdictOn = (equation: Equation) => balance(equation, corrected).verdict;
    const of = <T>(index: ReadonlyMap<FactRow, readonly T[]>) => [
      ...new Set(facts.flatMap((fact) => index.get(fact) ?? [])),
    ];
    const held = of(brokenAt).map((equation) => ({ equation, verdict: verdictOn(equation) }));
    const mended = held.flatMap(({ equation, verdict }) => (verdict === "failed" ? [] : [equation]));
    const spoiled = of(holdingAt).filter((equation) => verdictOn(equation) === "failed");
    const touched = of(othersAt);
    const agreeing = touched.length === 0 || spoiled.length > mended.length ? [] : healed(touched, corrected);
    const places = new Set(facts.map(placeOf)).size;
    const score = mended.length + agreeing.length - spoiled.length - (places - 1);
    const exact = held.filter(({ verdict }) => verdict === "passed").length;
    return { facts, value, mended, agreeing, spoiled, score, exact };
  };
  const ranked = candidates(broken, accused, replaced)
    .map(({ fact, value }) => {
      let best = tried(together(fact), value);
      // What the correction breaks may hold the same misprint once more: copies are corrected together.
      while (best.spoiled.length > 0 && best.facts.length < MOST_COPIES) {
        const copies = copiesIn(best.spoiled, fact).filter(
          (other) => !best.facts.includes(other) && !replaced.has(other),
        );
        if (copies.length === 0) break;
        const more = tried([...best.facts, ...copies], value);
        if (more.score <= best.score) break;
        best = more;
      }
      return best;
    })
    .filter((one) => one.mended.length >= 1 && witnessesOf(one) >= 2 && one.score >= 1)
    .filter((one) => one.agreeing.length > 0 || one.mended.some((equation) => !weak.has(equation)))
    .toSorted((a, b) => b.score - a.score || witnessesOf(b) - witnessesOf(a) || b.exact - a.exact);
  const best = ranked.find((one) => !ranked.some((other) => isRival(one, other)));
  if (best === undefined) return null;
  const { value, mended, agreeing } = best;
  const [first, ...rest] = best.facts.toSorted(
    (a, b) => a.source_line - b.source_line || a.source_from - b.source_from,
  );
  return first === undefined ? null : { facts: [first, ...rest], value, mended, agreeing };
}

interface Tried extends Omit<Suspect, "facts"> {
  readonly facts: readonly FactRow[];
  readonly spoiled: readonly Equation[];
  readonly score: number;
  /** Identities that hold to the last digit then. */
  readonly exact: number;
}

function witnessesOf({ mended, agreeing }: Tried): number {
  return mended.length + agreeing.length;
}

/** Whether another cell explains what a cell explains, and as well or better; a damage elsewhere is no rival. */
function isRival(one: Tried, other: Tried): boolean {
  if (other.score < one.score || (other.score === one.score && witnessesOf(other) < witnessesOf(one))) return false;
  return (
    !other.facts.some((fact) => one.facts.includes(fact)) &&
    other.mended.some((equation) => one.mended.includes(equation))
  );
}

/** Where a figure is printed: «收、支总计» is two figures printed once. */
export function placeOf(fact: FactRow): string {
  return `${fact.report_id}|${fact.source_line}|${fact.source_from}`;
}

/** A misprint is copied to few places: more equal cells than these are a column of its own. */
const MOST_COPIES = 4;

/** What two copies of one misprint have in common. */
function printing(fact: FactRow): string {
  return `${fact.value}|${fact.unit}`;
}

/** The cells of some identities that print what a cell prints; a zero is no copy of anything. */
function copiesIn(equations: readonly Equation[], fact: FactRow): FactRow[] {
  if (valueOf(fact).isZero()) return [];
  const copies = equations.flatMap(factsOf).filter((other) => other !== fact && printing(other) === printing(fact));
  return [...new Set(copies)];
}

/** Identities by the cells they hold: a damaged report breaks hundreds, each cell stands in a few. */
function byFact(equations: readonly Equation[], isWanted?: (fact: FactRow) => boolean): Map<FactRow, Equation[]> {
  const index = new Map<FactRow, Equation[]>();
  const add = (facts: readonly FactRow[], equation: Equation) => {
    for (const fact of facts) {
      if (isWanted?.(fact) === false) continue;
      const known = index.get(fact);
      if (known === undefined) index.set(fact, [equation]);
      else if (known.at(-1) !== equation) known.push(equation);
    }
  };
  for (const equation of equations) {
    add(equation.left, equation);
    add(equation.right, equation);
    if (equation.minus !== undefined) add(equation.minus, equation);
  }
  return index;
}

/** The values that would mend a broken identity each, for the cells that more than one thing speaks against. */
function candidates(
  broken: readonly Equation[],
  accused: ReadonlySet<FactRow>,
  replaced: Corrections,
): { readonly fact: FactRow; readonly value: Decimal }[] {
  const seen = new Map<string, { fact: FactRow; value: Decimal }>();
  for (const equation of broken) {
    if (!factsOf(equation).some((fact) => accused.has(fact))) continue;
    const { difference } = balance(equation, replaced);
    const propose = (facts: readonly FactRow[], change: Decimal) => {
      for (const fact of facts) {
        if (!accused.has(fact) || replaced.has(fact)) continue;
        const value = valueOf(fact).plus(change);
        seen.set(`${fact.fact_id}|${value.toFixed()}`, { fact, value });
      }
    };
    propose(equation.left, difference.negated());
    propose(equation.right, difference);
    if (equation.minus !== undefined) propose(equation.minus, difference.negated());
  }
  return [...seen.values()].filter(({ fact, value }) => valueOf(fact).sign < 0 || value.sign >= 0);
}

export function contains(equation: Equation, fact: FactRow): boolean {
  const { left, right, minus } = equation;
  return left.includes(fact) || right.includes(fact) || minus?.includes(fact) === true;
}

export function factsOf(equation: Equation): FactRow[] {
  return [...equation.left, ...equation.right, ...(equation.minus ?? [])];
}
