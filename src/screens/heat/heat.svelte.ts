import { isCounted, median } from "../../compare/index.ts";
import type { GridCell, Position } from "../../compare/index.ts";
import { METRICS, METRIC_GROUPS } from "../../model/metrics/index.ts";
import type { Metric } from "../../model/metrics/index.ts";
import { ALL_METRICS, metricGrid, metricValues } from "../../model/queries/index.ts";
import type { MetricGridRow, MetricValuesRow } from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { gridStanding } from "../../state/grid-standing.ts";
import { followQuery } from "../../state/query.svelte.ts";
import { agencyLabel } from "../../ui/metric-value.ts";

/** A column: a metric, its place in the lists of a row, and the median of what counts. */
export interface HeatColumn {
  readonly metric: Metric;
  readonly index: number;
  readonly median: number | null;
  /** Values that enter the median. */
  readonly n: number;
}

const isClass = (id: string): boolean => /\.\d{5}$/.test(id);

/** The columns of a choice of group, in the order of the dictionary. */
export function heatMetrics(group: string, classes: "fold" | "show"): readonly Metric[] {
  return METRICS.filter(
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
  if (index === null) return rows.toSorted((a, b) => name(a).localeCompare(name(b), "zh"));
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
  readonly grid;
  readonly detail;
  /** The cell whose details are shown: 0-based row and metric column. */
  chosen: { readonly row: number; readonly column: number } | null = $state.raw(null);

  readonly values = $derived.by(() => this.#app.url.values("heat"));
  readonly metrics: readonly Metric[] = $derived.by(() => heatMetrics(this.values.group, this.values.classes));
  readonly columns: readonly HeatColumn[] = $derived.by(() =>
    this.metrics.map((metric) => {
      const index = METRICS.indexOf(metric);
      const counted = this.grid.rows.flatMap((row) => {
        const value = row.values[index] ?? null;
        return value !== null && isCounted({ value, status: row.statuses[index] ?? "undisclosed" }) ? [value] : [];
      });
      return { metric, index, median: median(counted), n: counted.length };
    }),
  );
  readonly #sortIndex: number | null = $derived.by(() => {
    const found = METRICS.findIndex((metric) => metric.id === this.values.sort);
    return found < 0 ? null : found;
  });
  readonly rows: readonly MetricGridRow[] = $derived.by(() => {
    const wanted = this.values.find.trim().toLocaleLowerCase();
    const found =
      wanted === ""
        ? this.grid.rows
        : this.grid.rows.filter((row) =>
            `${row.short_name} ${row.agency_name} ${row.name_en ?? ""}`.toLocaleLowerCase().includes(wanted),
          );
    return sortedRows(found, this.#sortIndex, this.values.order, (row) => agencyLabel(row, this.#app.locale));
  });

  readonly chosenRow: MetricGridRow | null = $derived.by(() =>
    this.chosen === null ? null : (this.rows[this.chosen.row] ?? null),
  );
  readonly chosenColumn: HeatColumn | null = $derived.by(() =>
    this.chosen === null ? null : (this.columns[this.chosen.column] ?? null),
  );
  /** Where all agencies stand in the metric of the chosen cell. */
  readonly position: Position<GridCell<MetricGridRow>> | null = $derived.by(() => {
    const column = this.chosenColumn;
    return column === null
      ? null
      : gridStanding(this.grid.rows, column.metric, { metrics: 1, focus: this.chosenRow?.agency_id ?? null });
  });
  readonly chosenValue: MetricValuesRow | null = $derived.by(
    () =>
      this.detail.rows.find(
        (row) => row.report_id === this.chosenRow?.report_id && row.metric_id === this.chosenColumn?.metric.id,
      ) ?? null,
  );

  constructor(app: AppState) {
    this.#app = app;
    this.grid = followQuery(app.engine, metricGrid, () => ({
      ...ALL_METRICS,
      basis: this.values.basis,
      denominator: this.values.denominator,
      report_kind: this.values.kind,
      fiscal_year: this.values.year,
    }));
    this.detail = followQuery(app.engine, metricValues, () =>
      this.chosenRow === null || this.chosenColumn === null
        ? null
        : {
            metric_ids: [this.chosenColumn.metric.id],
            basis: this.values.basis,
            denominator: this.values.denominator,
            report_kind: null,
            report_ids: [this.chosenRow.report_id],
          },
    );
  }

  /** value ÷ median of a cell; null where there is none or too few stand beside it. */
  ratio(row: MetricGridRow, { index, median: middle, n }: HeatColumn): number | null {
    const value = row.values[index] ?? null;
    if (value === null || middle === null || middle <= 0 || n < 3) return null;
    return value / middle;
  }

  /** Sorts by a metric, the other way round when it is sorted by it already; null sorts by name. */
  sortBy(metric: string | null): void {
    const { sort, order } = this.values;
    this.#app.url.replace("heat", {
      sort: metric,
      order: metric !== null && sort === metric && order === "falling" ? "rising" : "falling",
    });
  }

  groupName(metric: Metric, locale: "zh" | "en"): string {
    return METRIC_GROUPS.find(({ id }) => id === metric.group)?.[locale] ?? metric.group;
  }
}
