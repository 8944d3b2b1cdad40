import { STATUSES } from "../../domain/status.ts";
import type { StatusId } from "../../domain/status.ts";
import { isUserMetric } from "../../model/formula/index.ts";
import { USER_GROUP } from "../../model/metrics/index.ts";
import type { Metric } from "../../model/metrics/index.ts";
import { ALL_METRICS, metricValues } from "../../model/queries/index.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { MetricGrid } from "../../state/metric-grid.svelte.ts";
import { followOwnValues } from "../../state/own-metric-values.svelte.ts";
import { followQuery } from "../../state/query.svelte.ts";
import { unknownIds } from "../../state/unknown-parts.ts";
import type { UnknownPart } from "../../state/unknown-parts.ts";
import { findMetrics, findTables } from "./search.ts";
import type { FoundGroup } from "./search.ts";

/** How many agencies have a value of a metric, and what the others have instead. */
export interface Coverage {
  readonly values: number;
  readonly agencies: number;
  readonly statuses: readonly { readonly status: StatusId; readonly count: number }[];
}

const { basis, denominator, report_kind, fiscal_year } = ALL_METRICS;
/** What coverage is told of. */
const GRID = { basis, denominator, report_kind, fiscal_year };

/** The dictionary: what is found, and the metric that is open. */
export class DictionaryState {
  readonly #app: AppState;
  readonly grid: MetricGrid;
  readonly values;
  readonly #ownValues;

  readonly choice = $derived.by(() => this.#app.url.values("dictionary"));
  readonly groups: readonly FoundGroup[] = $derived.by(() => findMetrics(this.#app.metrics.all, this.choice.find));
  readonly tables = $derived.by(() => findTables(this.choice.find));
  readonly unknown: readonly UnknownPart[] = $derived.by(() =>
    unknownIds(
      "metric",
      [this.choice.metric],
      this.#app.metrics.all.map(({ id }) => id),
    ),
  );
  /** The metric of the address, else the first one found; null when nothing is found. */
  readonly open: Metric | null = $derived.by(
    () =>
      (this.choice.metric === null ? null : this.#app.metrics.metricOf(this.choice.metric)) ??
      // The first of the dictionary, whose answer is prepared; the reader's own where nothing else is found.
      (this.groups.find(({ id }) => id !== USER_GROUP.id) ?? this.groups[0])?.metrics[0] ??
      null,
  );
  readonly coverage: Coverage | null = $derived.by(() => (this.open === null ? null : this.coverageOf(this.open)));
  /** Values of the open metric, the highest first, those without a value last. */
  readonly rows: readonly MetricValuesRow[] = $derived.by(() =>
    this.#app.assumptions
      .values([...this.values.rows, ...this.#ownValues.rows], basis)
      .filter((row) => row.metric_id === this.open?.id)
      .toSorted((a, b) =>
        a.value === null || b.value === null ? Number(a.value === null) - Number(b.value === null) : b.value - a.value,
      ),
  );

  constructor(app: AppState) {
    this.#app = app;
    this.grid = new MetricGrid(app, () => GRID);
    this.values = followQuery(app.engine, metricValues, () =>
      this.open === null || this.choice.show !== "metrics" || isUserMetric(this.open)
        ? null
        : {
            metric_ids: [this.open.id],
            basis: app.assumptions.asked(basis),
            denominator,
            report_kind: null,
          },
    );
    this.#ownValues = followOwnValues(app, () =>
      this.open === null || this.choice.show !== "metrics"
        ? null
        : {
            metrics: [this.open],
            kinds: ["final", "budget"],
            basis: app.assumptions.asked(basis),
            denominator,
          },
    );
  }

  /** Whether the values of the open metric are being read. */
  get isReading(): boolean {
    const { open } = this;
    return open !== null && (isUserMetric(open) ? this.rows.length === 0 : this.values.result.status !== "ready");
  }

  /** Of the latest final accounts. */
  coverageOf(metric: Metric): Coverage {
    const index = this.grid.indexOf(metric);
    const statuses = this.grid.rows.map((row) => row.statuses[index] ?? "undisclosed");
    return {
      values: this.grid.rows.filter((row) => (row.values[index] ?? null) !== null).length,
      agencies: this.grid.rows.length,
      statuses: STATUSES.map(({ id }) => ({ status: id, count: statuses.filter((each) => each === id).length })).filter(
        ({ count }) => count > 0,
      ),
    };
  }
}
