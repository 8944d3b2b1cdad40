import { describePosition, materialFrom } from "../../compare/index.ts";
import type { Position } from "../../compare/index.ts";
import {
  ALL_THREE_PUBLIC,
  metricValues,
  reports,
  threePublicDetail,
  THREE_PUBLIC_METRICS,
} from "../../model/queries/index.ts";
import type {
  MetricValuesParams,
  MetricValuesRow,
  ReportsRow,
  ThreePublicDetailRow,
  ThreePublicParams,
} from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { followQuery } from "../../state/query.svelte.ts";
import type { QueryState } from "../../state/query.svelte.ts";
import { unknownIds } from "../../state/unknown-parts.ts";
import type { UnknownPart } from "../../state/unknown-parts.ts";
import { hasManyAgencies } from "../../state/many-agencies.ts";
import { distinct, groupRows, indexRows, rowsOfReports } from "../../state/group-rows.ts";
import { byCompletion, completionAgainst } from "./completion.ts";
import type { Completion } from "./completion.ts";
import { contrastOf, reasonOf, spreadOf } from "./contrast.ts";
import type { Contrast, Reason, Spread } from "./contrast.ts";

/** Components in the order of the table of a report; 购置 and 运行维护 also have a subtotal. */
export const COMPONENTS = ["total", "overseas", "vehicle_purchase", "vehicle_operation", "reception"] as const;
export type Component = (typeof COMPONENTS)[number];
/** Those whose counts explain what is spent per head. */
const CONTRASTED: readonly Component[] = ["reception", "vehicle_operation"];
/** The prices that can be ranked. */
export const PRICES = [
  "reception.cost_per_visitor",
  "reception.visitors_per_visit",
  "vehicles.cost_per_vehicle",
  "per_staff.three_public",
] as const;

/** One agency's counts and prices, each a value of the dictionary with its status. */
export interface PriceLine {
  readonly key: string;
  readonly report: ReportsRow;
  readonly values: ReadonlyMap<string, MetricValuesRow>;
}

/** What 三公 shows: the latest final account of each chosen agency against one budget, and what a guest or a car costs. */
export class ThreePublicState {
  readonly #app: AppState;
  readonly reports: QueryState<object, ReportsRow>;
  /** Every component; of many agencies those that lines and contrasts are made of. */
  readonly detail: QueryState<ThreePublicParams, ThreePublicDetailRow>;
  /** Of many agencies: every component of those on the page of the table of components. */
  readonly #page: QueryState<ThreePublicParams, ThreePublicDetailRow>;
  #onPage: readonly string[] = $state.raw([]);
  /** Reports whose components are read beside those on the page, while all are copied; null otherwise. */
  #copied: readonly string[] | null = $state.raw(null);
  readonly metrics: QueryState<MetricValuesParams, MetricValuesRow>;

