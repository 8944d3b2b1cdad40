import type { PositionRow } from "../../src/compare/position.ts";

/** An invented row: per-staff value with numerator and headcount that fit it. */
export function rowOf(id: string, value: number | null, change: Partial<PositionRow> = {}): PositionRow {
  return {
    report_id: `${id}-2020-final`,
    agency_id: id,
    value,
    lo: value,
    hi: value,
    numerator: value === null ? null : value * 100,
    denominator_value: 100,
    status: value === null ? "undisclosed" : "ok",
    ...change,
  };
}

/** Rows named a, b, c … for a list of values. */
export function rowsOf(values: readonly (number | null)[]): PositionRow[] {
  return values.map((value, index) => rowOf(String.fromCharCode(97 + index), value));
}
