/** One factor of a product: how much of something, or what one of it costs. */
export interface Factor {
  id: string;
  focus: number | null;
  other: number | null;
}

export interface ExplainedFactor {
  id: string;
  focus: number;
  other: number;
  /** focus ÷ other. */
  ratio: number;
  /** Part of the gap that this factor carries, in the unit of the product. */
  contribution: number;
  /** contribution ÷ gap; null without a gap. */
  share: number | null;
}

/** Why a product is explained by its factors, or why that cannot be done. */
export type Explanation =
  | {
      kind: "explained";
      focus: number;
      other: number;
      gap: number;
      ratio: number;
      /** In the given order; contributions add up to `gap`. */
      factors: ExplainedFactor[];
      /** The factor that carries most, whichever way; null when nothing differs. */
      driver: string | null;
      /** Whether the driver pushes with the gap or is outweighed by the others. */
      driver_with_gap: boolean;
    }
  | { kind: "not_computable"; reason: "undisclosed" | "zero_or_negative"; factors: string[] };

/**
 * Splits the gap between two products into what each factor carries, by the logarithmic mean
 * (additive LMDI-I): contribution = L(a, b) · ln(x_a ÷ x_b) with L(a, b) = (a − b) ÷ ln(a ÷ b). It
 * adds up without remainder and does not depend on the order of the factors. Logarithms need
 * positive factors: with a zero or an undisclosed one the answer is «not computable», not 0.
 */
export function explainProduct(factors: readonly Factor[]): Explanation {
  const known: { id: string; focus: number; other: number }[] = [];
  for (const { id, focus, other } of factors) if (focus !== null && other !== null) known.push({ id, focus, other });
  if (known.length < factors.length || factors.length === 0) {
    const missing = factors.filter((factor) => factor.focus === null || factor.other === null);
    return { kind: "not_computable", reason: "undisclosed", factors: missing.map((factor) => factor.id) };
  }
  const unfit = known.filter((factor) => factor.focus <= 0 || factor.other <= 0);
  if (unfit.length > 0) {
    return { kind: "not_computable", reason: "zero_or_negative", factors: unfit.map((factor) => factor.id) };
  }
  const focus = known.reduce((product, factor) => product * factor.focus, 1);
  const other = known.reduce((product, factor) => product * factor.other, 1);
  const gap = focus - other;
  const weight = logarithmicMean(focus, other);
  const explained = known.map((factor): ExplainedFactor => {
    const contribution = weight * Math.log(factor.focus / factor.other);
    return {
      ...factor,
      ratio: factor.focus / factor.other,
      contribution,
      share: gap === 0 ? null : contribution / gap,
    };
  });
  const driver = explained.reduce<ExplainedFactor | null>(
    (best, factor) => (Math.abs(factor.contribution) > Math.abs(best?.contribution ?? 0) ? factor : best),
    null,
  );
  return {
    kind: "explained",
    focus,
    other,
    gap,
    ratio: focus / other,
    factors: explained,
    driver: driver?.id ?? null,
    driver_with_gap: driver !== null && driver.contribution * gap > 0,
  };
}

/** Between geometric and arithmetic mean; of two equal numbers the number itself. */
export function logarithmicMean(a: number, b: number): number {
  const quotient = Math.log(a / b);
  // Near equality the quotient of two tiny numbers loses its digits; the mean is the limit.
  return Math.abs(quotient) < 1e-9 ? (a + b) / 2 : (a - b) / quotient;
}

/** Amounts in 万元, counts as such; null where not disclosed. */
export interface ReceptionQuantities {
  cost: number | null;
  visits: number | null;
  visitors: number | null;
  /** Give it to explain reception per staff, leave it out to explain the amount. */
  staff?: number | null;
}

export interface VehicleQuantities {
  cost: number | null;
  vehicles: number | null;
  staff?: number | null;
}

/**
 * 公务接待 = 批次 × 人次/批次 × 万元/人次, or per staff with 批次/人 first. Ids:
 * `visits` (or `visits_per_staff`), `visitors_per_visit`, `cost_per_visitor`.
 */
export function receptionFactors(focus: ReceptionQuantities, other: ReceptionQuantities): Factor[] {
  const perStaff = focus.staff !== undefined && other.staff !== undefined;
  return [
    perStaff
      ? factor("visits_per_staff", focus, other, (q) => quotient(q.visits, q.staff))
      : factor("visits", focus, other, (q) => q.visits),
    factor("visitors_per_visit", focus, other, (q) => quotient(q.visitors, q.visits)),
    factor("cost_per_visitor", focus, other, (q) => quotient(q.cost, q.visitors)),
  ];
}

/** 公务用车运行维护 = 保有量 × 万元/辆, or per staff with 辆/人 first. Ids: `vehicles` (or `vehicles_per_staff`), `cost_per_vehicle`. */
export function vehicleFactors(focus: VehicleQuantities, other: VehicleQuantities): Factor[] {
  const perStaff = focus.staff !== undefined && other.staff !== undefined;
  return [
    perStaff
      ? factor("vehicles_per_staff", focus, other, (q) => quotient(q.vehicles, q.staff))
      : factor("vehicles", focus, other, (q) => q.vehicles),
    factor("cost_per_vehicle", focus, other, (q) => quotient(q.cost, q.vehicles)),
  ];
}

function factor<Q>(id: string, focus: Q, other: Q, read: (quantities: Q) => number | null): Factor {
  return { id, focus: read(focus), other: read(other) };
}

/** null where either is undisclosed or the divisor is 0: 0 ÷ 0 is no price. */
function quotient(a: number | null, b: number | null | undefined): number | null {
  return a === null || b === null || b === undefined || b === 0 ? null : a / b;
}
