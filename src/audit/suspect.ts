import type { Decimal } from "../domain/decimal.ts";
import type { FactRow } from "../domain/records.ts";
import { balance, valueOf } from "./tolerance.ts";
import type { Equation } from "./types.ts";

/** A cell that, if it read `value`, would mend several broken identities at once. */
export interface Suspect {
  readonly fact: FactRow;
  readonly value: Decimal;
  /** Broken identities that the value mends; at least two of them. */
  readonly mended: readonly Equation[];
}

/** Identities of one report: broken ones, and the ones that hold and must not be broken by a correction. */
export interface Identities {
  readonly broken: readonly Equation[];
  readonly holding: readonly Equation[];
}

/**
 * A report that breaks more identities than this was misread or is scrambled: no cell can be
 * singled out, and looking for one would take time that grows with the square of the damage.
 */
const MOST_BROKEN = 120;

/**
 * The likeliest wrong cell: the one whose correction mends most broken identities, net of those it
 * would break. Null unless a cell mends two or more and stands alone at the top: a guess between
 * two equals is no help to a reader.
 *
 * @param replaced corrections already accepted, by fact_id.
 */
export function likeliestSuspect(identities: Identities, replaced: ReadonlyMap<string, Decimal>): Suspect | null {
  const brokenAt = byFact(identities.broken);
  const accused = new Set([...brokenAt].flatMap(([fact, equations]) => (equations.length >= 2 ? [fact] : [])));
  if (accused.size === 0 || identities.broken.length > MOST_BROKEN) return null;
  const holdingAt = byFact(identities.holding, accused);
  const ranked = candidates(identities.broken, replaced)
    .filter(({ fact }) => accused.has(fact))
    .map(({ fact, value }) => {
      const tried = new Map([...replaced, [fact.fact_id, value]]);
      const fails = (equation: Equation) => balance(equation, tried).verdict === "failed";
      const mended = (brokenAt.get(fact) ?? []).filter((equation) => !fails(equation));
      const spoiled = (holdingAt.get(fact) ?? []).filter(fails);
      const exact = mended.filter((equation) => balance(equation, tried).verdict === "passed").length;
      return { fact, value, mended, score: mended.length - spoiled.length, exact };
    })
    .filter((one) => one.mended.length >= 2 && one.score >= 1)
    .toSorted((a, b) => b.score - a.score || b.mended.length - a.mended.length || b.exact - a.exact);
  const [best] = ranked;
  if (best === undefined) return null;
  const rival = ranked.find((one) => one.fact.fact_id !== best.fact.fact_id);
  if (rival !== undefined && rival.score === best.score && rival.mended.length === best.mended.length) return null;
  return { fact: best.fact, value: best.value, mended: best.mended };
}

/** Identities by the cells they hold: a damaged report breaks hundreds, each cell stands in a few. */
function byFact(equations: readonly Equation[], only?: ReadonlySet<FactRow>): Map<FactRow, Equation[]> {
  const index = new Map<FactRow, Equation[]>();
  const add = (facts: readonly FactRow[], equation: Equation) => {
    for (const fact of facts) {
      if (only?.has(fact) === false) continue;
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

function candidates(
  broken: readonly Equation[],
  replaced: ReadonlyMap<string, Decimal>,
): { readonly fact: FactRow; readonly value: Decimal }[] {
  const seen = new Map<string, { fact: FactRow; value: Decimal }>();
  for (const equation of broken) {
    const { difference } = balance(equation, replaced);
    const propose = (fact: FactRow, value: Decimal) => {
      if (!replaced.has(fact.fact_id)) seen.set(`${fact.fact_id}|${value.toFixed()}`, { fact, value });
    };
    for (const fact of equation.left) propose(fact, valueOf(fact).minus(difference));
    for (const fact of equation.right) propose(fact, valueOf(fact).plus(difference));
    for (const fact of equation.minus ?? []) propose(fact, valueOf(fact).minus(difference));
  }
  return [...seen.values()].filter(({ fact, value }) => valueOf(fact).sign < 0 || value.sign >= 0);
}

export function contains(equation: Equation, fact: FactRow): boolean {
  return factsOf(equation).some((other) => other.fact_id === fact.fact_id);
}

export function factsOf(equation: Equation): FactRow[] {
  return [...equation.left, ...equation.right, ...(equation.minus ?? [])];
}
