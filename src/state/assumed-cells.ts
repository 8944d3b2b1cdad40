import { NOT_BORROWED } from "../model/assumption.ts";
import type { MetricGridRow, MetricValuesRow } from "../model/queries/index.ts";
import { ownRow } from "./grid-row.ts";

/** What a row of a grid keeps of one value. */
export type Cell = Pick<MetricValuesRow, "value" | "lo" | "hi" | "numerator" | "denominator_value" | "status">;

const EMPTY = { value: null, lo: null, hi: null, denominator_value: null, status: NOT_BORROWED.status } as const;

/** A row in which some values are others; `changed` gives null where a value stays. */
export function withCells(row: MetricGridRow, changed: (index: number) => Cell | null): MetricGridRow {
  const next = ownRow(row);
  for (const index of row.values.keys()) {
    const cell = changed(index);
    if (cell === null) continue;
    next.values[index] = cell.value;
    next.los[index] = cell.lo;
    next.his[index] = cell.hi;
    next.numerators[index] = cell.numerator;
    next.denominators[index] = cell.denominator_value;
    next.statuses[index] = cell.status;
  }
  return next;
}

/** A row without the values that rest on a headcount of another report. */
export function withoutBorrowedCells(row: MetricGridRow): MetricGridRow {
  if (!row.statuses.includes("borrowed")) return row;
  return withCells(row, (index) =>
    row.statuses[index] === "borrowed" ? { ...EMPTY, numerator: row.numerators[index] ?? null } : null,
  );
}
