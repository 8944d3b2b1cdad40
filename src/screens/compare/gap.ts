import { decompose, finestParts, median, medianWhole } from "../../compare/index.ts";
import type { Decomposition, Finest, GapPart, Part, Whole } from "../../compare/index.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";
import { MEDIAN_PEER } from "./choice.ts";
import type { SplitValue, Splitter } from "./parts.ts";

/** What the focus is held against. */
export type Peer =
  | { readonly kind: "agency"; readonly row: MetricValuesRow; readonly value: number }
  | { readonly kind: "median"; readonly rows: readonly MetricValuesRow[]; readonly value: number };

export interface Gap {
  readonly focus: MetricValuesRow;
  readonly peer: Peer;
  /** focus − peer, in the metric's unit. */
  readonly gap: number;
  /** null where the metric is not made of parts, or one side discloses none. */
  readonly decomposition: Decomposition | null;
  readonly focusSplit: SplitValue | null;
  /** null against a median: a median of parts is printed nowhere. */
  readonly peerSplit: SplitValue | null;
}

/** So many parts are drawn; the others go into the rest. */
export const MOST_PARTS = 15;

/**
 * Whom the focus is held against: the agency or median that the reader chose, else the counted
 * agency that can be split as far as the focus and whose value is nearest.
 *
 * @param rows with and without value; `counted` are those of them that have a rank.
 */
export function peerOf(
  focus: MetricValuesRow,
  rows: readonly MetricValuesRow[],
  counted: readonly MetricValuesRow[],
  wanted: string | null,
  splitter: Splitter | null,
): Peer | null {
  const others = counted.filter((row) => row.agency_id !== focus.agency_id);
  if (wanted === MEDIAN_PEER) {
    const value = median(others.flatMap((row) => row.value ?? []));
    return value === null ? null : { kind: "median", rows: others, value };
  }
  const chosen =
    rows.find((row) => row.agency_id === wanted && row.agency_id !== focus.agency_id && row.value !== null) ??
    nearest(focus, others, splitter);
  return chosen === null || chosen.value === null ? null : { kind: "agency", row: chosen, value: chosen.value };
}

function nearest(
  focus: MetricValuesRow,
  others: readonly MetricValuesRow[],
  splitter: Splitter | null,
): MetricValuesRow | null {
  const isFine = (row: MetricValuesRow): boolean => splitter?.isFine(row) ?? false;
  const candidates = isFine(focus) && others.some(isFine) ? others.filter(isFine) : others;
  const distance = (row: MetricValuesRow): number => Math.abs((row.value ?? 0) - (focus.value ?? 0));
  return candidates.reduce<MetricValuesRow | null>(
    (best, row) => (best === null || distance(row) < distance(best) ? row : best),
    null,
  );
}

export function gapBetween(focus: MetricValuesRow, peer: Peer, splitter: Splitter | null): Gap | null {
  if (focus.value === null) return null;
  const focusSplit = splitter?.of(focus) ?? null;
  const peerSplit = peer.kind === "agency" ? (splitter?.of(peer.row) ?? null) : null;
  const other = peer.kind === "agency" ? (peerSplit?.whole ?? null) : medianOf(peer.rows, splitter);
  // Against a side that lists nothing every part would look like the whole gap.
  const canSplit = (focusSplit?.whole.parts.length ?? 0) > 0 && (other?.parts.length ?? 0) > 0;
  return {
    focus,
    peer,
    gap: focus.value - peer.value,
    decomposition: canSplit && focusSplit !== null && other !== null ? decompose(focusSplit.whole, other) : null,
    focusSplit,
    peerSplit,
  };
}

/** The median part by part, down to where every agency lists parts: a median of some is not that of all. */
function medianOf(rows: readonly MetricValuesRow[], splitter: Splitter | null): Whole | null {
  const wholes = rows.map((row) => splitter?.of(row)?.whole ?? null);
  const known = wholes.filter((whole) => whole !== null);
  if (known.length < wholes.length || known.some((whole) => whole.parts.length === 0)) return null;
  return medianWhole(
    known.map((whole) => ({
      ...whole,
      parts: pruned(
        whole.parts,
        known.map((each) => each.parts),
      ),
    })),
  );
}

/** The parts without those levels that one of the others does not list. */
function pruned(parts: readonly Part[], others: readonly (readonly Part[])[]): Part[] {
  return parts.map(({ parts: own, ...part }) => {
    const theirs = others.map((list) => list.find((each) => each.id === part.id)?.parts ?? []);
    return own === undefined || theirs.some((list) => list.length === 0)
      ? part
      : { ...part, parts: pruned(own, theirs) };
  });
}

/** The parts a sentence names: down to 类, the largest first, at most three; the rest in one sum. */
export function headlineParts(decomposition: Decomposition): Finest {
  const isClass = (part: GapPart): boolean => /^\d{5}$/.test(part.id);
  const upTo = (parts: readonly GapPart[]): GapPart[] =>
    parts.flatMap((part) => (part.parts.length > 0 && !part.parts.some(isClass) ? upTo(part.parts) : [part]));
  const named = upTo(decomposition.parts)
    .filter((part) => part.gap !== 0)
    .toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
    .slice(0, 3);
  return { parts: named, rest: decomposition.gap - named.reduce((sum, part) => sum + part.gap, 0) };
}

/** The finest parts that differ, the largest first; what they leave is in `rest`. */
export function drawnParts(decomposition: Decomposition): Finest {
  const { parts } = finestParts(decomposition);
  const differing = parts.filter((part) => part.gap !== 0).slice(0, MOST_PARTS);
  return { parts: differing, rest: decomposition.gap - differing.reduce((sum, part) => sum + part.gap, 0) };
}

/** Who books nothing in a part where the other does; the money may stand elsewhere. */
export function emptySide(part: GapPart): "focus" | "other" | null {
  const none = (value: number | null): boolean => value === null || value === 0;
  if (none(part.focus) === none(part.other)) return null;
  return none(part.focus) ? "focus" : "other";
}
