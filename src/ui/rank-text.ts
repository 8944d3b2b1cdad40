import type { Placed } from "../compare/index.ts";

/** «2 / 4», «2–3 / 4» where precision leaves it open; null where the value is not ranked or too few are. */
export function rankText(placed: Pick<Placed<unknown>, "rank_first" | "rank_last">, n: number): string | null {
  const { rank_first: first, rank_last: last } = placed;
  if (first === null || last === null || n < 3) return null;
  return `${first === last ? String(first) : `${String(first)}–${String(last)}`} / ${String(n)}`;
}
