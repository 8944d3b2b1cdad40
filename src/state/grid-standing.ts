import {
  blockingKey,
  comparePair,
  gridCell,
  gridColumn,
  isCounted,
  materialFrom,
  operatingCostDefinition,
  peerRatios,
  placeOfAgency,
  standingAmong,
  summaryOf,
} from "../compare/index.ts";
import type {
  Comparand,
  GridCell,
  GridRow,
  PassThroughMoney,
  PeerRatios,
  Placed,
  PositionOptions,
  Standing,
  VerdictSummary,
} from "../compare/index.ts";
import { agencyLevel } from "../domain/statements.ts";
import type { Basis, Denominator } from "../domain/status.ts";
import type { Metric } from "../model/metrics/index.ts";

/** A grid of agencies × metrics with what is needed to tell which of its values may be compared. */
export interface ComparableGrid<Row extends GridRow> {
  readonly rows: readonly Row[];
  /** The metrics of the lists of a row, in their order. */
  readonly metrics: readonly Metric[];
  readonly basis: Basis;
  readonly denominator: Denominator;
  /** Pass-through money inside a value on this basis; null for none. */
  readonly passThrough: (row: Row, index: number) => PassThroughMoney | null;
}

/** One metric of a grid: where every agency stands, and what may be said of two of them. */
export class GridColumnStanding<Row extends GridRow> {
  readonly #grid: ComparableGrid<Row>;
  readonly #metric: Metric;
  readonly index: number;
  readonly #whole: number;
  readonly #cells: readonly GridCell<Row>[];
  readonly #ratios = new Map<string | null, PeerRatios>();

  constructor(grid: ComparableGrid<Row>, metric: Metric) {
    this.#grid = grid;
    this.#metric = metric;
    this.index = grid.metrics.indexOf(metric);
    this.#whole = grid.metrics.findIndex(({ id }) => id === DEFINING_METRIC);
    this.#cells = gridColumn(grid.rows, this.index);
  }

  /**
   * Where every agency stands among those that `focus` (agency_id) may be compared with; without one,
   * among those that most may be compared with.
   */
  standing(focus: string | null, options: Omit<PositionOptions, "material_from">): Standing<GridCell<Row>> {
    return standingAmong(this.#cells, this.comparand, focus, {
      ...options,
      material_from: materialFrom(this.#metric),
    });
  }

  /** The same without ranks, kept: thousands of cells ask for it while a table scrolls. */
  ratios(focus: string | null): PeerRatios {
    const known = this.#ratios.get(focus);
    if (known !== undefined) return known;
    const made = peerRatios(this.#cells, this.comparand, focus);
    this.#ratios.set(focus, made);
    return made;
  }

  /** Whether the values are not all of one kind, so that some may be forbidden a comparison that others are not. */
  get hasKinds(): boolean {
    const [first, ...others] = this.#cells.filter((cell) => cell.value !== null);
    if (first === undefined) return false;
    const key = blockingKey(this.comparand(first));
    return others.some((cell) => blockingKey(this.comparand(cell)) !== key);
  }

  /** What may be said of one agency's value beside those of all others that have one. */
  verdicts(agency_id: string): VerdictSummary | null {
    const cell = this.#cells.find((each) => each.agency_id === agency_id);
    if (cell === undefined || cell.value === null) return null;
    const own = this.comparand(cell);
    const others = this.#cells.filter((each) => each !== cell && isCounted(each));
    return summaryOf(others.map((other) => comparePair(own, this.comparand(other))));
  }

  /** value ÷ median of those it may be compared with, and their number, itself included. */
  ratioOf(row: Row): { readonly ratio: number | null; readonly n: number } {
    const cell = gridCell(row, this.index);
    const most = this.ratios(null);
    const among = most.isApart(cell) ? this.ratios(row.agency_id) : most;
    return { ratio: among.ratioOf(cell), n: among.n };
  }

  /** What of a value decides whether it may be compared with another of the column. */
  readonly comparand = (cell: GridCell<Row>): Comparand => {
    const { of } = cell;
    const { basis, denominator, passThrough } = this.#grid;
    const metric = this.#metric;
    return {
      agency: { agency_id: of.agency_id, level: agencyLevel(of.level) },
      report: of,
      row: { ...cell, basis, denominator: metric.perStaff ? denominator : null },
      merged_in: of.merged ? of.fiscal_year : null,
      definition: definesOtherwise(metric)
        ? operatingCostDefinition(cell.numerator, of.numerators[this.#whole] ?? null)
        : null,
      pass_through: passThrough(of, this.index),
    };
  };
}

/** Gives the column of a metric of the grid, each made once. */
export function columnsOf<Row extends GridRow>(grid: ComparableGrid<Row>): (metric: Metric) => GridColumnStanding<Row> {
  const known = new Map<string, GridColumnStanding<Row>>();
  return (metric) => {
    const column = known.get(metric.id) ?? new GridColumnStanding(grid, metric);
    known.set(metric.id, column);
    return column;
  };
}

/** 公用经费: what it amounts to beside 机关运行经费 tells how an agency defines the latter. */
export const DEFINING_METRIC = "per_staff.operating";

/** Whether agencies mean different things by the figure that the metric counts: 机关运行经费. */
export function definesOtherwise(metric: Metric): boolean {
  return metric.adjusts.numerator === "expenditure.agency_operating";
}

/** The place of one agency among those it may be compared with, and their number; null without a row. */
export function placeAmong<Row extends GridRow>(
  column: GridColumnStanding<Row>,
  agency_id: string,
  metrics: number,
): { readonly placed: Placed<GridCell<Row>> | null; readonly n: number } {
  const { position } = column.standing(agency_id, { metrics });
  return { placed: placeOfAgency(position, agency_id), n: position.n };
}
