import { RANKED_FROM, type Placed } from "../compare/index.ts";

type Ranks = Pick<Placed<unknown>, "rank_first" | "rank_last">;

/** «2», «2–3» where precision leaves it open; null where the value is not ranked or too few are. */
export function placeText({ rank_first: first, rank_last: last }: Ranks, n: number): string | null {
  if (first === null || last === null || n < RANKED_FROM) return null;
  return first === last ? String(first) : `${String(first)}–${String(last)}`;
}

/** The same of how many: «2 / 4». */
export function rankText(placed: Ranks, n: number): string | null {
  const place = placeText(placed, n);
  return place === null ? null : `${place} / ${String(n)}`;
}
