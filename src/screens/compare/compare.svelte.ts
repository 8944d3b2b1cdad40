import { materialFrom, rankStability, standingAmong } from "../../compare/index.ts";
import type { DifferenceKind, Placed, Position, Stability } from "../../compare/index.ts";
import { FEW_REPORTS } from "../../model/few-reports.ts";
import type { Metric } from "../../model/metrics/index.ts";
import { assumptionKey } from "../../model/assumption.ts";
import type { ReaderRules } from "../../model/reader-rules.ts";
import type { UserMetricResult } from "../../model/formula/index.ts";
import { adjustments, economicClasses, metricValues, reports } from "../../model/queries/index.ts";
import type {
  AdjustmentsRow,
  EconomicClassesParams,
  EconomicClassesRow,
  MetricValuesParams,
  MetricValuesRow,
  ReportsRow,
} from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { distinct, groupRows } from "../../state/group-rows.ts";
import { afterFrame } from "../../state/after-frame.ts";
import { followQuery, type QueryState } from "../../state/query.svelte.ts";
import { readAhead } from "../../state/read-ahead.svelte.ts";
import type { UnknownPart } from "../../state/unknown-parts.ts";
import { agencyColours } from "../../styles/palette.ts";
import { cardOf } from "../../ui/metric-value.ts";
import type { SourceCard } from "../../ui/source-card.ts";
import { checkedChoice, DENOMINATORS, knownIds, MEDIAN_PEER, type Choice } from "./choice.ts";
import { ComparedAgencies } from "./compared-agencies.svelte.ts";
import { ReaderChanges } from "./reader-changes.ts";
import { besideOf, type Beside } from "./beside.ts";
import { gapBetween, peerOf, type Gap, type Peer } from "./gap.ts";
import { rootOf, splitterOf, tablePartsOf, type Splitter } from "./parts.ts";
import { partsProgress, valuesProgress, type Progress } from "./progress.ts";
import { classesQuestion, nextQuestions, otherKindQuestion, partsQuestion } from "./questions.ts";
import { Readings } from "./readings.svelte.ts";
import { byReport, countedRows, detailsOn, orderedReports, positionWithDetails, withDetails } from "./standing-rows.ts";
import { rankings, type Trial } from "./rankings.ts";
import { isCompared } from "./peer-filter.ts";
import { passThroughs, type PassThrough } from "./pass-through-list.ts";
import { asReported, readerGroups, readerParts, readerReading } from "./reader-rows.ts";
import { chartRows, readingKey, rowsByReading, type RowsByReading } from "./value-rows.ts";
import { headline, type Piece } from "./sentence.ts";
import type { TableOrder } from "./table-order.ts";
import { ValuePrint } from "./value-print.ts";
import { comparandOf, definitions, moneyInside, verdictsOn } from "./verdicts.ts";
import type { Background, Verdict } from "./verdicts.ts";

/**
 * The screen's state: what the address asks for, the answers to it, and what may be said about
 * them. Every part is derived; the address is the only thing that is written.
 */
