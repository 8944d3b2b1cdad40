import { untrack } from "svelte";
import { METRICS } from "../../model/metrics/index.ts";
import type { Metric } from "../../model/metrics/index.ts";
import { ALL_METRICS, findings, metricGrid, metricValues, reasons, reports } from "../../model/queries/index.ts";
import type { FindingsRow, MetricGridRow, MetricValuesRow, ReasonsRow } from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { followQuery } from "../../state/query.svelte.ts";
import { distinct, groupRows } from "../../ui/group-rows.ts";
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
  readonly grid;
  readonly values;
  readonly reasons;
  #pages = $state(1);

  readonly choice = $derived.by(() => this.#app.url.values("unusual"));
  /** Signals by rule: what is wrong or missing in the reports themselves. Roundings are none. */
  readonly signals: readonly FindingsRow[] = $derived.by(() =>
    this.findings.rows.filter(
      (row) =>
        (row.severity === "error" || row.severity === "warning") &&
        (this.choice.agency === null || row.agency_id === this.choice.agency),
    ),
  );
  readonly #metrics: readonly Metric[] = $derived.by(() =>
    METRICS.filter(
      // A sum or a count tells how large an agency is, not that something is off.
      (metric) => metric.shape !== "amount" && (this.choice.group === "all" || metric.group === this.choice.group),
    ),
  );
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
  readonly shown: readonly Prompt[] = $derived.by(() => this.prompts.slice(0, this.#pages * PAGE));
  readonly left: number = $derived.by(() => this.prompts.length - this.shown.length);

  readonly #reportIds: readonly string[] = $derived.by(() =>
    distinct(this.shown, ({ placed }) => placed.row.report_id),
  );
  readonly #valueRows = $derived.by(() => groupRows(this.values.rows, (row) => `${row.metric_id} ${row.report_id}`));
  readonly #reasonRows = $derived.by(() => groupRows(this.reasons.rows, (row) => row.report_id));
  readonly #findingRows = $derived.by(() => groupRows(this.findings.rows, (row) => row.report_id));

  constructor(app: AppState) {
    this.#app = app;
    const { engine } = app;
    this.reports = followQuery(engine, reports, () => ({}));
    this.findings = followQuery(engine, findings, () => ({}));
    this.grid = followQuery(engine, metricGrid, () => ({ ...ALL_METRICS, basis: this.choice.basis }));
    $effect.pre(() => this.#follow(this.grid.rows, this.#metrics));
    this.values = followQuery(engine, metricValues, () =>
      this.shown.length === 0
        ? null
        : {
            metric_ids: distinct(this.shown, ({ metric }) => metric.id),
            basis: this.choice.basis,
            denominator: ALL_METRICS.denominator,
            report_kind: ALL_METRICS.report_kind,
            report_ids: this.#reportIds,
          },
    );
    this.reasons = followQuery(engine, reasons, () =>
      this.#reportIds.length === 0 ? null : { report_ids: this.#reportIds },
    );
  }

  /** Searches in slices, so that the page stays alive meanwhile; gives the undo. */
  #follow(rows: readonly MetricGridRow[], metrics: readonly Metric[]): () => void {
    const searches: MetricSearch[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const step = (): void => {
      const until = performance.now() + SLICE;
      for (const metric of metrics.slice(searches.length)) {
        searches.push(searchMetric(rows, metric, metrics.length));
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
    this.#pages += 1;
  }

  /** The value with its printed places; null while they are read. */
  valueOf({ metric, placed }: Prompt): MetricValuesRow | null {
    return this.#valueRows.get(`${metric.id} ${placed.row.report_id}`)?.[0] ?? null;
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
