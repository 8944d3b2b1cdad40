import type { MetricValueRow } from "../domain/records.ts";
import type { StatusId } from "../domain/status.ts";
import { intervalOf, overlaps, type Interval } from "./interval.ts";
import { ascending, medianAbsoluteDeviation, medianInterval, middleOf, type MedianInterval } from "./median.ts";
import { ROBUST_FROM, robustCutoff } from "./robust-cutoff.ts";

/** How much n comparable values allow to be said: 0, 1, 2, 3–5, 6–9, from 10. */
export type Tier = "none" | "alone" | "pair" | "few" | "some" | "many";

/** Why a row asks for a second look. A prompt to review, never a judgement. */
export interface ReviewPrompt {
  direction: "high" | "low";
  /** Money (or count) between the row and its peers' median, in the unit of the numerator, ≥ 0. */
  amount: number;
  by: "ratio" | "robust_z";
}

/** One agency's place. Rows that are not counted keep their row: all places are null, the status says why. */
export interface Placed<Row> {
  row: Row;
  /** Whether the value enters ranks and medians. */
  counted: boolean;
  /** Best and worst rank (1 = highest value) that the intervals allow; equal when the rank is certain. */
  rank_first: number | null;
  rank_last: number | null;
  /** Median of the other counted rows. */
  peer_median: number | null;
  /** value ÷ peer_median; null when the median of the others is 0 or missing. */
  ratio: number | null;
  /** value − peer_median. */
  difference: number | null;
  /** Modified z-score on logs, only in tier `many`; null for values ≤ 0 and without spread. */
  z: number | null;
  prompt: ReviewPrompt | null;
}

export interface Position<Row> {
  tier: Tier;
  /** Number of counted values. */
  n: number;
  /** Number of rows, counted or not: «n of total disclose it». */
  total: number;
  /** Counted rows from the highest value down, then values that do not count, then rows without value. */
  rows: Placed<Row>[];
  /** Median of all counted values, for the rule in a chart; ratios use the median of the others. */
  median: number | null;
  /** Least and greatest counted value, from n = 2. */
  range: Interval | null;
  /** From n = 6. */
  median_interval: MedianInterval | null;
  /** Cutoff that `z` was held against, from n = 10. */
  cutoff: number | null;
  /** From n = 10: MAD of the logs is 0, so no z-score can be given. */
  no_spread: boolean;
}

export interface PositionOptions {
  /** Least gap to the peers, in the unit of the numerator (万元 for money), that is worth a prompt. */
  material_from: number;
  /** Number of metrics on the same screen: the cutoff of tier `many` grows with it. Default 1. */
  metrics?: number;
  /** Whether a value that rests on the reader's assumption may be prompted too; default no. It moves nobody else either way. */
  assumed?: boolean;
}

export type PositionRow = Pick<
  MetricValueRow,
  "report_id" | "agency_id" | "value" | "lo" | "hi" | "numerator" | "denominator_value" | "status"
>;

/** Of fewer there is a difference and a ratio, and no rank worth the name. */
export const RANKED_FROM = 3;
export const RATIO_HIGH = 1.5;
export const RATIO_LOW = 0.67;

/**
 * Statuses whose value may stand beside others. `assumed` is not among them: a number that the
 * reader typed is placed against the others, but must not move anybody else's median or rank.
 */
const COUNTED = new Set<StatusId>(["ok", "stated_zero", "empty_table_declared", "borrowed", "contradicted"]);

export function isCounted(row: Pick<PositionRow, "value" | "status">): boolean {
  return row.value !== null && Number.isFinite(row.value) && COUNTED.has(row.status);
}

export function tierOf(n: number): Tier {
  if (n <= 0) return "none";
  if (n === 1) return "alone";
  if (n === 2) return "pair";
  if (n <= 5) return "few";
  return n < ROBUST_FROM ? "some" : "many";
}

/**
 * Describes where each of several values stands, saying no more than their number allows.
 *
 * @param rows one row per agency for one metric, basis and denominator; rows without value included.
 */
export function describePosition<Row extends PositionRow>(
  rows: readonly Row[],
  options: PositionOptions,
): Position<Row> {
  const counted = rows.filter(isCounted);
  const sorted = ascending(counted.map((row) => row.value ?? NaN));
  const tier = tierOf(sorted.length);
  // Of ascending values: they ascend as well.
  const logs = tier === "many" ? sorted.filter((value) => value > 0).map(Math.log) : sorted.subarray(0, 0);
  const robust = logs.length >= ROBUST_FROM;
  const logMedian = robust ? middleOf(logs) : null;
  const spread = robust ? medianAbsoluteDeviation(logs) : null;
  const cutoff = robust ? robustCutoff(logs.length, options.metrics ?? 1) : null;
  const scale = scaleOf(counted);
  const middle = middleOf(sorted);
  const field = fieldOf(counted);

  const placed = rows.map((row): Placed<Row> => {
    const counts = isCounted(row);
    const prompts = counts || (options.assumed === true && row.status === "assumed" && row.value !== null);
    const peerMedian = row.value === null ? null : counts ? medianWithout(sorted, row.value) : middle;
    const ratio = row.value === null || peerMedian === null || peerMedian === 0 ? null : row.value / peerMedian;
    const z =
      prompts && row.value !== null && row.value > 0 && logMedian !== null && spread !== null && spread > 0
        ? (0.6745 * (Math.log(row.value) - logMedian)) / spread
        : null;
    const own = counts ? intervalOf(row) : null;
    // Written out: thousands of places made by spreading others take five times as long.
    const place: Placed<Row> = {
      row,
      counted: counts,
      rank_first: own === null ? null : firstRank(own, field),
      rank_last: own === null ? null : lastRank(own, field),
      peer_median: peerMedian,
      ratio,
      difference: row.value === null || peerMedian === null ? null : row.value - peerMedian,
      z,
      prompt: null,
    };
    if (prompts) place.prompt = promptOf(place, tier, cutoff, scale, options.material_from);
    return place;
  });

  return {
    tier,
    n: sorted.length,
    total: rows.length,
    rows: inOrder(placed),
    median: middle,
    range: sorted.length < 2 ? null : { lo: sorted[0] ?? NaN, hi: sorted.at(-1) ?? NaN },
    median_interval: medianInterval(sorted),
    cutoff,
    no_spread: spread === 0,
  };
}

