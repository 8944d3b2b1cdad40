import type { GridCell, Position, VerdictSummary } from "../../compare/index.ts";
import { compareNames } from "../../i18n/name-order.ts";
import { METRIC_GROUPS, USER_GROUP } from "../../model/metrics/index.ts";
import type { Metric } from "../../model/metrics/index.ts";
import { metricValues, reports } from "../../model/queries/index.ts";
import type { MetricGridRow, MetricValuesRow, ReportsRow } from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import type { GridColumnStanding } from "../../state/grid-standing.ts";
import { indexRows } from "../../state/group-rows.ts";
import { MetricGrid } from "../../state/metric-grid.svelte.ts";
import { followOwnValues } from "../../state/own-metric-values.svelte.ts";
import { followQuery } from "../../state/query.svelte.ts";
import { unknownIds } from "../../state/unknown-parts.ts";
import type { UnknownPart } from "../../state/unknown-parts.ts";
import { agencyLabel } from "../../ui/metric-value.ts";
import { soleCell } from "../../ui/virtual-grid.ts";
import type { GridRange } from "../../ui/virtual-grid.ts";

/** Fewer comparable values than this have no colour. */
const LEAST_COLOURED = 3;

/** A column: a metric, and its place in the lists of a row. */
export interface HeatColumn {
  readonly metric: Metric;
  readonly index: number;
}

const isClass = (id: string): boolean => /\.\d{5}$/.test(id);

/** The columns of a choice of group, in the order of the dictionary; the reader's own come first. */
export function heatMetrics(all: readonly Metric[], group: string, classes: "fold" | "show"): readonly Metric[] {
  const isOwn = ({ group: of }: Metric): boolean => of === USER_GROUP.id;
  return [...all.filter(isOwn), ...all.filter((metric) => !isOwn(metric))].filter(
    (metric) => (group === "all" || metric.group === group) && (classes === "show" || !isClass(metric.id)),
  );
}

/**
 * Rows in the order of one metric, or by name; rows without a value keep their row, at the end,
 * whichever way the others are turned.
 */
export function sortedRows(
  rows: readonly MetricGridRow[],
  index: number | null,
  order: "falling" | "rising",
  name: (row: MetricGridRow) => string,
): readonly MetricGridRow[] {
  if (index === null) return rows.toSorted((a, b) => compareNames(name(a), name(b)));
  const turn = order === "falling" ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [one, other] = [a.values[index] ?? null, b.values[index] ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return turn * (one - other);
  });
}

/** Agencies × metrics: what each row, column and cell shows. */
export class HeatState {
  readonly #app: AppState;
  readonly grid: MetricGrid;
  readonly detail;
  readonly #ownDetail;
  /** Asked when the address names a year. */
  readonly #years;
  /** Asked when it names an agency that the table does not have. */
  readonly #everyone;
  /** Many cells selected: a choice of the moment, no part of the address. */
  #range: GridRange | null = $state.raw(null);

