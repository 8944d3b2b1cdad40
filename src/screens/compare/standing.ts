import { describePosition } from "../../compare/index.ts";
import type { Placed, Position } from "../../compare/index.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";

/** Where every agency stands, and which are kept apart because they define the figure otherwise. */
export interface Standing {
  readonly position: Position<MetricValuesRow>;
  /** report_id of the rows with a value that has no rank: their definition is another one. */
  readonly apart: ReadonlySet<string>;
}

/**
 * Ranks what is defined alike. Where definitions differ, that of the focus counts, else the one
 * that most agencies share; the others keep their rows and values, without a rank.
 *
 * @param definitions by report_id; empty where the outline defines the figure.
 */
export function standingOf(
  rows: readonly MetricValuesRow[],
  definitions: ReadonlyMap<string, string>,
  focus: string | null,
  materialFrom: number,
): Standing {
  const wanted = definitionOf(rows, definitions, focus);
  const isApart = (row: MetricValuesRow): boolean =>
    wanted !== null && row.value !== null && (definitions.get(row.report_id) ?? wanted) !== wanted;
  const position = describePosition(
    rows.filter((row) => !isApart(row)),
    { material_from: materialFrom },
  );
  const apart = rows.filter(isApart);
  if (apart.length === 0) return { position, apart: new Set() };
  const ranked = position.rows.filter((placed) => placed.row.value !== null);
  const without = position.rows.filter((placed) => placed.row.value === null);
  return {
    position: { ...position, total: rows.length, rows: [...ranked, ...apart.map(unplaced), ...without] },
    apart: new Set(apart.map((row) => row.report_id)),
  };
}

function definitionOf(
  rows: readonly MetricValuesRow[],
  definitions: ReadonlyMap<string, string>,
  focus: string | null,
): string | null {
  const known = rows.flatMap((row) => {
    const definition = definitions.get(row.report_id);
    return definition === undefined || row.value === null ? [] : [{ agency_id: row.agency_id, definition }];
  });
  const own = known.find((each) => each.agency_id === focus);
  if (own !== undefined) return own.definition;
  const count = (definition: string): number => known.filter((each) => each.definition === definition).length;
  const names = [...new Set(known.map((each) => each.definition))];
  return names.toSorted((a, b) => count(b) - count(a))[0] ?? null;
}

function unplaced(row: MetricValuesRow): Placed<MetricValuesRow> {
  return {
    row,
    counted: false,
    rank_first: null,
    rank_last: null,
    tied_with: [],
    peer_median: null,
    ratio: null,
    difference: null,
    z: null,
    prompt: null,
  };
}
