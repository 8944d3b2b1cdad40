import Big from "big.js";
import { containing, ITEMS } from "../domain/items.ts";
import type { ItemId } from "../domain/items.ts";
import type { MetricValueRow } from "../domain/records.ts";
import { isUserMetric } from "./formula/user-metric.ts";
import type { FormulaTerm } from "./formula/formula.ts";
import type { Metric, MetricGroupId } from "./metrics/index.ts";
import type { InputSides } from "./views/metric-value-source.sql.ts";

export type AdjustmentSide = "numerator" | "denominator" | "both";

/** Money that may be taken out of a value: a pass-through item of the data, or one that a reader adds. */
export interface Removal {
  readonly side: AdjustmentSide;
  /** Item id, or code of an economic class, that the money is part of. */
  readonly concept: string;
  /** 万元. */
  readonly amount: string | number;
  /** Half a unit of its last printed digit, 万元. */
  readonly half_unit: number;
  /** Column it stands in; null: whichever the metric reads. */
  readonly measure: string | null;
  /** Groups of the dictionary it concerns, separated by commas; null: all. */
  readonly groups: string | null;
}

/** What is taken out of the two sides of a value, in 万元, with the half units that widen its interval. */
export interface Taken {
  readonly upper: Big;
  readonly upperHalf: Big;
  readonly lower: Big;
  readonly lowerHalf: Big;
}

export type ValueRow = MetricValueRow & InputSides;
/** Which columns the two sides of a value were read from. */
type Measures = Pick<ValueRow, "numerator_measure" | "denominator_measure">;

const NOTHING: Taken = { upper: new Big(0), upperHalf: new Big(0), lower: new Big(0), lowerHalf: new Big(0) };

const isItem = (id: string): id is ItemId => ITEMS.some((item) => item.id === id);

/** A concept and everything that contains it: a 款 lies in its 类, that in 人员 or 公用经费, and so on. */
export function reachOf(concept: string): readonly string[] {
  if (isItem(concept)) return [concept, ...containing(concept)];
  const group = concept.slice(0, 3);
  const half = group === "301" || group === "303" ? "expenditure.personnel" : "expenditure.operating";
  return [...new Set([concept, group, half, ...containing(half)])];
}

/** The concepts of a metric's two sides: what may be taken out of them. */
export function conceptsOf(metric: Metric): { readonly numerator: string | null; readonly denominator: string | null } {
  if (isUserMetric(metric)) {
    const { numerator, denominator } = metric.terms;
    const first = (terms: readonly FormulaTerm[]): string | null => terms[0]?.code ?? terms[0]?.item ?? null;
    return { numerator: first(numerator), denominator: Array.isArray(denominator) ? first(denominator) : null };
  }
  const [way] = metric.ways;
  return {
    numerator: metric.adjusts.numerator ?? way?.numerator.code ?? way?.numerator.item ?? null,
    denominator: metric.adjusts.denominator ?? way?.denominator?.code ?? way?.denominator?.item ?? null,
  };
}

/** Whether an item concerns a group of the dictionary; `groups` as in `Removal`. */
export function concernsGroup(groups: string | null, group: MetricGroupId): boolean {
  return groups === null || groups.split(",").some((each) => each.trim() === group);
}

/** What one item takes out of a value; null where it does not lie within what the metric counts. */
export function takenBy(row: Measures, metric: Metric, removal: Removal): Taken | null {
  if (!isUserMetric(metric) && !concernsGroup(removal.groups, metric.group)) return null;
  const reach = reachOf(removal.concept);
  const amount = new Big(removal.amount);
  const half = new Big(removal.half_unit);
  const signs = isUserMetric(metric)
    ? signsOfTerms(row, metric, removal, reach)
    : signsOfSides(row, metric, removal, reach);
  if (signs.upper === 0 && signs.lower === 0) return null;
  return {
    upper: amount.times(signs.upper),
    upperHalf: half.times(Math.abs(signs.upper)),
    lower: amount.times(signs.lower),
    lowerHalf: half.times(Math.abs(signs.lower)),
  };
}

interface Signs {
  readonly upper: number;
  readonly lower: number;
}

function signsOfSides(row: Measures, metric: Metric, removal: Removal, reach: readonly string[]): Signs {
  // A reader's own item is held against what the metric counts; one of the data against what the dictionary adjusts.
  const concepts = removal.groups === null ? conceptsOf(metric) : metric.adjusts;
  const within = (side: "numerator" | "denominator"): boolean => {
    const concept = concepts[side];
    if (removal.side !== "both" && removal.side !== side) return false;
    if (side === "denominator" && metric.perStaff) return false;
    const measure = side === "numerator" ? row.numerator_measure : row.denominator_measure;
    return concept !== null && reach.includes(concept) && (removal.measure === null || removal.measure === measure);
  };
  return { upper: within("numerator") ? 1 : 0, lower: within("denominator") ? 1 : 0 };
}

