import { untrack } from "svelte";
import type { VerdictSummary } from "../../compare/index.ts";
import type { Metric } from "../../model/metrics/index.ts";
import { ALL_METRICS, findings, metricValues, reasons, reports } from "../../model/queries/index.ts";
import type { FindingsRow, MetricValuesRow, ReasonsRow } from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { MetricGrid } from "../../state/metric-grid.svelte.ts";
import { followOwnValues } from "../../state/own-metric-values.svelte.ts";
import { followQuery } from "../../state/query.svelte.ts";
import { knownId, unknownIds } from "../../state/unknown-parts.ts";
import type { UnknownPart } from "../../state/unknown-parts.ts";
import { distinct, groupRows } from "../../state/group-rows.ts";
import { joinSearches, orderedPrompts, searchMetric } from "./prompts.ts";
import type { MetricSearch, Prompt, Search } from "./prompts.ts";

/** Prompts shown at a time: each brings its printed places, reasons and findings with it. */
const PAGE = 20;
/** Longest that a search holds up the page at a time, ms. */
const SLICE = 30;

/** What is unusual over all metrics: broken rules, then positions. */
export class UnusualState {
  readonly #app: AppState;
  readonly reports;
  readonly findings;
  readonly grid: MetricGrid;
  readonly values;
  readonly #ownValues;
  readonly reasons;
  /** Pages asked for, and of what: another choice begins at its first page. */
  #asked = $state.raw({ of: "", pages: 1 });

