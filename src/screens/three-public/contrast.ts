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
