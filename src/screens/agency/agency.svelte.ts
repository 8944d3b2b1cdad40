import { changeBetween } from "../../compare/index.ts";
import type { GridCell, Placed } from "../../compare/index.ts";
import type { Metric } from "../../model/metrics/index.ts";
import {
  agencyFigures,
  findings,
  headcounts,
  metricValues,
  reports,
  valuesOfReports,
} from "../../model/queries/index.ts";
import type {
  AgencyFiguresRow,
  HeadcountsRow,
  MetricGridRow,
  MetricValuesRow,
  ReportsRow,
} from "../../model/queries/index.ts";
import { readerHeadcounts } from "../../model/reader-rules.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { placeAmong } from "../../state/grid-standing.ts";
import { MetricGrid } from "../../state/metric-grid.svelte.ts";
import { followOwnValues } from "../../state/own-metric-values.svelte.ts";
import { followQuery } from "../../state/query.svelte.ts";
import { unknownIds } from "../../state/unknown-parts.ts";
import type { UnknownPart } from "../../state/unknown-parts.ts";
import { groupRows, indexRows } from "../../state/group-rows.ts";
import { changeLines } from "./change-lines.ts";
import type { ChangeLine } from "./change-lines.ts";
import { classLines } from "./class-lines.ts";
import type { ClassLine } from "./class-lines.ts";
import { HEADLINE_METRICS } from "./headline-metrics.ts";

/** One metric of the agency: its value with its printed places, and where it stands among all. */
export interface MetricLine {
  readonly key: string;
  readonly metric: Metric;
  readonly row: MetricValuesRow;
  readonly placed: Placed<GridCell<MetricGridRow>> | null;
  /** Agencies with a value, this one included. */
  readonly n: number;
}

/** One agency on a page: the report chosen, its peers, and its other reports. */
export class AgencyState {
  readonly #app: AppState;
  readonly reports;
  readonly grid: MetricGrid;
  readonly figures;
  readonly values;
  readonly #ownValues;
  readonly headcounts;
  readonly findings;

  readonly choice = $derived.by(() => this.#app.url.values("agency"));
  /** One row per agency, for choosing: its latest report. */
  readonly agencies: readonly ReportsRow[] = $derived.by(() => [
    ...indexRows(this.reports.rows, (row) => [row.agency_id, row] as const).values(),
  ]);
  readonly agencyId: string | null = $derived.by(() => {
    const wanted = this.choice.agency;
    const known = this.agencies.find((row) => row.agency_id === wanted) ?? this.agencies[0];
    return known?.agency_id ?? null;
  });
  /** The agency's reports from the earliest on; a year's budget before its final account. */
  readonly own: readonly ReportsRow[] = $derived.by(() =>
    this.reports.rows
      .filter((row) => row.agency_id === this.agencyId)
      .toSorted((a, b) => a.fiscal_year - b.fiscal_year || (a.report_kind < b.report_kind ? -1 : 1)),
  );
  readonly report: ReportsRow | null = $derived.by(
    () =>
      this.own.find((row) => row.report_id === this.choice.report) ??
      this.own.find((row) => row.latest_final) ??
      this.own.at(-1) ??
      null,
  );

  /** What the address names and the data does not have. */
  readonly unknown: readonly UnknownPart[] = $derived.by(() => [
    ...unknownIds(
      "agency",
      [this.choice.agency],
      this.agencies.map((row) => row.agency_id),
    ),
    ...unknownIds(
      "report",
      [this.choice.report],
      this.own.map((row) => row.report_id),
    ),
  ]);

  readonly #valueByMetric: ReadonlyMap<string, MetricValuesRow> = $derived.by(() =>
    indexRows(
      this.#app.assumptions.values(
        [...this.values.rows, ...this.#ownValues.rows].filter((row) => row.report_id === this.report?.report_id),
        this.choice.basis,
      ),
      (row) => [row.metric_id, row] as const,
    ),
  );
  readonly #figuresByReport = $derived.by(() => groupRows(this.figures.rows, (row) => row.report_id));
  /** Figures of the report shown, by item; classes aside. */
  readonly figureOf: ReadonlyMap<string, AgencyFiguresRow> = $derived.by(() =>
    indexRows(
      (this.#figuresByReport.get(this.report?.report_id ?? "") ?? []).filter((row) => row.code === null),
      (row) => [row.item, row] as const,
    ),
  );
  /** The reader's own metrics stand after those of the dictionary. */
  readonly #headlineIds: readonly string[] = $derived.by(() => [
    ...HEADLINE_METRICS,
    ...this.#app.metrics.own.map(({ id }) => id),
  ]);
  readonly metricLines: readonly MetricLine[] = $derived.by(() =>
    this.#headlineIds.flatMap((id) => this.#lineOf(id) ?? []),
  );
  readonly classLines: readonly ClassLine[] = $derived.by(() => classLines((id) => this.#lineOf(id)));
  readonly changeLines: readonly ChangeLine[] = $derived.by(() =>
    changeLines(
      this.own,
      this.figures.rows,
      (earlier, later) => changeBetween(earlier, later, this.choice.basis === "comparable"),
      this.#app.assumptions.rules,
    ),
  );
  /** What per-staff figures divide by, as the reader wants it. */
  readonly staff: readonly HeadcountsRow[] = $derived.by(() => {
    const { rules } = this.#app.assumptions;
    return rules === null ? this.headcounts.rows : readerHeadcounts(this.headcounts.rows, rules);
  });
  /** Agencies beside this one whose value of a metric counts, for the sentence. */
  readonly headline: MetricLine | null = $derived.by(() => this.#lineOf("per_staff.basic"));

  constructor(app: AppState) {
    this.#app = app;
    const { engine } = app;
    this.reports = followQuery(engine, reports, () => ({}));
    this.grid = new MetricGrid(app, () =>
      this.report === null
        ? null
        : {
            basis: this.choice.basis,
            denominator: this.choice.denominator,
            report_kind: this.report.report_kind,
            fiscal_year: this.report.latest_final ? null : this.report.fiscal_year,
          },
    );
    const ids = (): { agency_ids: readonly string[] } | null =>
      this.agencyId === null ? null : { agency_ids: [this.agencyId] };
    const reportIds = (): readonly string[] =>
      this.reports.rows.filter((row) => row.agency_id === this.agencyId).map((row) => row.report_id);
    this.figures = followQuery(engine, agencyFigures, ids);
    this.headcounts = followQuery(engine, headcounts, ids);
    this.values = followQuery(engine, metricValues, () =>
      this.agencyId === null
        ? null
        : valuesOfReports(reportIds(), {
            basis: app.assumptions.asked(this.choice.basis),
            denominator: this.choice.denominator,
          }),
    );
    this.#ownValues = followOwnValues(app, () => ({
      metrics: app.metrics.own,
      kinds: this.own.map((row) => row.report_kind),
      basis: app.assumptions.asked(this.choice.basis),
      denominator: this.choice.denominator,
      report_ids: reportIds(),
    }));
    this.findings = followQuery(engine, findings, () => (this.agencyId === null ? null : { report_ids: reportIds() }));
  }

  #lineOf(id: string): MetricLine | null {
    const metric = this.#app.metrics.metricOf(id);
    const row = this.#valueByMetric.get(id);
    if (metric === null || row === undefined) return null;
    const place = placeAmong(this.grid.column(metric), row.agency_id, this.#headlineIds.length);
    return { key: id, metric, row, ...place };
  }
}
