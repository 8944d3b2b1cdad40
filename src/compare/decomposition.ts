import { median } from "./median.ts";

/** A part of a whole, possibly split further (人员经费 → 301 → 30101), all in the unit of the whole. */
export interface Part {
  /** Item id or economic class code; the same id means the same thing on both sides. */
  id: string;
  /** null: not disclosed. */
  value: number | null;
  parts?: readonly Part[];
}

export interface Whole {
  value: number;
  parts: readonly Part[];
}

/** Who lists a part: when only one side does, the other counts as 0 and the difference may be one of booking. */
export type Listed = "both" | "focus_only" | "other_only";
/** Whether a part is explained further, and if not, whose disclosure is missing. */
export type Split = "split" | "not_split" | "not_split_by_focus" | "not_split_by_other";

export interface GapPart {
  id: string;
  focus: number | null;
  other: number | null;
  /** focus − other, an unlisted side counting as 0. */
  gap: number;
  /** gap ÷ gap of the whole; null when the whole has no gap. */
  share: number | null;
  listed: Listed;
  split: Split;
  parts: GapPart[];
  /** gap − Σ gaps of `parts`; 0 where there are none. */
  remainder: number;
}

export interface Decomposition {
  gap: number;
  /** In the order of the focus' parts, then those that only the other has. */
  parts: GapPart[];
  /** What the parts do not explain: gap = Σ gaps of `parts` + remainder, always. */
  remainder: number;
  /** The part that carries most of the gap in the gap's own direction; null when none does. */
  driver: string | null;
}

/**
 * Splits the gap between two wholes into the gaps of their parts, level by level, as far down as
 * both disclose. Nothing is estimated: a level that one side does not publish is left unsplit.
 */
export function decompose(focus: Whole, other: Whole): Decomposition {
  const gap = focus.value - other.value;
  const parts = gapsOf(focus.parts, other.parts, gap);
  const along = parts.filter((part) => part.gap * gap > 0);
  const driver = along.reduce<GapPart | null>(
    (best, part) => (best === null || Math.abs(part.gap) > Math.abs(best.gap) ? part : best),
    null,
  );
  return { gap, parts, remainder: gap - sumOf(parts), driver: driver?.id ?? null };
}

function gapsOf(focus: readonly Part[], other: readonly Part[], whole: number): GapPart[] {
  const ids = [...new Set([...focus, ...other].map((part) => part.id))];
  return ids.flatMap((id) => {
    const [mine, theirs] = [focus, other].map((parts) => parts.find((part) => part.id === id));
    const [a, b] = [valueOf(mine), valueOf(theirs)];
    if (a === null && b === null) return [];
    const gap = (a ?? 0) - (b ?? 0);
    const [mySplit, theirSplit] = [isSplit(mine), isSplit(theirs)];
    const parts = mySplit && theirSplit ? gapsOf(mine?.parts ?? [], theirs?.parts ?? [], whole) : [];
    return {
      id,
      focus: a,
      other: b,
      gap,
      share: whole === 0 ? null : gap / whole,
      listed: b === null ? "focus_only" : a === null ? "other_only" : "both",
      split: splitOf(mySplit, theirSplit),
      parts,
      remainder: parts.length === 0 ? 0 : gap - sumOf(parts),
    };
  });
}

function splitOf(mine: boolean, theirs: boolean): Split {
  if (mine && theirs) return "split";
  if (mine) return "not_split_by_other";
  return theirs ? "not_split_by_focus" : "not_split";
}

/** A part's own figure, else the sum of what it is split into. */
function valueOf(part: Part | undefined): number | null {
  if (part === undefined) return null;
  if (part.value !== null) return part.value;
  const values = (part.parts ?? []).flatMap((each) => valueOf(each) ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

function isSplit(part: Part | undefined): boolean {
  return (part?.parts ?? []).some((each) => valueOf(each) !== null);
}

function sumOf(parts: readonly GapPart[]): number {
  return parts.reduce((sum, part) => sum + part.gap, 0);
}

/**
 * The median of several wholes, part by part, to decompose against. A part that one of them does
 * not list beside siblings that it does list counts as 0 there; a level that it does not publish is
 * left out. Medians of parts need not add up to the median of the wholes: the remainder says by how much.
 *
 * @returns null for no wholes.
 */
export function medianWhole(wholes: readonly Whole[]): Whole | null {
  const value = median(wholes.map((whole) => whole.value));
  return value === null ? null : { value, parts: medianParts(wholes.map((whole) => whole.parts)) };
}

function medianParts(all: readonly (readonly Part[])[]): Part[] {
  const published = all.filter((parts) => parts.some((part) => valueOf(part) !== null));
  const ids = [...new Set(published.flatMap((parts) => parts.map((part) => part.id)))];
  return ids.map((id) => {
    const own = published.map((parts) => parts.find((part) => part.id === id));
    const parts = medianParts(own.map((part) => part?.parts ?? []));
    return {
      id,
      value: median(own.map((part) => valueOf(part) ?? 0)),
      ...(parts.length === 0 ? {} : { parts }),
    };
  });
}

/** The finest gaps there are, and all remainders in one: their sum is the gap of the whole. */
export interface Finest {
  parts: GapPart[];
  rest: number;
}

/**
 * The finest comparable parts, the largest gaps first.
 *
 * @param most how many to name; the others go into `rest` with the remainders.
 */
export function finestParts(decomposition: Decomposition, most = Infinity): Finest {
  const leaves: GapPart[] = [];
  const collect = (parts: readonly GapPart[]) => {
    for (const part of parts) {
      if (part.parts.length === 0) leaves.push(part);
      else collect(part.parts);
    }
  };
  collect(decomposition.parts);
  const sorted = leaves.toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
  const named = sorted.slice(0, most);
  return { parts: named, rest: decomposition.gap - sumOf(named) };
}
