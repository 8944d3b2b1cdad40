import { moneyBetween } from "../compare/index.ts";
import type { Basis, Denominator } from "../domain/status.ts";
import type { ReportKind } from "../domain/statements.ts";
import { METRICS } from "../model/metrics/index.ts";
import type { Metric } from "../model/metrics/index.ts";
import { ALL_METRICS, metricGrid, metricValues, valuesOfReports } from "../model/queries/index.ts";
import type {
  AdjustmentsRow,
  MetricGridParams,
  MetricGridRow,
  MetricValuesParams,
  MetricValuesRow,
} from "../model/queries/index.ts";
import { leftIn } from "../model/reader-rules.ts";
import type { ReaderRules } from "../model/reader-rules.ts";
import type { AppState } from "./app.svelte.ts";
import { withCells, withoutBorrowedCells } from "./assumed-cells.ts";
import { gridSlices } from "./grid-slices.ts";
import { columnsOf } from "./grid-standing.ts";
import type { ComparableGrid, GridColumnStanding } from "./grid-standing.ts";
import { indexRows } from "./group-rows.ts";
import { followOwnValues } from "./own-metric-values.svelte.ts";
import { followQuery } from "./query.svelte.ts";
import type { QueryState } from "./query.svelte.ts";

/** Which reports, read how. */
export interface MetricGridChoice {
  readonly basis: Basis;
  readonly denominator: Denominator;
  readonly report_kind: ReportKind;
  /** null: the latest report of that kind of each agency. */
  readonly fiscal_year: number | null;
}

/** Agencies × all metrics, the reader's own included, and where each agency stands in each of them. */
export class MetricGrid {
  readonly #app: AppState;
  readonly #choice: () => MetricGridChoice | null;
  readonly #dictionary: QueryState<MetricGridParams, MetricGridRow>;
  /** The same without pass-through money, where the choice has it in. */
  readonly #without: QueryState<MetricGridParams, MetricGridRow>;
  readonly #own: { readonly rows: readonly MetricValuesRow[] };
  /** Every metric of the reports that the reader assumes something of, and of what she leaves in as reported. */
  readonly #named: QueryState<MetricValuesParams, MetricValuesRow>;

