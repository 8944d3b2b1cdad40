import type { Stability } from "../../compare/index.ts";
import type { Denominator } from "../../domain/status.ts";
import type { Trial } from "./rankings.ts";
import { readingKey } from "./value-rows.ts";
import type { Reading } from "./value-rows.ts";

/** One way to compute, with the rank of each agency told about under it. */
export interface RankLine {
  readonly key: string;
  readonly trial: Trial;
  /** Whether it is the way on screen. */
  readonly isBase: boolean;
  /** agency_id → rank from 1. */
  readonly ranks: ReadonlyMap<string, number>;
}

const BASES = ["comparable", "reported"];

/**
 * The ways that were tried, the one on screen first, then by basis, headcount, and headcounts taken
 * otherwise last.
 */
export function rankLines(
  stability: Stability<Trial>,
  current: Reading,
  denominators: readonly Denominator[],
): RankLine[] {
  const ranks = new Map<Trial, Map<string, number>>();
  for (const agency of stability.agencies) {
    for (const { rank, choices } of agency.ranks) {
      for (const trial of choices) {
        const known = ranks.get(trial) ?? new Map<string, number>();
        ranks.set(trial, known.set(agency.agency_id, rank));
      }
    }
  }
  const base = readingKey(current);
  const weight = ({ trial, isBase }: RankLine): number =>
    (isBase ? -1000 : 0) +
    100 * BASES.indexOf(trial.basis) +
    10 * (trial.denominator === null ? 0 : denominators.indexOf(trial.denominator)) +
    (trial.otherwise === null ? 0 : 1000);
  return [...ranks]
    .map(([trial, known]): RankLine => {
      const { otherwise } = trial;
      const key = `${readingKey(trial)} ${otherwise === null ? "" : `${otherwise.agency_id} ${String(otherwise.headcount)}`}`;
      return { key, trial, isBase: otherwise === null && readingKey(trial) === base, ranks: known };
    })
    .toSorted((a, b) => weight(a) - weight(b));
}