  readonly #link = $derived.by(() => this.#app.url.values("unusual"));
  readonly unknown: readonly UnknownPart[] = $derived.by(() =>
    unknownIds(
      "agency",
      [this.#link.agency],
      this.reports.rows.map((row) => row.agency_id),
    ),
  );
  readonly choice = $derived.by(() => ({ ...this.#link, agency: knownId(this.#link.agency, this.unknown) }));
  readonly #group = $derived.by(() => this.choice.group);
  /** Signals by rule: what is wrong or missing in the reports themselves. Roundings are none. */
  readonly signals: readonly FindingsRow[] = $derived.by(() =>
    this.findings.rows.filter(
      (row) =>
        (row.severity === "error" || row.severity === "warning") &&
        (this.choice.agency === null || row.agency_id === this.choice.agency),
    ),
  );
  readonly #metrics: readonly Metric[] = $derived.by(() =>
    this.#app.metrics.all.filter(
      // A sum or a count tells how large an agency is, not that something is off; of a rate as the report
      // states it only the audit says that: the same rate recomputed is searched.
      (metric) =>
        metric.shape !== "amount" &&
        metric.shape !== "stated" &&
        (this.#group === "all" || metric.group === this.#group),
    ),
  );
  /** The values per head that a missing headcount alone leaves open, of the agency chosen or of all. */
  readonly perStaff = $derived.by(() => {
    const metric_id = "per_staff.basic";
    const index = this.grid.metrics.findIndex(({ id }) => id === metric_id);
    const { denominator } = this.grid;
    return this.grid.rows
      .filter((row) => this.choice.agency === null || row.agency_id === this.choice.agency)
      .map((row) => ({
        ...row,
        metric_id,
        denominator,
        value: row.values[index] ?? null,
        numerator: row.numerators[index] ?? null,
        denominator_value: row.denominators[index] ?? null,
        status: row.statuses[index] ?? "undisclosed",
      }));
  });
  #search: Search = $state.raw(joinSearches([]));
  #searched = $state(0);
  /** The last search that was finished. */
  get search(): Search {
    return this.#search;
  }
  /** How far the search of the present choice has come, 0…1: thousands of agencies take seconds. */
  readonly progress: number = $derived.by(() => this.#searched / Math.max(1, this.#metrics.length));
  readonly prompts: readonly Prompt[] = $derived.by(() =>
    orderedPrompts(
      this.search.prompts.filter(
        ({ placed }) => this.choice.agency === null || placed.row.agency_id === this.choice.agency,
      ),
      this.choice.order,
    ),
  );
  readonly #of = $derived.by(() => JSON.stringify([this.choice.group, this.choice.basis, this.choice.agency]));
  readonly #pages = $derived.by(() => (this.#asked.of === this.#of ? this.#asked.pages : 1));
  readonly shown: readonly Prompt[] = $derived.by(() => this.prompts.slice(0, this.#pages * PAGE));
  readonly left: number = $derived.by(() => this.prompts.length - this.shown.length);
  readonly nextPage: number = $derived.by(() => Math.min(PAGE, this.left));

  readonly #reportIds: readonly string[] = $derived.by(() =>
    distinct(this.shown, ({ placed }) => placed.row.report_id),
  );
  readonly #valueRows = $derived.by(() =>
    groupRows(
      this.#app.assumptions.values([...this.values.rows, ...this.#ownValues.rows], this.choice.basis),
      (row) => `${row.metric_id} ${row.report_id}`,
    ),
  );
  readonly #reasonRows = $derived.by(() => groupRows(this.reasons.rows, (row) => row.report_id));
  readonly #findingRows = $derived.by(() => groupRows(this.findings.rows, (row) => row.report_id));

  constructor(app: AppState) {
    this.#app = app;
    const { engine } = app;
    this.reports = followQuery(engine, reports, () => ({}));
    this.findings = followQuery(engine, findings, () => ({}));
    const { denominator, report_kind, fiscal_year } = ALL_METRICS;
    this.grid = new MetricGrid(app, () => ({ basis: this.choice.basis, denominator, report_kind, fiscal_year }));
    // Read here: the search is made anew with what the columns are made of.
    $effect.pre(() => this.#follow(this.grid.columnOf, this.#metrics));
    this.values = followQuery(engine, metricValues, () =>
      this.shown.length === 0
        ? null
        : {
            metric_ids: distinct(this.shown, ({ metric }) => metric.id),
            basis: app.assumptions.asked(this.choice.basis),
            denominator: ALL_METRICS.denominator,
            report_kind: ALL_METRICS.report_kind,
            report_ids: this.#reportIds,
          },
    );
    this.#ownValues = followOwnValues(app, () => ({
      metrics: distinct(this.shown, ({ metric }) => metric.id).flatMap((id) => app.metrics.metricOf(id) ?? []),
      kinds: [ALL_METRICS.report_kind],
      basis: app.assumptions.asked(this.choice.basis),
      denominator: ALL_METRICS.denominator,
      report_ids: this.#reportIds,
    }));
    this.reasons = followQuery(engine, reasons, () =>
      this.#reportIds.length === 0 ? null : { report_ids: this.#reportIds },
    );
  }

  /** Searches in slices, so that the page stays alive meanwhile; gives the undo. */
  #follow(columnOf: MetricGrid["columnOf"], metrics: readonly Metric[]): () => void {
    const searches: MetricSearch[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const step = (): void => {
      const until = performance.now() + SLICE;
      for (const metric of metrics.slice(searches.length)) {
        searches.push(searchMetric(columnOf(metric), metric, metrics.length));
        if (performance.now() > until) break;
      }
      this.#searched = searches.length;
      if (searches.length < metrics.length) timer = setTimeout(step);
      else this.#search = joinSearches(searches);
    };
    untrack(step);
    return () => {
      clearTimeout(timer);
    };
  }

  more(): void {
    this.#asked = { of: this.#of, pages: this.#pages + 1 };
  }

  /** The value with its printed places; null while they are read. */
  valueOf({ metric, placed }: Prompt): MetricValuesRow | null {
    return this.#valueRows.get(`${metric.id} ${placed.row.report_id}`)?.[0] ?? null;
  }

  /** What may be said of the value beside those of the others. */
  verdictsOn({ metric, placed }: Prompt): VerdictSummary | null {
    return this.grid.column(metric).verdicts(placed.row.agency_id);
  }

  /** What the agency itself prints about the figure: reasons of the very item and class. */
  reasonsOf({ metric, placed }: Prompt): readonly ReasonsRow[] {
    const refs = metric.ways.flatMap(({ numerator, denominator }) => [
      numerator,
      ...(denominator ? [denominator] : []),
    ]);
    const of = (this.#reasonRows.get(placed.row.report_id) ?? []).filter((reason) =>
      refs.some((ref) => ref.item === reason.item && (ref.code ?? null) === reason.code),
    );
    return of.filter((reason, index) => of.findIndex((other) => other.text === reason.text) === index);
  }

  /** Findings about a figure that the value is made of. */
  findingsOf(prompt: Prompt): readonly FindingsRow[] {
    const facts = this.valueOf(prompt)?.fact_ids ?? [];
    return (this.#findingRows.get(prompt.placed.row.report_id) ?? []).filter((finding) =>
      finding.fact_ids.some((fact) => facts.includes(fact)),
    );
  }
}
