import { explainProduct, receptionFactors, vehicleFactors } from "../../compare/index.ts";
import type { Explanation, Factor } from "../../compare/index.ts";
import type { MetricValuesRow, ThreePublicDetailRow } from "../../model/queries/index.ts";

/** How far the highest lies above the lowest value of a metric. */
export interface Spread {
  readonly highest: MetricValuesRow;
  readonly lowest: MetricValuesRow;
  readonly ratio: number;
}

/** null below two positive values: a zero has no price, and one value no spread. */
export function spreadOf(rows: readonly MetricValuesRow[]): Spread | null {
  const positive = rows
    .filter((row) => row.value !== null && row.value > 0)
    .toSorted((left, right) => (right.value ?? 0) - (left.value ?? 0));
  const highest = positive[0];
  const lowest = positive.at(-1);
  if (highest === undefined || lowest === undefined || highest === lowest) return null;
  return { highest, lowest, ratio: (highest.value ?? 0) / (lowest.value ?? 1) };
}

/** Why one agency pays so many times more per head than another for the same thing. */
export interface Contrast {
  readonly kind: "reception" | "vehicles";
  readonly focus: ThreePublicDetailRow;
  readonly other: ThreePublicDetailRow;
  readonly explanation: Extract<Explanation, { kind: "explained" }>;
}

const COMPONENTS = {
  reception: { component: "three_public.reception", factors: receptionFactors },
  vehicles: { component: "three_public.vehicle_operation", factors: vehicleFactors },
} as const;

/**
 * The agency that pays most per head against the one that pays least, split into quantity and price.
 *
 * @param staff headcount by report_id; agencies without one are left out.
 * @returns null where fewer than two agencies disclose every factor above zero.
 */
export function contrastOf(
  kind: Contrast["kind"],
  rows: readonly ThreePublicDetailRow[],
  staff: ReadonlyMap<string, number>,
): Contrast | null {
  const { component } = COMPONENTS[kind];
  const placed = rows
    .filter((row) => row.component === component)
    .flatMap((row) => {
      const headcount = staff.get(row.report_id);
      const counted = kind === "reception" ? (row.visits ?? 0) > 0 && (row.visitors ?? 0) > 0 : (row.vehicles ?? 0) > 0;
      return headcount === undefined || headcount <= 0 || row.final === null || row.final <= 0 || !counted
        ? []
        : [{ row, perHead: row.final / headcount }];
    })
    .toSorted((left, right) => right.perHead - left.perHead);
  const focus = placed[0]?.row;
  const other = placed.at(-1)?.row;
  if (focus === undefined || other === undefined || focus === other) return null;
  const explanation = explainProduct(factorsOf(kind, focus, other, staff));
  return explanation.kind === "explained" ? { kind, focus, other, explanation } : null;
}

function factorsOf(
  kind: Contrast["kind"],
  focus: ThreePublicDetailRow,
  other: ThreePublicDetailRow,
  staff: ReadonlyMap<string, number>,
): Factor[] {
  const read = (row: ThreePublicDetailRow) => ({
    cost: row.final,
    visits: row.visits,
    visitors: row.visitors,
    vehicles: row.vehicles,
    staff: staff.get(row.report_id) ?? null,
  });
  return COMPONENTS[kind].factors(read(focus), read(other));
}

/** Why one agency's 三公 per head are so many times another's: shares of the gap, 1 in all with `rest`. */
export interface Reason {
  readonly focus: MetricValuesRow;
  readonly other: MetricValuesRow;
  /** 万元 per head. */
  readonly gap: number;
  /** What reception and what vehicles carry. */
  readonly reception: number;
  readonly vehicles: number;
  /** How many visits, visitors and cars: of the two together. */
  readonly quantity: number;
  /** What one visitor and one car cost. */
  readonly price: number;
  /** Overseas travel, purchases, and whatever the two do not explain. */
  readonly rest: number;
}

const PRICES = ["cost_per_visitor", "cost_per_vehicle"];

/**
 * Takes the gap per head between the highest and the lowest apart: by component, and each of these
 * into quantity and price. The two ways add up to the same, by the logarithmic mean without remainder.
 *
 * @param staff headcount by report_id.
 * @returns null where one of the two does not disclose cost, count and headcount of both, above zero.
 */
export function reasonOf(
  spread: Pick<Spread, "highest" | "lowest">,
  rows: readonly ThreePublicDetailRow[],
  staff: ReadonlyMap<string, number>,
): Reason | null {
  const { highest, lowest } = spread;
  const gap = (highest.value ?? 0) - (lowest.value ?? 0);
  if (!(gap > 0)) return null;
  const parts = (["reception", "vehicles"] as const).flatMap((kind) => {
    const of = (report: string): ThreePublicDetailRow | undefined =>
      rows.find((row) => row.component === COMPONENTS[kind].component && row.report_id === report);
    const [focus, other] = [of(highest.report_id), of(lowest.report_id)];
    if (focus === undefined || other === undefined) return [];
    const explanation = explainProduct(factorsOf(kind, focus, other, staff));
    return explanation.kind === "explained" ? [{ kind, explanation }] : [];
  });
  const [reception, vehicles] = parts;
  if (reception === undefined || vehicles === undefined) return null;
  const share = (ids: (id: string) => boolean): number =>
    parts
      .flatMap(({ explanation }) => explanation.factors)
      .filter(({ id }) => ids(id))
      .reduce((sum, factor) => sum + factor.contribution, 0) / gap;
  const of = ({ explanation }: (typeof parts)[number]): number => explanation.gap / gap;
  return {
    focus: highest,
    other: lowest,
    gap,
    reception: of(reception),
    vehicles: of(vehicles),
    quantity: share((id) => !PRICES.includes(id)),
    price: share((id) => PRICES.includes(id)),
    rest: 1 - of(reception) - of(vehicles),
  };
}
