import type { MetricGridRow } from "../model/queries/index.ts";

/** A row of a grid with lists of its own, which its maker may change. */
export function ownRow(row: MetricGridRow) {
  return {
    ...row,
    values: [...row.values],
    los: [...row.los],
    his: [...row.his],
    numerators: [...row.numerators],
    denominators: [...row.denominators],
    statuses: [...row.statuses],
  };
}