/** Both ends of the counted rows' intervals, each ascending; made once for all ranks. */
interface Field {
  readonly los: Float64Array;
  readonly his: Float64Array;
}

function fieldOf(counted: readonly PositionRow[]): Field {
  const ranges = counted.map(intervalOf).filter((range) => range !== null);
  return { los: ascending(ranges.map(({ lo }) => lo)), his: ascending(ranges.map(({ hi }) => hi)) };
}

/** Whoever begins above a row's end is ahead of it. */
const firstRank = (own: Interval, { los }: Field): number => los.length - firstPast(los, own.hi) + 1;

/** Whoever ends below its beginning is behind it; the rest tie. */
const lastRank = (own: Interval, { his }: Field): number => his.length - firstFrom(his, own.lo);

/** Pairs of a few counted rows whose intervals overlap, so that their order is not known, in the order given. */
export function tiesAmong<Row extends PositionRow>(placed: readonly Placed<Row>[]): (readonly [Row, Row])[] {
  const ranges = placed.flatMap(({ row, counted }) => {
    const range = counted ? intervalOf(row) : null;
    return range === null ? [] : [{ row, range }];
  });
  return ranges.flatMap((one, index) =>
    ranges
      .slice(index + 1)
      .filter((other) => overlaps(one.range, other.range))
      .map((other) => [one.row, other.row] as const),
  );
}

/** Index of the first of ascending values above a border; their number when none is. */
function firstPast(sorted: Float64Array, border: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? Infinity) > border) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The same of one at the border or above it. */
function firstFrom(sorted: Float64Array, border: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? Infinity) >= border) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The median of ascending values without one occurrence of `value`, which is among them; null for no others. */
export function medianWithout(sorted: Float64Array, value: number): number | null {
  const gone = firstPast(sorted, value) - 1;
  const at = (index: number): number | undefined => sorted[index < gone ? index : index + 1];
  const others = sorted.length - 1;
  const upper = at(Math.floor(others / 2));
  if (others <= 0 || upper === undefined) return null;
  const lower = at(Math.ceil(others / 2) - 1) ?? upper;
  return lower === upper ? upper : (lower + upper) / 2;
}

/**
 * value × denominator ÷ numerator, the same for all rows of a metric (1, 100 for a percentage,
 * 10,000 for 元 from 万元): read off the rows, so that no unit needs to be known here.
 */
function scaleOf(rows: readonly PositionRow[]): number {
  for (const { value, numerator, denominator_value: denominator } of rows) {
    if (value && numerator && denominator) return (value * denominator) / numerator;
  }
  return 1;
}

/** How much of the numerator lies between a row and its peers' median; null when it cannot be said. */
function gapAmount(row: PositionRow, peerMedian: number, scale: number): number | null {
  if (row.value === null) return null;
  if (row.denominator_value !== null) return (Math.abs(row.value - peerMedian) * row.denominator_value) / scale;
  if (row.numerator !== null && row.value !== 0) return Math.abs(row.numerator * (1 - peerMedian / row.value));
  return null;
}

/**
 * The three conditions of a prompt: far from the others, material, and so even at the end of the
 * precision interval that lies nearest to them.
 */
function promptOf(
  place: Placed<PositionRow>,
  tier: Tier,
  cutoff: number | null,
  scale: number,
  materialFrom: number,
): ReviewPrompt | null {
  const { row, ratio, z, peer_median: peerMedian } = place;
  const own = intervalOf(row);
  if (tier === "none" || tier === "alone" || tier === "pair") return null;
  // A ratio to a median below zero says nothing about «higher» or «lower».
  if (own === null || ratio === null || peerMedian === null || peerMedian <= 0) return null;
  const direction = ratio > 1 ? "high" : "low";
  const near = direction === "high" ? own.lo : own.hi;
  const amount = gapAmount(row, peerMedian, scale);
  if (amount === null || amount < materialFrom) return null;
  // Without ten positive values there are no logs to measure with, and the ratio has to do.
  if (tier === "many" && cutoff !== null) {
    const outside = direction === "high" ? near > peerMedian : near < peerMedian;
    return outside && z !== null && Math.abs(z) > cutoff ? { direction, amount, by: "robust_z" } : null;
  }
  const far = direction === "high" ? near / peerMedian >= RATIO_HIGH : near / peerMedian <= RATIO_LOW;
  return far ? { direction, amount, by: "ratio" } : null;
}

/** Counted rows from the highest value down, then other values likewise, then rows without one as they were. */
function inOrder<Row extends PositionRow>(placed: readonly Placed<Row>[]): Placed<Row>[] {
  const down = (a: Placed<Row>, b: Placed<Row>): number => (b.row.value ?? 0) - (a.row.value ?? 0);
  return [
    ...placed.filter((place) => place.counted).sort(down),
    ...placed.filter((place) => !place.counted && place.row.value !== null).sort(down),
    ...placed.filter((place) => !place.counted && place.row.value === null),
  ];
}
