import { decompose, finestParts, isCounted, median, medianWhole } from "../../compare/index.ts";
import type { Decomposition, Finest, GapPart } from "../../compare/index.ts";
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
 */
export function peerOf(
  focus: MetricValuesRow,
  rows: readonly MetricValuesRow[],
  wanted: string | null,
  splitter: Splitter | null,
): Peer | null {
  const others = rows.filter((row) => row.agency_id !== focus.agency_id && row.value !== null);
  const counted = others.filter(isCounted);
  if (wanted === MEDIAN_PEER) {
    const value = median(counted.flatMap((row) => row.value ?? []));
    return value === null ? null : { kind: "median", rows: counted, value };
  }
  const chosen = others.find((row) => row.agency_id === wanted) ?? nearest(focus, counted, splitter);
  return chosen === null || chosen.value === null ? null : { kind: "agency", row: chosen, value: chosen.value };
}

function nearest(
  focus: MetricValuesRow,
  counted: readonly MetricValuesRow[],
  splitter: Splitter | null,
): MetricValuesRow | null {
  const isFine = (row: MetricValuesRow): boolean => splitter?.isFine(row) ?? false;
  const candidates = isFine(focus) && counted.some(isFine) ? counted.filter(isFine) : counted;
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
  const other =
    peer.kind === "agency"
      ? (peerSplit?.whole ?? null)
      : medianWhole(peer.rows.flatMap((row) => splitter?.of(row)?.whole ?? []));
  const split = focusSplit === null || other === null ? null : decompose(focusSplit.whole, other);
  return {
    focus,
    peer,
    gap: focus.value - peer.value,
    decomposition: split === null || split.parts.length === 0 ? null : split,
    focusSplit,
    peerSplit,
  };
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