  readonly basis: Basis = $derived.by(() => this.#choice()?.basis ?? ALL_METRICS.basis);
  readonly denominator: Denominator = $derived.by(() => this.#choice()?.denominator ?? ALL_METRICS.denominator);
  readonly metrics: readonly Metric[] = $derived.by(() => [...METRICS, ...this.#app.metrics.own]);
  readonly #ownValues: ReadonlyMap<string, MetricValuesRow> = $derived.by(() =>
    indexRows(
      this.#app.assumptions.wanted(this.#own.rows),
      (row) => [valueKey(row.metric_id, row.report_id, row.basis), row] as const,
    ),
  );
  /** Values that the reader's assumptions may have made others, on the basis chosen. */
  readonly #assumed: ReadonlyMap<string, MetricValuesRow> = $derived.by(() =>
    indexRows(
      this.#app.assumptions.wanted(this.#named.rows).filter((row) => row.basis === this.basis),
      (row) => [valueKey(row.metric_id, row.report_id, row.basis), row] as const,
    ),
  );
  readonly #comparable: ReadonlyMap<string, MetricGridRow> = $derived.by(() =>
    indexRows(this.#without.rows, (row) => [row.report_id, row] as const),
  );
  /** The dictionary's values as the reader wants them. */
  readonly #wanted: readonly MetricGridRow[] = $derived.by(() => {
    const { rules } = this.#app.assumptions;
    return rules === null ? this.#dictionary.rows : this.#dictionary.rows.map((row) => this.#withAssumed(row, rules));
  });
  /** Rows whose lists follow `metrics`. */
  readonly rows: readonly MetricGridRow[] = $derived.by(() => {
    const { own } = this.#app.metrics;
    return own.length === 0 ? this.#wanted : this.#wanted.map((row) => this.#withOwn(row, own));
  });
  /** Gives the column of a metric. Made anew with the values: what a column has worked out is kept until then. */
  readonly columnOf: (metric: Metric) => GridColumnStanding<MetricGridRow> = $derived.by(() => {
    const { rows, metrics, basis, denominator } = this;
    return columnsOf({ rows, metrics, basis, denominator, passThrough: this.#passThroughIn(basis, metrics) });
  });

  constructor(app: AppState, choice: () => MetricGridChoice | null) {
    this.#app = app;
    this.#choice = choice;
    const options = { slices: gridSlices(app.data?.reports ?? 0) };
    const asked = (): MetricGridParams | null => {
      const chosen = choice();
      return chosen === null ? null : { ...ALL_METRICS, ...chosen };
    };
    const without = (): MetricGridParams | null => {
      const chosen = choice();
      return chosen?.basis === "reported" ? { ...ALL_METRICS, ...chosen, basis: "comparable" } : null;
    };
    this.#dictionary = followQuery(app.engine, metricGrid, asked, options);
    this.#without = followQuery(app.engine, metricGrid, without, options);
    this.#own = followOwnValues(app, () => {
      const chosen = choice();
      if (chosen === null) return null;
      return { metrics: app.metrics.own, kinds: [chosen.report_kind], basis: null, denominator: chosen.denominator };
    });
    this.#named = followQuery(app.engine, metricValues, () => {
      const chosen = choice();
      const { reportIds } = app.assumptions;
      if (chosen === null || reportIds.length === 0) return null;
      const basis = app.assumptions.asked(chosen.basis);
      return valuesOfReports(reportIds, { basis, denominator: chosen.denominator });
    });
  }

  /** The answer for the dictionary: a screen waits for it, not for the reader's own metrics. */
  get result(): QueryState<MetricGridParams, MetricGridRow>["result"] {
    return this.#dictionary.result;
  }

  retry(): Promise<void> {
    return this.#dictionary.retry();
  }

  /** Place of a metric in the lists of a row; −1 for none. */
  indexOf(metric: Metric): number {
    return this.metrics.findIndex(({ id }) => id === metric.id);
  }

  column(metric: Metric): GridColumnStanding<MetricGridRow> {
    return this.columnOf(metric);
  }

  /** Items of the data that a value of the dictionary or of the reader holds because she leaves them in. */
  leftIn(row: MetricGridRow, metric: Metric): readonly AdjustmentsRow[] {
    const { assumptions } = this.#app;
    if (!assumptions.reportIds.includes(row.report_id)) return [];
    const key = valueKey(metric.id, row.report_id, this.basis);
    const value = this.#assumed.get(key) ?? this.#ownValues.get(key);
    return value === undefined || value.value === null ? [] : assumptions.leftIn(value, metric);
  }

  /** Read once for all values of a choice: nothing of it is looked up again in the page's state. */
  #passThroughIn(basis: Basis, metrics: readonly Metric[]): ComparableGrid<MetricGridRow>["passThrough"] {
    if (basis !== "reported") return this.#leftIn(metrics);
    const comparable = this.#comparable;
    const own = this.#ownValues;
    return (row, index) => {
      const metric = metrics[index];
      const ofOwn = metric === undefined ? null : own.get(valueKey(metric.id, row.report_id, "comparable"));
      const out = comparable.get(row.report_id);
      const money = moneyBetween(
        { numerator: row.numerators[index] ?? null, denominator_value: row.denominators[index] ?? null },
        ofOwn ?? { numerator: out?.numerators[index] ?? null, denominator_value: out?.denominators[index] ?? null },
      );
      return money.numerator === 0 && money.denominator === 0 ? null : money;
    };
  }

  /** On the comparable basis a value holds what the reader leaves in, nothing else. */
  #leftIn(metrics: readonly Metric[]): ComparableGrid<MetricGridRow>["passThrough"] {
    const { rules } = this.#app.assumptions;
    if (rules === null || rules.without.length === 0) return () => null;
    const reported = indexRows(
      [...this.#named.rows, ...this.#own.rows].filter((row) => row.basis === "reported"),
      (row) => [valueKey(row.metric_id, row.report_id, "reported"), row] as const,
    );
    return (row, index) => {
      const metric = metrics[index];
      const whole = metric && reported.get(valueKey(metric.id, row.report_id, "reported"));
      return metric === undefined || whole === undefined ? null : leftIn(whole, metric, rules);
    };
  }

  #withAssumed(row: MetricGridRow, { borrow }: ReaderRules): MetricGridRow {
    const own = borrow ? row : withoutBorrowedCells(row);
    if (!this.#app.assumptions.reportIds.includes(row.report_id)) return own;
    return withCells(own, (index) => {
      const metric = METRICS[index];
      return (metric && this.#assumed.get(valueKey(metric.id, row.report_id, this.basis))) ?? null;
    });
  }

  #ownOf(metric: Metric, report_id: string, basis: Basis): MetricValuesRow | null {
    return this.#ownValues.get(valueKey(metric.id, report_id, basis)) ?? null;
  }

  #withOwn(row: MetricGridRow, own: readonly Metric[]): MetricGridRow {
    const found = own.map((metric) => this.#ownOf(metric, row.report_id, this.basis));
    return {
      ...row,
      values: [...row.values, ...found.map((each) => each?.value ?? null)],
      los: [...row.los, ...found.map((each) => each?.lo ?? null)],
      his: [...row.his, ...found.map((each) => each?.hi ?? null)],
      numerators: [...row.numerators, ...found.map((each) => each?.numerator ?? null)],
      denominators: [...row.denominators, ...found.map((each) => each?.denominator_value ?? null)],
      statuses: [...row.statuses, ...found.map((each) => each?.status ?? "undisclosed")],
    };
  }
}

function valueKey(metric_id: string, report_id: string, basis: Basis): string {
  return `${metric_id} ${report_id} ${basis}`;
}
