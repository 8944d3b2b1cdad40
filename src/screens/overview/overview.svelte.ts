import { describePosition, materialFrom } from "../../compare/index.ts";
import type { Position } from "../../compare/index.ts";
import type { Basis } from "../../domain/status.ts";
import type { MetricValuesParams, MetricValuesRow, ReportsRow } from "../../model/queries/index.ts";
import { disclosureMatrix, findings, metricValues, reports } from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { indexRows } from "../../state/group-rows.ts";
import { followQuery } from "../../state/query.svelte.ts";
import type { QueryState } from "../../state/query.svelte.ts";

/** Rows a panel shows before it points to the screen that shows all. */
const PANEL_ROWS = 12;

const finals = (metric_ids: readonly string[], choice: Partial<MetricValuesParams>): MetricValuesParams => ({
  metric_ids,
  basis: null,
  denominator: null,
  report_kind: "final",
  ...choice,
});

/** One agency's 三公: budget, final and rate, each a row of `metric_value`. */
export interface ThreePublicLine {
  readonly key: string;
  readonly final: MetricValuesRow;
  readonly budget: MetricValuesRow | null;
  readonly completion: MetricValuesRow | null;
}

/** One agency's execution on both bases. */
export interface ExecutionLine {
  readonly key: string;
  readonly reported: MetricValuesRow | null;
  readonly comparable: MetricValuesRow;
  /** Percentage points away from 100 on the comparable basis; null without a value. */
  readonly miss: number | null;
}

/** What the overview shows: the latest final account of each agency in three panels, what is disclosed, what does not add up. */
export class OverviewState {
  readonly #app: AppState;
  readonly reports: QueryState<object, ReportsRow>;
  readonly perStaff: QueryState<MetricValuesParams, MetricValuesRow>;
  readonly threePublic: QueryState<MetricValuesParams, MetricValuesRow>;
  readonly execution: QueryState<MetricValuesParams, MetricValuesRow>;
  readonly matrix;
  readonly findings;

  readonly position: Position<MetricValuesRow> = $derived.by(() =>
    describePosition(latest(this.#wanted(this.perStaff.rows, "comparable")), {
      material_from: materialFrom({ group: "per_staff", shape: "ratio" }),
      metrics: 3,
    }),
  );

  readonly threePublicLines: readonly ThreePublicLine[] = $derived.by(() => {
    const rows = latest(this.threePublic.rows);
    const known = indexRows(rows, (row) => [`${row.metric_id} ${row.report_id}`, row] as const);
    const of = (metric: string, report: string) => known.get(`${metric} ${report}`) ?? null;
    return rows
      .filter((row) => row.metric_id === "three_public.final")
      .map((final) => ({
        key: final.report_id,
        final,
        budget: of("three_public.budget", final.report_id),
        completion: of("three_public.completion", final.report_id),
      }))
      .sort((left, right) => size(right) - size(left));
  });

  readonly executionLines: readonly ExecutionLine[] = $derived.by(() => {
    const rows = latest(this.execution.rows);
    const asReported = rows.filter((row) => row.basis === "reported");
    const reported = indexRows(asReported, (row) => [row.report_id, row] as const);
    return this.#wanted(rows, "comparable")
      .map((comparable) => ({
        key: comparable.report_id,
        comparable,
        reported: reported.get(comparable.report_id) ?? null,
        miss: comparable.value === null ? null : Math.abs(comparable.value - 100),
      }))
      .sort((left, right) => (right.comparable.value ?? -1) - (left.comparable.value ?? -1));
  });

  /** The line whose final account is farthest from its initial budget. */
  readonly missedMost: ExecutionLine | null = $derived.by(
    () =>
      this.executionLines
        .filter((line) => line.miss !== null)
        .toSorted((left, right) => (right.miss ?? 0) - (left.miss ?? 0))[0] ?? null,
  );

  /** Agencies whose 三公 went beyond their budget. */
  readonly overspent: readonly ThreePublicLine[] = $derived.by(() =>
    this.threePublicLines.filter(
      ({ final, budget }) => final.value !== null && typeof budget?.value === "number" && final.value > budget.value,
    ),
  );

  constructor(app: AppState) {
    this.#app = app;
    this.reports = followQuery(app.engine, reports, () => ({}));
    this.perStaff = followQuery(app.engine, metricValues, () =>
      finals(["per_staff.basic"], { basis: app.assumptions.asked("comparable"), denominator: "in_service" }),
    );
    this.threePublic = followQuery(app.engine, metricValues, () =>
      finals(["three_public.final", "three_public.budget", "three_public.completion"], { basis: "reported" }),
    );
    this.execution = followQuery(app.engine, metricValues, () => finals(["execution.final_to_initial"], {}));
    this.matrix = followQuery(app.engine, disclosureMatrix, () => ({}));
    this.findings = followQuery(app.engine, findings, () => ({}));
  }

  #wanted(rows: readonly MetricValuesRow[], basis: Basis): readonly MetricValuesRow[] {
    return this.#app.assumptions.values(rows, basis);
  }
}

/** The first rows of a panel; a panel is an answer, not a list of thousands. */
export function panelRows<Row>(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, PANEL_ROWS);
}

function latest(rows: readonly MetricValuesRow[]): readonly MetricValuesRow[] {
  return rows.filter((row) => row.latest_final);
}

function size(line: ThreePublicLine): number {
  return Math.max(line.budget?.value ?? 0, line.final.value ?? 0);
}
