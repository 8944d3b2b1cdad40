import type { Basis, Denominator } from "../domain/status.ts";
import { isCounted, type PositionRow } from "./position.ts";

/** One admissible way to compute a metric. */
export interface Choice {
  basis: Basis;
  /** null for a metric that divides by no headcount. */
  denominator: Denominator | null;
  /** adjustment_id of the pass-through items that are left out; empty on the reported basis. */
  switches: readonly string[];
}

/**
 * Every choice worth trying: on the reported basis nothing to switch; on the comparable basis all
 * pass-through items out, and each one alone left in, since each is a decision of its own.
 *
 * @param denominators empty for a metric that divides by no headcount.
 */
export function admissibleChoices(
  bases: readonly Basis[],
  denominators: readonly Denominator[],
  switches: readonly string[],
): Choice[] {
  const sets =
    switches.length < 2 ? [switches] : [switches, ...switches.map((id) => switches.filter((each) => each !== id))];
  const divisors = denominators.length === 0 ? [null] : denominators;
  return bases.flatMap((basis) =>
    divisors.flatMap((denominator): Choice[] =>
      basis === "reported"
        ? [{ basis, denominator, switches: [] }]
        : sets.map((set) => ({ basis, denominator, switches: set })),
    ),
  );
}

export interface Ranking<C> {
  choice: C;
  /** One row per agency, as for {@link describePosition}. */
  rows: readonly PositionRow[];
}

/** «株洲最高: 6/6»: an agency's ranks over all choices under which it has a value. */
export interface AgencyStability<C> {
  agency_id: string;
  /** Number of choices under which it can be ranked at all. */
  ranked_in: number;
  /** Rank under the base choice; null without value there. */
  base_rank: number | null;
  /** Most frequent first, then the better rank. */
  ranks: { rank: number; count: number; choices: C[] }[];
}

/** «长春与雁江互换: 2/6»: two agencies whose order is not the same under every choice. */
export interface SwappingPair<C> {
  /** The one ahead under the base choice, or under most choices where the base does not rank both. */
  ahead: string;
  behind: string;
  /** Number of choices that rank both. */
  compared: number;
  swapped_in: number;
  tied_in: number;
  /** The choices that turn the order round. */
  swapped_under: C[];
}

export interface Stability<C> {
  /** Number of choices tried. */
  choices: number;
  /** Whether every agency keeps one rank wherever it is ranked. */
  stable: boolean;
  agencies: AgencyStability<C>[];
  swaps: SwappingPair<C>[];
}

/**
 * Repeats a ranking under every admissible choice. Values are taken at their face here, since each
 * choice is one reading; that intervals overlap is said by {@link describePosition}.
 *
 * @param rankings the first one is the base: the choice on screen.
 * @param among agency ids to tell about; absent: all. Ranks are those among all rows either way, but
 *   pairs grow with the square of their number.
 */
export function rankStability<C>(rankings: readonly Ranking<C>[], among?: readonly string[]): Stability<C> {
  const ranked = rankings.map(({ choice, rows }) => ({ choice, ranks: ranksOf(rows) }));
  const known = new Set(rankings.flatMap(({ rows }) => rows.map((row) => row.agency_id)));
  const ids = among === undefined ? [...known] : [...new Set(among)].filter((id) => known.has(id));
  const base = ranked[0]?.ranks ?? new Map<string, number>();
  const agencies = ids
    .map((id) => agencyStability(id, ranked, base.get(id) ?? null))
    .toSorted((a, b) => (a.base_rank ?? Infinity) - (b.base_rank ?? Infinity) || b.ranked_in - a.ranked_in);
  const swaps = ids.flatMap((first, index) =>
    ids.slice(index + 1).flatMap((second) => swappingPair(first, second, ranked) ?? []),
  );
  return { choices: rankings.length, stable: agencies.every((agency) => agency.ranks.length <= 1), agencies, swaps };
}

type Ranked<C> = { choice: C; ranks: ReadonlyMap<string, number> };

/** Rank 1 is the highest value; equal values share a rank. */
function ranksOf(rows: readonly PositionRow[]): Map<string, number> {
  const counted = rows.filter(isCounted).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const ranks = new Map<string, number>();
  let rank = 1;
  counted.forEach((row, index) => {
    if (row.value !== counted[index - 1]?.value) rank = index + 1;
    ranks.set(row.agency_id, rank);
  });
  return ranks;
}

function agencyStability<C>(id: string, ranked: readonly Ranked<C>[], baseRank: number | null): AgencyStability<C> {
  const ranks = new Map<number, C[]>();
  for (const { choice, ranks: under } of ranked) {
    const rank = under.get(id);
    if (rank !== undefined) ranks.set(rank, [...(ranks.get(rank) ?? []), choice]);
  }
  const list = [...ranks].map(([rank, choices]) => ({ rank, count: choices.length, choices }));
  return {
    agency_id: id,
    ranked_in: list.reduce((sum, each) => sum + each.count, 0),
    base_rank: baseRank,
    ranks: list.toSorted((a, b) => b.count - a.count || a.rank - b.rank),
  };
}

function swappingPair<C>(first: string, second: string, ranked: readonly Ranked<C>[]): SwappingPair<C> | null {
  const order = ranked.flatMap(({ choice, ranks }, index) => {
    const [a, b] = [ranks.get(first), ranks.get(second)];
    return a === undefined || b === undefined ? [] : [{ choice, sign: Math.sign(a - b), base: index === 0 }];
  });
  const firstAhead = order.filter((each) => each.sign < 0).length;
  const secondAhead = order.filter((each) => each.sign > 0).length;
  if (firstAhead === 0 || secondAhead === 0) return null;
  const base = order.find((each) => each.base)?.sign ?? 0;
  const ahead = base === 0 ? (firstAhead >= secondAhead ? -1 : 1) : base;
  const swapped = order.filter((each) => each.sign === -ahead);
  return {
    ahead: ahead < 0 ? first : second,
    behind: ahead < 0 ? second : first,
    compared: order.length,
    swapped_in: swapped.length,
    tied_in: order.filter((each) => each.sign === 0).length,
    swapped_under: swapped.map((each) => each.choice),
  };
}