function signsOfTerms(
  row: Measures,
  { terms }: { readonly terms: { readonly numerator: readonly FormulaTerm[]; readonly denominator: unknown } },
  removal: Removal,
  reach: readonly string[],
): Signs {
  const sum = (list: readonly FormulaTerm[], measures: string | null): number => {
    const columns = measures?.split(",") ?? [];
    return list.reduce((total, term, at) => {
      const isWithin = reach.includes(term.code ?? term.item) && (removal.groups === null || term.code === null);
      const isColumn = removal.measure === null || removal.measure === columns[at];
      return isWithin && isColumn ? total + term.sign : total;
    }, 0);
  };
  const lower = Array.isArray(terms.denominator) ? (terms.denominator as readonly FormulaTerm[]) : [];
  // Of the data's items the formula itself says on which side they stand; a reader names the side.
  const asked = (side: AdjustmentSide): boolean =>
    removal.groups !== null || removal.side === "both" || removal.side === side;
  return {
    upper: asked("numerator") ? sum(terms.numerator, row.numerator_measure) : 0,
    lower: asked("denominator") ? sum(lower, row.denominator_measure) : 0,
  };
}

export function sumTaken(all: readonly Taken[]): Taken {
  return all.reduce(
    (sum, each) => ({
      upper: sum.upper.plus(each.upper),
      upperHalf: sum.upperHalf.plus(each.upperHalf),
      lower: sum.lower.plus(each.lower),
      lowerHalf: sum.lowerHalf.plus(each.lowerHalf),
    }),
    NOTHING,
  );
}

const COMPUTABLE = new Set(["ok", "stated_zero", "borrowed", "contradicted", "unclear_basis", "assumed", "undefined"]);

/**
 * A value as reported with money taken out of its sides: value, interval and status anew. A base
 * that nothing is left of makes it `undefined`, never a number.
 */
export function withTaken<Row extends ValueRow>(row: Row, metric: Metric, taken: Taken): Row {
  const minus = (value: number | null, by: Big): number | null =>
    value === null ? null : new Big(value).minus(by).toNumber();
  const numerator = minus(row.numerator, taken.upper);
  const denominator_value = minus(row.denominator_value, taken.lower);
  const sides = {
    numerator,
    denominator_value,
    numerator_lo: minus(row.numerator_lo, taken.upper.plus(taken.upperHalf)),
    numerator_hi: minus(row.numerator_hi, taken.upper.minus(taken.upperHalf)),
    denominator_lo: minus(row.denominator_lo, taken.lower.plus(taken.lowerHalf)),
    denominator_hi: minus(row.denominator_hi, taken.lower.minus(taken.lowerHalf)),
  };
  const divides = metric.shape === "ratio" || metric.shape === "change";
  const isMissing = numerator === null || (divides && denominator_value === null);
  // A change across a merger stays undefined, whatever is taken out.
  const isUndefined = row.status === "undefined" && metric.shape === "change";
  if (isMissing || isUndefined || !COMPUTABLE.has(row.status)) return { ...row, ...sides };
  if (divides && denominator_value === 0)
    return { ...row, ...sides, value: null, lo: null, hi: null, status: "undefined" };
  const status = row.status === "undefined" ? "ok" : row.status;
  return { ...row, ...sides, status, ...valueOf(metric, sides) };
}

/** Value and interval from the two sides, as the model computes them. */
export function valueOf(
  metric: Metric,
  sides: Pick<
    ValueRow,
    "numerator" | "denominator_value" | "numerator_lo" | "numerator_hi" | "denominator_lo" | "denominator_hi"
  >,
): { value: number | null; lo: number | null; hi: number | null } {
  const { numerator, denominator_value: divisor } = sides;
  const { numerator_lo: nLo, numerator_hi: nHi, denominator_lo: dLo, denominator_hi: dHi } = sides;
  if (metric.shape === "amount" || metric.shape === "stated") return { value: numerator, lo: nLo, hi: nHi };
  if (numerator === null || divisor === null || divisor === 0) return { value: null, lo: null, hi: null };
  const less = metric.shape === "change" ? 1 : 0;
  const through = (upper: number | null, lower: number | null): number | null =>
    upper === null || lower === null || lower === 0 ? null : metric.factor * (upper / lower - less);
  return {
    value: through(numerator, divisor),
    lo: through(nLo, (nLo ?? 0) < 0 ? dLo : dHi),
    hi: (dLo ?? 0) <= 0 ? null : through(nHi, (nHi ?? 0) < 0 ? dHi : dLo),
  };
}