  readonly values = $derived.by(() => this.#app.url.values("heat"));
  readonly #group = $derived.by(() => this.values.group);
  readonly #classes = $derived.by(() => this.values.classes);
  readonly #sort = $derived.by(() => this.values.sort);
  readonly #order = $derived.by(() => this.values.order);
  readonly #find = $derived.by(() => this.values.find.trim().toLocaleLowerCase());
  readonly columns: readonly HeatColumn[] = $derived.by(() => {
    const { metrics } = this.grid;
    const index = indexRows([...metrics.entries()], ([at, metric]) => [metric.id, at]);
    return heatMetrics(metrics, this.#group, this.#classes).map((metric) => ({
      metric,
      index: index.get(metric.id) ?? -1,
    }));
  });
  readonly #sortIndex: number | null = $derived.by(() => {
    const found = this.grid.metrics.findIndex((metric) => metric.id === this.#sort);
    return found < 0 ? null : found;
  });
  readonly rows: readonly MetricGridRow[] = $derived.by(() => {
    const found =
      this.#find === ""
        ? this.grid.rows
        : this.grid.rows.filter((row) =>
            `${row.short_name} ${row.agency_name} ${row.name_en ?? ""}`.toLocaleLowerCase().includes(this.#find),
          );
    return sortedRows(found, this.#sortIndex, this.#order, (row) => agencyLabel(row, this.#app.locale));
  });

  /** Cells of these rows and columns that have a value. */
  readonly filled: number = $derived.by(() =>
    this.rows.reduce(
      (sum, row) => sum + this.columns.filter(({ index }) => (row.values[index] ?? null) !== null).length,
      0,
    ),
  );

  /** The year of the address where there is a report of it; undefined as long as that is not known. */
  readonly year: number | null | undefined = $derived.by(() => {
    const { year, kind } = this.values;
    if (year === null) return null;
    if (this.#years.result.status === "failed") return year;
    if (this.#years.result.status !== "ready") return undefined;
    return this.#years.rows.some((row) => row.fiscal_year === year && row.report_kind === kind) ? year : null;
  });
  readonly #isAbsent: boolean = $derived.by(
    () =>
      this.values.agency !== null &&
      this.grid.rows.length > 0 &&
      !this.grid.rows.some((row) => row.agency_id === this.values.agency),
  );
  /** The agency of the address where it has no such report, so that it has no row. */
  readonly absent: ReportsRow | null = $derived.by(() =>
    this.#isAbsent ? (this.#everyone.rows.find((row) => row.agency_id === this.values.agency) ?? null) : null,
  );
  readonly unknown: readonly UnknownPart[] = $derived.by(() => [
    ...(this.year === null && this.values.year !== null
      ? [{ kind: "year" as const, text: String(this.values.year) }]
      : []),
    ...unknownIds(
      "metric",
      [this.#sort, this.values.metric],
      this.grid.metrics.map(({ id }) => id),
    ),
    ...unknownIds(
      "agency",
      [this.#isAbsent ? this.values.agency : null],
      this.#everyone.rows.map((row) => row.agency_id),
    ),
  ]);

  readonly chosenRow: MetricGridRow | null = $derived.by(
    () => this.rows.find((row) => row.agency_id === this.values.agency) ?? null,
  );
  readonly chosenColumn: HeatColumn | null = $derived.by(
    () => this.columns.find(({ metric }) => metric.id === this.values.metric) ?? null,
  );
  /** The cells marked: those just selected, else the one of the address; column 0 holds the names. */
  readonly selection: GridRange | null = $derived.by(() => {
    if (this.#range !== null) return this.#range;
    const row = this.chosenRow === null ? -1 : this.rows.indexOf(this.chosenRow);
    const column = this.chosenColumn === null ? -1 : this.columns.indexOf(this.chosenColumn);
    return row < 0 ? null : { top: row, bottom: row, left: column + 1, right: column + 1 };
  });
  /** Where all agencies stand beside the chosen cell, among those it may be compared with. */
  readonly position: Position<GridCell<MetricGridRow>> | null = $derived.by(() =>
    this.chosenRow === null || this.chosenColumn === null
      ? null
      : this.standingIn(this.chosenColumn).standing(this.chosenRow.agency_id, { metrics: 1 }).position,
  );
  readonly verdicts: VerdictSummary | null = $derived.by(() =>
    this.chosenRow === null || this.chosenColumn === null
      ? null
      : this.standingIn(this.chosenColumn).verdicts(this.chosenRow.agency_id),
  );
  readonly chosenValue: MetricValuesRow | null = $derived.by(
    () =>
      this.#app.assumptions
        .values([...this.detail.rows, ...this.#ownDetail.rows], this.values.basis)
        .find((row) => row.report_id === this.chosenRow?.report_id && row.metric_id === this.chosenColumn?.metric.id) ??
      null,
  );

  constructor(app: AppState) {
    this.#app = app;
    this.#years = followQuery(app.engine, reports, () => (this.values.year === null ? null : {}));
    this.grid = new MetricGrid(app, () =>
      this.year === undefined
        ? null
        : {
            basis: this.values.basis,
            denominator: this.values.denominator,
            report_kind: this.values.kind,
            fiscal_year: this.year,
          },
    );
    this.#everyone = followQuery(app.engine, reports, () => (this.#isAbsent ? {} : null));
    this.detail = followQuery(app.engine, metricValues, () =>
      this.chosenRow === null || this.chosenColumn === null
        ? null
        : {
            metric_ids: [this.chosenColumn.metric.id],
            basis: app.assumptions.asked(this.values.basis),
            denominator: this.values.denominator,
            report_kind: null,
            report_ids: [this.chosenRow.report_id],
          },
    );
    this.#ownDetail = followOwnValues(app, () =>
      this.chosenRow === null || this.chosenColumn === null
        ? null
        : {
            metrics: [this.chosenColumn.metric],
            kinds: [this.values.kind],
            basis: app.assumptions.asked(this.values.basis),
            denominator: this.values.denominator,
            report_ids: [this.chosenRow.report_id],
          },
    );
  }

  standingIn({ metric }: HeatColumn): GridColumnStanding<MetricGridRow> {
    return this.grid.column(metric);
  }

  /** Comparable values of a column. */
  countOf(column: HeatColumn): number {
    return this.standingIn(column).ratios(null).n;
  }

  /** A cell's value ÷ median of those it may be compared with; null where there is none or they are too few. */
  ratio(row: MetricGridRow, column: HeatColumn): number | null {
    const { ratio, n } = this.standingIn(column).ratioOf(row);
    return n < LEAST_COLOURED ? null : ratio;
  }

  /** Keeps the cell that the reader selects in the address; a range is marked only. */
  select(range: GridRange | null): void {
    const cell = soleCell(range);
    this.#range = cell === null ? range : null;
    if (cell === null) return;
    const agency = this.rows[cell.row]?.agency_id ?? null;
    const metric = this.columns[cell.column - 1]?.metric.id ?? null;
    this.#app.url.replace("heat", { agency, metric });
  }

  /** Sorts by a metric, the other way round when it is sorted by it already; null sorts by name. */
  sortBy(metric: string | null): void {
    const { sort, order } = this.values;
    this.#app.url.replace("heat", {
      sort: metric,
      order: metric !== null && sort === metric && order === "falling" ? "rising" : "falling",
    });
  }

  /** Whether a value shown holds pass-through money that the reader leaves in. */
  readonly holdsLeftIn: boolean = $derived.by(() =>
    this.rows.some((row) => this.columns.some(({ metric }) => this.grid.leftIn(row, metric).length > 0)),
  );

  groupName(metric: Metric, locale: "zh" | "en"): string {
    return [USER_GROUP, ...METRIC_GROUPS].find(({ id }) => id === metric.group)?.[locale] ?? metric.group;
  }
}
