import { ascending, middleOf } from "./median.ts";
import { describePosition, isCounted, medianWithout } from "./position.ts";
import type { Placed, Position, PositionOptions, PositionRow } from "./position.ts";
import { blockingDifference, blockingKey } from "./verdict.ts";
import type { Comparand, DifferenceKind } from "./verdict.ts";

/** Where every agency stands among those it may be compared with, and which are kept apart. */
export interface Standing<Row> {
  readonly position: Position<Row>;
  /** report_id of the rows with a value but without a rank → the difference that forbids it. */
  readonly apart: ReadonlyMap<string, DifferenceKind>;
}

/**
 * Ranks what may be compared with one row: that of `focus` where it has a value, else the one that
 * most others may be compared with. The others keep their rows and values, without a rank.
 *
 * @param comparandOf what is known of a row; asked of rows with a value only.
 * @param focus agency_id.
 */
export function standingAmong<Row extends PositionRow>(
  rows: readonly Row[],
  comparandOf: (row: Row) => Comparand,
  focus: string | null,
  options: PositionOptions,
): Standing<Row> {
  const apart = keptApart(rows, comparandOf, focus);
  if (apart.size === 0) return { position: describePosition(rows, options), apart };
  const position = describePosition(
    rows.filter((row) => !apart.has(row.report_id)),
    options,
  );
  const ranked = position.rows.filter((placed) => placed.row.value !== null);
  const without = position.rows.filter((placed) => placed.row.value === null);
  const unranked = rows.filter((row) => apart.has(row.report_id)).map(unplaced);
  return { position: { ...position, total: rows.length, rows: [...ranked, ...unranked, ...without] }, apart };
}

/** How far each of many rows stands from the median of the others, as `standingAmong` places it, without its ranks. */
export interface PeerRatios {
  /** Values that count. */
  readonly n: number;
  readonly median: number | null;
  /** Whether a row with a value may not be compared with the others. */
  isApart(row: PositionRow): boolean;
  /** value ÷ median of the others; null without a value, kept apart, or where that median is not above zero. */
  ratioOf(row: PositionRow): number | null;
}

/** @param focus, comparandOf as of `standingAmong`. */
export function peerRatios<Row extends PositionRow>(
  rows: readonly Row[],
  comparandOf: (row: Row) => Comparand,
  focus: string | null,
): PeerRatios {
  const apart = keptApart(rows, comparandOf, focus);
  const sorted = ascending(
    rows.flatMap((row) => (isCounted(row) && !apart.has(row.report_id) ? (row.value ?? []) : [])),
  );
  const whole = middleOf(sorted);
  return {
    n: sorted.length,
    median: whole,
    isApart: (row) => apart.has(row.report_id),
    ratioOf: (row) => {
      if (row.value === null || apart.has(row.report_id)) return null;
      const others = isCounted(row) ? medianWithout(sorted, row.value) : whole;
      return others === null || others <= 0 ? null : row.value / others;
    },
  };
}

/** Rows alike in all that can forbid a comparison. */
interface Kind {
  readonly rows: { readonly report_id: string; readonly side: Comparand }[];
}

/**
 * Of thousands of rows few kinds differ in what forbids a comparison: one of each kind is held
 * against the reference instead of every row.
 */
function keptApart<Row extends PositionRow>(
  rows: readonly Row[],
  comparandOf: (row: Row) => Comparand,
  focus: string | null,
): ReadonlyMap<string, DifferenceKind> {
  const kinds = new Map<string, Kind>();
  let ofFocus: Comparand | null = null;
  for (const row of rows) {
    if (row.value === null) continue;
    const side = comparandOf(row);
    if (row.agency_id === focus) ofFocus = side;
    const key = blockingKey(side);
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { rows: [{ report_id: row.report_id, side }] });
    else kind.rows.push({ report_id: row.report_id, side });
  }
  const all = [...kinds.values()];
  const reference = ofFocus ?? mostCompared(all);
  const apart = new Map<string, DifferenceKind>();
  if (reference === null) return apart;
  for (const kind of all) {
    const other = kind.rows.find(({ side }) => side !== reference);
    const difference = other === undefined ? null : blockingDifference(reference, other.side);
    if (difference === null) continue;
    for (const { report_id, side } of kind.rows) if (side !== reference) apart.set(report_id, difference);
  }
  return apart;
}

/** One of the kind that most rows may be compared with; of several the first. */
function mostCompared(kinds: readonly Kind[]): Comparand | null {
  let best: { readonly side: Comparand; readonly count: number } | null = null;
  for (const { rows } of kinds) {
    const [first] = rows;
    if (first === undefined) continue;
    const count = kinds.reduce((sum, kind) => {
      const other = kind.rows.find((row) => row !== first);
      return other === undefined || blockingDifference(first.side, other.side) !== null ? sum : sum + kind.rows.length;
    }, 0);
    if (best === null || count > best.count) best = { side: first.side, count };
  }
  return best?.side ?? null;
}

function unplaced<Row>(row: Row): Placed<Row> {
  return {
    row,
    counted: false,
    rank_first: null,
    rank_last: null,
    peer_median: null,
    ratio: null,
    difference: null,
    z: null,
    prompt: null,
  };
}