export class CompareState {
  readonly #app: AppState;
  readonly reports: QueryState<object, ReportsRow>;
  readonly readings: Readings;
  readonly parts: QueryState<MetricValuesParams, MetricValuesRow>;
  readonly classes: QueryState<EconomicClassesParams, EconomicClassesRow>;
  readonly adjustments: QueryState<object, AdjustmentsRow>;
  /** The same metric in reports of the other kind: asked for when one value stands alone. */
  readonly #otherKind: QueryState<MetricValuesParams, MetricValuesRow>;
  readonly agencies: ComparedAgencies;
  /** What the reader changes in the figures. */
  readonly changes: ReaderChanges;
  /** Reports whose rows the table shows, where it does not show all. */
  inSight = $state.raw<readonly string[]>([]);
  /** `shown` of the values that everything on the page has followed. */
  #settled = $state<string | null>(null);
  readonly #link = $derived.by(() => this.#app.url.values("compare"));
  readonly #known = $derived.by(() => knownIds(this.reports.rows));
  readonly #checked = $derived.by(() => checkedChoice(this.#link, this.#known, this.#app.metrics));
  readonly metric: Metric = $derived.by(() => this.#checked.choice.metric);
  readonly #root = $derived.by(() => rootOf(this.metric));

  /** Rows of the metric asked for: while a new one is read, the old one's are not its. */
  readonly #rows = $derived.by(() => {
    const { rows } = this.readings;
    const kind = this.choice.kind;
    return rows[0]?.metric_id === this.metric.id && rows[0].report_kind === kind ? rows : [];
  });
  readonly #isIn = $derived.by(() => isCompared(this.choice, this.reports.rows, this.agencies.sizes.rows));
  readonly #raw: RowsByReading = $derived.by(() => rowsByReading(this.#rows, this.choice, this.#isIn));
  /** The same with every reading there is; of few reports these are the rows on show. */
  readonly #rawAll: RowsByReading = $derived.by(() =>
    this.isLarge && this.#rows.length > 0 ? rowsByReading(this.readings.all, this.choice, this.#isIn) : this.#raw,
  );
  readonly #rules: ReaderRules | null = $derived.by(() => this.#app.assumptions.rules);
  readonly #items = $derived.by(() => groupRows(this.adjustments.rows, (each) => each.report_id));

  /** Every reading as the reader wants it: switches and assumptions reach all that is made of values. */
  readonly #groups: RowsByReading = $derived.by(() =>
    this.#asWanted((this.#rules?.without.length ?? 0) > 0 ? this.#rawAll : this.#raw),
  );

  /** One row per agency, as the reader wants it; of thousands of agencies without notes and places, which change no place. */
  readonly #bare: readonly MetricValuesRow[] = $derived.by(() => this.#groups.get(readingKey(this.choice)) ?? []);

  /** Rows with notes and places by report, where those of the values have none. */
  readonly #details: ReadonlyMap<string, MetricValuesRow> = $derived.by(() => {
    const details = detailsOn(this.#bare, this.readings.details);
    const reported = this.#rules === null ? [] : asReported(this.#rawAll, this.choice.denominator);
    return byReport(readerReading(details, reported, this.metric, this.#rules, this.choice.year));
  });

  /** The same with what was read of some of them besides. */
  readonly rows: readonly MetricValuesRow[] = $derived.by(() => withDetails(this.#bare, this.#details));

  /** Money handed on that the reports on show hold, and the reader's own adjustments. */
  readonly passed: readonly PassThrough[] = $derived.by(() =>
    passThroughs(asReported(this.#rawAll, this.choice.denominator), this.#bare, this.metric, this.#items, this.#rules),
  );

  // Of all that are ranked: the parts of those on show alone would move them out of sight, and others in.
  readonly #definitions = $derived.by(() =>
    definitions(this.metric, this.#bare, this.isLarge ? this.#asParts(this.readings.deciding()) : this.#partRows),
  );

  readonly #background: Background = $derived.by(() => ({
    passThrough: moneyInside(this.passed),
    definition: this.#definitions,
  }));

  readonly #standing = $derived.by(() => {
    // Read once, not for each of thousands of rows.
    const background = this.#background;
    return standingAmong(this.#bare, (row) => comparandOf(row, background), this.choice.focus, {
      material_from: materialFrom(this.metric),
    });
  });

  readonly position: Position<MetricValuesRow> = $derived.by(() =>
    positionWithDetails(this.#standing.position, this.#details),
  );

  /** The rows that have a rank. */
  readonly counted: readonly MetricValuesRow[] = $derived.by(() => countedRows(this.position));

  /** The agency in focus with its place: the one asked for, else the highest that counts. */
  readonly focus: Placed<MetricValuesRow> | null = $derived.by(() => {
    const [{ rows }, { focus }] = [this.position, this.choice];
    return rows.find(({ row }) => row.agency_id === focus) ?? rows[0] ?? null;
  });

  /** Too many reports to read the 款 of each. */
  readonly isLarge: boolean = $derived.by(
    () => Math.max(this.#app.data?.reports ?? 0, this.reports.rows.length) > FEW_REPORTS,
  );

  /** The rows that charts draw: the first ones and those around the focus. */
  readonly drawn: readonly Placed<MetricValuesRow>[] = $derived.by(() => chartRows(this.position.rows, this.focus));

  readonly #orderedReports = $derived.by(() => orderedReports(this.reports.rows));

  /** Reports of which notes and places are shown: those drawn, those of the table, and of a value that stands alone its other years. */
  readonly #wanted: readonly string[] = $derived.by(() => {
    const alone = this.position.n === 1 ? this.counted[0]?.agency_id : undefined;
    const others = alone === undefined ? [] : this.reports.rows.filter(({ agency_id }) => agency_id === alone);
    return distinct([...this.#drawnReports, ...this.inSight, ...others.map((row) => row.report_id)], (id) => id);
  });

  readonly #drawnReports: readonly string[] = $derived.by(() => {
    const { peer: asked } = this.choice;
    const peer = this.rows.filter((row) => row.agency_id === asked);
    return distinct([...this.drawn.map(({ row }) => row), ...peer], (row) => row.report_id);
  });

  /** The parts with the same switches and adjustments as the whole, so that they still add up to it. */
  readonly #partRows: readonly MetricValuesRow[] = $derived.by(() => this.#asParts(this.parts.rows));

  readonly splitter: Splitter | null = $derived.by(() =>
    this.#root === null
      ? null
      : splitterOf({
          metric: this.metric,
          root: this.#root,
          rows: this.rows,
          items: this.#partRows,
          // Of many reports the 款 of a few are read: a median over all stops at what all were asked for.
          classes: this.isLarge && this.choice.peer === MEDIAN_PEER ? [] : this.classes.rows,
        }),
  );

  readonly peer: Peer | null = $derived.by(() =>
    this.focus === null || this.focus.row.value === null
      ? null
      : peerOf(this.focus.row, this.rows, this.counted, this.choice.peer, this.splitter),
  );

  readonly gap: Gap | null = $derived.by(() =>
    this.focus === null || this.peer === null ? null : gapBetween(this.focus.row, this.peer, this.splitter),
  );

  /** Prints the metric's values, alike in sentence, charts and tables. */
  readonly print: ValuePrint = $derived.by(
    () =>
      new ValuePrint(
        this.#app.format,
        this.metric,
        this.#bare.flatMap((row) => row.value ?? []),
      ),
  );

  readonly headline: readonly Piece[] = $derived.by(() =>
    headline({
      metric: this.metric,
      position: this.position,
      focus: this.focus,
      apartBy: this.focus === null ? null : this.apartBy(this.focus.row),
      assumed: this.focus === null ? null : this.assumedFor(this.focus.row),
      gap: this.gap,
      print: this.print,
      ratio: (value) => this.#app.format.number(value, 2),
      locale: this.#app.locale,
    }),
  );

  readonly #trials = $derived.by(() =>
    rankings(this.#asWanted(this.#rawAll), countedRows(this.#standing.position), this.choice, DENOMINATORS),
  );
  readonly stability: Stability<Trial> = $derived.by(() =>
    rankStability(
      this.#trials.rankings,
      this.drawn.map(({ row }) => row.agency_id),
    ),
  );

  readonly verdicts: readonly Verdict[] = $derived.by(() => {
    const peer = this.peer?.kind === "agency" ? this.peer.row : null;
    return this.focus === null ? [] : verdictsOn(this.focus.row, peer, this.rows, this.#background);
  });

  readonly colours = $derived.by(() => agencyColours(this.reports.rows.map((row) => row.agency_id)));

  constructor(app: AppState) {
    this.#app = app;
    this.changes = new ReaderChanges(app, () => this.choice);
    // What a question reads is made above it.
    this.reports = followQuery(app.engine, reports, () => ({}));
    this.adjustments = followQuery(app.engine, adjustments, () => ({}));
    const link = () => app.url.values("compare");
    this.agencies = new ComparedAgencies({
      engine: app.engine,
      reports: () => this.reports.rows,
      choice: () => this.choice,
      years: () => this.#known.years[this.choice.kind],
      bySize: () => link().size !== "all",
    });
    this.readings = new Readings({
      engine: app.engine,
      link: () => ({ ...link(), year: this.choice.year }),
      metrics: () => app.metrics,
      reports: () => this.#orderedReports,
      isLarge: () => this.isLarge,
      isSettled: () => this.isSettled,
      detailed: () => this.#wanted,
    });
    // The chart waits for the values alone: their parts are asked for after them.
    const later = {
      waits: (): boolean => this.values.result.status === "loading" || !this.isSettled || this.readings.isDetailing,
      background: (): boolean => this.isLarge,
    };
    $effect(() => {
      const { shown } = this;
      if (!this.isLarge || shown === null) return;
      return afterFrame(() => (this.#settled = shown));
    });
    const { metrics, assumptions } = app;
    const hasReports = (): boolean => this.reports.rows.length > 0;
    const partsOf = (): MetricValuesParams | null =>
      hasReports() ? partsQuestion(link(), metrics, this.isLarge ? this.#wanted : null, assumptions) : null;
    this.parts = followQuery(app.engine, metricValues, partsOf, later);
    this.#otherKind = followQuery(app.engine, metricValues, () =>
      this.position.n === 1 ? otherKindQuestion(this.choice) : null,
    );
    const classesOf = (): EconomicClassesParams | null =>
      hasReports() ? classesQuestion(this.#root, this.isLarge ? this.#drawnReports : null) : null;
    this.classes = followQuery(app.engine, economicClasses, classesOf, later);
    readAhead(
      app.engine,
      metricValues,
      () => {
        const asked = [this.reports, this.values, this.parts, this.classes];
        const isDone = asked.every(({ result: { status } }) => status === "ready" || status === "idle");
        return isDone && !this.isLarge ? nextQuestions(link(), metrics) : [];
      },
      { background: true },
    );
  }

  readonly #asWanted = (raw: RowsByReading): RowsByReading =>
    readerGroups(raw, this.metric, this.#rules, this.choice.year);

  #asParts(rows: readonly MetricValuesRow[]): MetricValuesRow[] {
    return readerParts(rows, this.#link, (id) => this.#app.metrics.metricOf(id), this.#rules);
  }

  /** The question that gives the values on show: the dictionary's, or one made of a reader's formula. */
  get values(): Readings["shown"] {
    return this.readings.shown;
  }

  /** The definition that the address asks for and that cannot be computed; null where there is none. */
  get broken(): UserMetricResult | null {
    return this.#checked.broken;
  }

  get choice(): Choice {
    return this.#checked.choice;
  }

  get problems(): readonly UnknownPart[] {
    return this.#checked.problems;
  }

  get order(): TableOrder {
    return { key: this.#link.sort, turned: this.#link.order === "turned" };
  }

  /** Ways to compute under which not all agencies on screen can be ranked. */
  get incompleteWays(): number {
    return this.#trials.incomplete;
  }

  /** What a value that stands alone is held against: the same agency's year before, and its other report of the year. */
  readonly beside: Beside | null = $derived.by(() =>
    this.position.n === 1
      ? besideOf(this.counted[0] ?? null, [...this.#rows, ...this.readings.details], this.#otherKind.rows)
      : null,
  );

  /** What keeps a value out of the ranking; null where nothing does. */
  apartBy(row: MetricValuesRow): DifferenceKind | null {
    return this.#standing.apart.get(row.report_id) ?? null;
  }

  /** What a value says about itself on hover, printed as on this screen. */
  card(row: MetricValuesRow): SourceCard {
    const card = cardOf(row, this.#app.format, this.#app.locale, this.position.n, this.metric);
    return row.value === null ? card : { ...card, value: this.print.value(row.value) };
  }

  /** Whether the metric is made of parts at all. */
  readonly isSplit: boolean = $derived.by(() => this.#root !== null);

  /** The 类 that the table prints per head beside the metric. */
  get tableParts(): readonly string[] {
    return tablePartsOf(this.#root);
  }

  /** How far the parts are. */
  readonly partsStatus: Progress = $derived.by(() =>
    partsProgress(
      [this.parts.result.status, this.classes.result.status],
      this.parts.rows.length > 0,
      this.rows.some((row) => (this.splitter?.of(row)?.whole.parts.length ?? 0) > 0),
    ),
  );

  /** The report whose headcount is being typed in. */
  get filling(): string | null {
    return this.#link.fill;
  }

  /** The part whose printed lines are asked for. */
  get part(): string | null {
    return this.#link.part;
  }

  /** How far the values are; `ready` only with rows of the metric asked for. */
  readonly status: Progress = $derived.by(() => valuesProgress(this.values.result.status, this.#bare.length > 0));

  /** Metric, basis and headcount of the values drawn; null while others are asked for: the bench waits for it. */
  get shown(): string | null {
    const [row] = this.status === "ready" ? this.#bare : [];
    return row === undefined ? null : `${row.metric_id} ${row.basis} ${row.denominator ?? ""}`.trim();
  }

  /** Of thousands of values the chart comes first: whether what stands under it may follow. */
  get isSettled(): boolean {
    return !this.isLarge || (this.shown !== null && this.shown === this.#settled);
  }

  /** Whether every reading is there to be ranked. */
  get isComplete(): boolean {
    return this.readings.isComplete;
  }

  /** Whether what lies under the charts may follow too. */
  get isRested(): boolean {
    return this.isSettled && this.readings.isRested;
  }

  colour(agencyId: string): string {
    return this.colours.get(agencyId) ?? "currentColor";
  }

  assumedFor(row: MetricValuesRow): number | null {
    if (row.status !== "assumed") return null;
    return this.#rules?.assumed.get(assumptionKey(row.report_id, this.choice.denominator)) ?? null;
  }
}
