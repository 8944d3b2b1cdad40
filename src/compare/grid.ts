import type { ReportKind } from "../domain/statements.ts";
import type { StatusId } from "../domain/status.ts";
import type { Placed, Position, PositionRow } from "./position.ts";

/** One agency's values of many metrics, lists in one order of metrics. */
export interface GridRow {
  readonly report_id: string;
  readonly agency_id: string;
  readonly fiscal_year: number;
  readonly report_kind: ReportKind;
  readonly level: string | null;
  readonly disclosure: "tables" | "narrative";
  /** The report tells of a merger of the agency in or just before its year. */
  readonly merged: boolean;
  readonly values: readonly (number | null)[];
  readonly los: readonly (number | null)[];
  readonly his: readonly (number | null)[];
  readonly numerators: readonly (number | null)[];
  readonly denominators: readonly (number | null)[];
  readonly statuses: readonly StatusId[];
}

/** A value of the grid, with the row it stands in. */
export interface GridCell<Row extends GridRow> extends PositionRow {
  readonly of: Row;
}

/** The values of one metric, a cell per agency. */
export function gridColumn<Row extends GridRow>(rows: readonly Row[], index: number): GridCell<Row>[] {
  return rows.map((row) => gridCell(row, index));
}

export function gridCell<Row extends GridRow>(row: Row, index: number): GridCell<Row> {
  return {
    report_id: row.report_id,
    agency_id: row.agency_id,
    value: row.values[index] ?? null,
    lo: row.los[index] ?? null,
    hi: row.his[index] ?? null,
    numerator: row.numerators[index] ?? null,
    denominator_value: row.denominators[index] ?? null,
    status: row.statuses[index] ?? "undisclosed",
    of: row,
  };
}

/** The place of one agency; null when it is not among the rows. */
export function placeOfAgency<Row extends GridRow>(
  position: Position<GridCell<Row>>,
  agency_id: string,
): Placed<GridCell<Row>> | null {
  return position.rows.find((placed) => placed.row.agency_id === agency_id) ?? null;
}
