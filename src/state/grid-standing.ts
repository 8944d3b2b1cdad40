import { gridPosition, materialFrom } from "../compare/index.ts";
import type { GridCell, GridRow, Position } from "../compare/index.ts";
import { METRICS } from "../model/metrics/index.ts";
import type { Metric } from "../model/metrics/index.ts";

/** Two amounts of one report that differ by less than the last printed digit are the same figure. */
const SAME_WITHIN = 0.01;
const WHOLE = METRICS.findIndex((metric) => metric.id === "per_staff.operating");

/**
 * Where every agency stands in one metric of a grid over the whole dictionary. What agencies define
 * differently (机关运行经费: by some the same as 公用经费, by others less) is placed only among those
 * that define it alike: as `focus` does, else as most do. The others, and those whose definition cannot be
 * told, have no place.
 *
 * @param metrics number of metrics that are held against each other at once.
 */
export function gridStanding<Row extends GridRow>(
  rows: readonly Row[],
  metric: Metric,
  { metrics, focus = null }: { readonly metrics: number; readonly focus?: string | null },
): Position<GridCell<Row>> {
  const index = METRICS.indexOf(metric);
  return gridPosition(definedAlike(rows, metric, index, focus), index, {
    material_from: materialFrom(metric.group),
    metrics,
  });
}

function definedAlike<Row extends GridRow>(
  rows: readonly Row[],
  metric: Metric,
  index: number,
  focus: string | null,
): readonly Row[] {
  if (metric.adjusts.numerator !== "expenditure.agency_operating") return rows;
  const definition = (row: Row): string | null => {
    const [own, whole] = [row.numerators[index] ?? null, row.numerators[WHOLE] ?? null];
    if (own === null) return null;
    if (whole === null) return "unknown";
    return Math.abs(own - whole) < SAME_WITHIN ? "operating" : "narrower";
  };
  const definitions = rows.map(definition);
  const ofFocus = rows.find((row) => row.agency_id === focus);
  const count = (name: string): number => definitions.filter((each) => each === name).length;
  const wanted =
    (ofFocus === undefined ? null : definition(ofFocus)) ??
    (count("operating") >= count("narrower") ? "operating" : "narrower");
  // A row without a figure stays: its gap is shown, not ranked.
  return rows.filter((row) => {
    const own = definition(row);
    return own === null || row === ofFocus || (own === wanted && own !== "unknown");
  });
}