  readonly values = $derived.by(() => this.#app.url.values("three-public"));
  /** So many agencies that only what is shown of them is read. */
  readonly isLarge: boolean = $derived.by(() => hasManyAgencies(this.#app));

  /** The latest final account of every agency, whether chosen or not. */
  readonly latest: readonly ReportsRow[] = $derived.by(() => this.reports.rows.filter((row) => row.latest_final));

  /** Agencies of the address that have no report here. */
  readonly unknown: readonly UnknownPart[] = $derived.by(() =>
    unknownIds(
      "agency",
      [...this.values.agencies],
      this.reports.rows.map((row) => row.agency_id),
    ),
  );

  /** Those that the reader chose; ids that nobody has choose nothing, and then all are shown. */
  readonly chosen: readonly ReportsRow[] = $derived.by(() => {
    const wanted = this.latest.filter((row) => this.values.agencies.includes(row.agency_id));
    return wanted.length === 0 ? this.latest : wanted;
  });

  readonly #rows: readonly ThreePublicDetailRow[] = $derived.by(() => rowsOfReports(this.detail.rows, this.chosen));

  /** Every component of every chosen agency against the chosen budget. */
  readonly completions: readonly Completion[] = $derived.by(() =>
    this.#rows.map((row) => completionAgainst(row, this.values.base)),
  );

  /** The chosen component, one per agency: the lowest completion first. */
  readonly lines: readonly Completion[] = $derived.by(() =>
    this.completions
      .filter((line) => line.row.component === `three_public.${this.values.component}`)
      .toSorted(byCompletion),
  );

  readonly computable: readonly Completion[] = $derived.by(() => this.lines.filter((line) => line.rate !== null));

  /** Whose budget was under-spent most: the lowest rate below 100 %. */
  readonly underspent: Completion | null = $derived.by(() => {
    const [first] = this.computable;
    return first !== undefined && (first.rate ?? 100) < 100 ? first : null;
  });

  /** Whoever left more money than `underspent`, when that is somebody else. */
  readonly mostLeft: Completion | null = $derived.by(() => {
    const most = this.computable.toSorted((left, right) => (right.unspent ?? 0) - (left.unspent ?? 0))[0];
    return most === undefined || this.underspent === null || most.key === this.underspent.key ? null : most;
  });

  /** Rows of the variance table: the chosen component, or under the total all that a report says anything about. */
  readonly variances: readonly Completion[] = $derived.by(() => {
    if (this.values.component !== "total" || this.isLarge) return this.lines;
    const order = indexRows([...this.lines.entries()], ([index, line]) => [line.row.report_id, index]);
    return this.completions
      .filter(saysSomething)
      .toSorted((left, right) => (order.get(left.row.report_id) ?? 0) - (order.get(right.row.report_id) ?? 0));
  });

  readonly #components: ReadonlyMap<string, readonly Completion[]> = $derived.by(() =>
    groupRows(
      this.isLarge ? this.#page.rows.map((row) => completionAgainst(row, this.values.base)) : this.completions,
      (line) => line.row.report_id,
    ),
  );

  readonly #metricRows: readonly MetricValuesRow[] = $derived.by(() =>
    rowsOfReports(this.#app.assumptions.values(this.metrics.rows, "comparable"), this.chosen),
  );

  /** 三公 per head: where a headcount alone is missing, the reader may assume one. */
  readonly perStaff: readonly MetricValuesRow[] = $derived.by(() => this.#of("per_staff.three_public"));

  readonly priceLines: readonly PriceLine[] = $derived.by(() => {
    const groups = groupRows(this.#metricRows, (row) => row.report_id);
    return this.chosen.map((report) => ({
      key: report.report_id,
      report,
      values: indexRows(groups.get(report.report_id) ?? [], (row) => [row.metric_id, row]),
    }));
  });

  /** The ranked price. */
  readonly position: Position<MetricValuesRow> = $derived.by(() => this.positionOf(this.values.price));

  /** Spread per head in service, per visitor, per vehicle. */
  readonly spreads: {
    readonly staff: Spread | null;
    readonly visitor: Spread | null;
    readonly vehicle: Spread | null;
  } = $derived.by(() => ({
    staff: spreadOf(this.#of("per_staff.three_public")),
    visitor: spreadOf(this.#of("reception.cost_per_visitor")),
    vehicle: spreadOf(this.#of("vehicles.cost_per_vehicle")),
  }));

  readonly #staff: ReadonlyMap<string, number> = $derived.by(() =>
    indexRows(
      this.#of("per_staff.three_public").filter((row) => row.denominator_value !== null),
      (row) => [row.report_id, row.denominator_value ?? 0],
    ),
  );

  readonly contrasts: readonly Contrast[] = $derived.by(() =>
    (["reception", "vehicles"] as const).flatMap((kind) => contrastOf(kind, this.#rows, this.#staff) ?? []),
  );

  /** Why the highest per head is so far above the lowest; null where it cannot be taken apart. */
  readonly reason: Reason | null = $derived.by(() =>
    this.spreads.staff === null ? null : reasonOf(this.spreads.staff, this.#rows, this.#staff),
  );

  constructor(app: AppState) {
    this.#app = app;
    this.reports = followQuery(app.engine, reports, () => ({}));
    this.detail = followQuery(app.engine, threePublicDetail, (): ThreePublicParams =>
      this.isLarge
        ? {
            components: distinct([this.values.component, ...CONTRASTED], (part) => `three_public.${part}`),
            report_ids: null,
          }
        : ALL_THREE_PUBLIC,
    );
    this.#page = followQuery(app.engine, threePublicDetail, (): ThreePublicParams | null => {
      const report_ids = this.#copied ?? this.#onPage;
      return this.isLarge && report_ids.length > 0 ? { components: null, report_ids } : null;
    });
    this.metrics = followQuery(app.engine, metricValues, () => ({
      ...THREE_PUBLIC_METRICS,
      basis: app.assumptions.asked("comparable"),
    }));
  }

  /** A report's components against the chosen budget, by component; null while they are read. */
  componentsOf({ report_id }: ReportsRow): ReadonlyMap<string, Completion> | null {
    const known = this.#components.get(report_id);
    // Asked of thousands, one by one: the list is looked through only for those that may not be in it.
    const isRead = (): boolean => !this.isLarge || this.#page.answered?.report_ids?.includes(report_id) === true;
    if (known === undefined && !isRead()) return null;
    return indexRows(known ?? [], (line) => [line.row.component, line]);
  }

  /** What of the table of components is on the page. */
  show(reports: readonly ReportsRow[]): void {
    this.#onPage = reports.map((report) => report.report_id);
  }

  /** Does something while the components of every chosen agency are there, not of those on the page alone. */
  async withAll<Made>(work: () => Promise<Made>): Promise<Made> {
    const report_ids = this.chosen.map((report) => report.report_id);
    // Beside what is on the page: that may be turned while the rest is read.
    this.#copied = report_ids;
    try {
      await this.#page.ask({ components: null, report_ids });
      return await work();
    } finally {
      this.#copied = null;
    }
  }

  positionOf(metric: string): Position<MetricValuesRow> {
    const material_from = materialFrom({ group: "three_public", shape: "ratio" });
    return describePosition(this.#of(metric), { material_from, metrics: PRICES.length });
  }

  #of(metric: string): readonly MetricValuesRow[] {
    return this.#metricRows.filter((row) => row.metric_id === metric);
  }
}

/** The total always; a part where a rate, a change or a reason is stated, or a figure contradicts another. */
function saysSomething({ row, status }: Completion): boolean {
  return (
    row.component === "three_public.total" ||
    row.stated_completion !== null ||
    row.change !== null ||
    row.reason !== null ||
    status === "contradicted"
  );
}
