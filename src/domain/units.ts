import { Decimal } from "./decimal.ts";

/** Printed units and what they are normalised to; money becomes 万元 by an exact factor. */
const PRINTED_UNITS = {
  万元: ["万元", "1"],
  元: ["万元", "0.0001"],
  百元: ["万元", "0.01"],
  千元: ["万元", "0.1"],
  百万元: ["万元", "100"],
  亿元: ["万元", "10000"],
  亿: ["万元", "10000"],
  "%": ["%", "1"],
  "％": ["%", "1"],
  分: ["分", "1"],
  人: ["人", "1"],
  名: ["人", "1"],
  辆: ["辆", "1"],
  台: ["台(套)", "1"],
  批次: ["批次", "1"],
  批: ["批次", "1"],
  人次: ["人次", "1"],
  个: ["个", "1"],
  "台(套)": ["台(套)", "1"],
  "台（套）": ["台(套)", "1"],
  "台，套": ["台(套)", "1"],
  "台,套": ["台(套)", "1"],
  "台、套": ["台(套)", "1"],
  "台/套": ["台(套)", "1"],
  "台／套": ["台(套)", "1"],
  套: ["台(套)", "1"],
  "台、辆": ["辆", "1"],
  "辆、台": ["辆", "1"],
  "台/辆": ["辆", "1"],
  "辆/台": ["辆", "1"],
  平方米: ["平方米", "1"],
} as const satisfies Record<string, readonly [unit: string, factor: string]>;

export type PrintedUnit = keyof typeof PRINTED_UNITS;

/**
 * The normalised unit of a printed one and the exact factor to it, or null for a unit that is not
 * money or a count of this field (such units are kept as printed, with factor 1, by the caller).
 */
export function normalisedUnit(printed: string): NormalisedUnit | null {
  return UNITS.get(printed) ?? UNITS.get(printed.replace(/\s+/g, "")) ?? null;
}

export interface NormalisedUnit {
  readonly unit: string;
  readonly factor: Decimal;
}

const UNITS: ReadonlyMap<string, NormalisedUnit> = new Map(
  Object.entries(PRINTED_UNITS).map(([printed, [unit, factor]]) => [
    printed,
    { unit, factor: factor === "1" ? Decimal.one : Decimal.of(factor) },
  ]),
);
