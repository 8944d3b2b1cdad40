import type { DifferenceKind, PairVerdict, Verdict } from "./verdict.ts";

/** What may be said of one value beside many others. */
export interface VerdictSummary {
  /** Number of others by verdict. */
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Differences that forbid or condition a comparison, with the number of others they concern, the most frequent first. */
  readonly differences: readonly { readonly kind: DifferenceKind; readonly count: number }[];
}

export function summaryOf(verdicts: readonly PairVerdict[]): VerdictSummary {
  const counts = { comparable: 0, conditional: 0, not_comparable: 0 };
  const kinds = new Map<DifferenceKind, number>();
  for (const { verdict, differences } of verdicts) {
    counts[verdict] += 1;
    for (const { kind, weight } of differences) {
      if (weight !== "note") kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  }
  const differences = [...kinds].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count);
  return { counts, differences };
}
