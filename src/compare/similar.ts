import { sizeBandOf } from "./size-bands.ts";

/** What is known of an agency when others like it are looked for. */
export interface Likeness {
  readonly agency_id: string;
  readonly level: string | null;
  readonly province: string | null;
  readonly fiscal_year: number | null;
  /** Staff in service; null where not known. */
  readonly headcount: number | null;
  /** Basic expenditure, 万元; null where not known. */
  readonly basic: number | null;
}

/** One reason why two agencies are alike, or not; `ratio` is the larger ÷ the smaller. */
export type LikenessReason =
  | { readonly kind: "same_level" | "same_province" | "same_year" | "same_size_band" }
  | { readonly kind: "headcount" | "basic"; readonly ratio: number }
  | { readonly kind: "other_level" | "unknown_size" };

export interface SimilarAgency {
  readonly agency_id: string;
  /** 0 is alike in everything that is known of both; only its order means something. */
  readonly distance: number;
  readonly reasons: readonly LikenessReason[];
}

/** How much each difference counts. Size counts by doublings: twice as large is one step. */
const WEIGHTS = { level: 2, province: 0.5, year: 0.5, headcount: 1, basic: 0.5, unknown_size: 1.5 } as const;
/** A ratio nearer to 1 than this is worth saying. */
const NEAR = 1.5;

/** The agencies most like one, nearest first, each with what makes it alike or unlike. */
export function similarTo(focus: Likeness, others: readonly Likeness[], most: number): SimilarAgency[] {
  return others
    .filter((other) => other.agency_id !== focus.agency_id)
    .map((other) => likeness(focus, other))
    .toSorted((a, b) => a.distance - b.distance || (a.agency_id < b.agency_id ? -1 : 1))
    .slice(0, most);
}

function likeness(focus: Likeness, other: Likeness): SimilarAgency {
  const reasons: LikenessReason[] = [];
  let distance = 0;
  const same = (a: unknown, b: unknown): boolean => a !== null && a === b;
  if (same(focus.level, other.level)) reasons.push({ kind: "same_level" });
  else {
    distance += WEIGHTS.level;
    // A level that is not known is no other level.
    if (focus.level !== null && other.level !== null) reasons.push({ kind: "other_level" });
  }
  if (same(focus.province, other.province)) reasons.push({ kind: "same_province" });
  else distance += WEIGHTS.province;
  const ratio = (a: number | null, b: number | null): number | null =>
    a === null || b === null || a <= 0 || b <= 0 ? null : Math.max(a, b) / Math.min(a, b);
  const heads = ratio(focus.headcount, other.headcount);
  const money = ratio(focus.basic, other.basic);
  if (heads !== null) {
    distance += WEIGHTS.headcount * Math.log2(heads);
    if (same(sizeBandOf(focus.headcount), sizeBandOf(other.headcount))) reasons.push({ kind: "same_size_band" });
    reasons.push({ kind: "headcount", ratio: heads });
  } else if (money === null) {
    distance += WEIGHTS.unknown_size;
    reasons.push({ kind: "unknown_size" });
  }
  if (money !== null) {
    // Where no headcount is known, money alone has to say how large an agency is.
    distance += (heads === null ? WEIGHTS.headcount : WEIGHTS.basic) * Math.log2(money);
    if (heads === null || money <= NEAR) reasons.push({ kind: "basic", ratio: money });
  }
  if (same(focus.fiscal_year, other.fiscal_year)) reasons.push({ kind: "same_year" });
  else distance += WEIGHTS.year * Math.min(2, Math.abs((focus.fiscal_year ?? 0) - (other.fiscal_year ?? 0)));
  return { agency_id: other.agency_id, distance, reasons };
}
