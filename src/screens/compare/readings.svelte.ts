import { untrack } from "svelte";
import type { Basis, Denominator } from "../../domain/status.ts";
import { metricStandings, metricValues, userMetricValues } from "../../model/queries/index.ts";
import type {
  MetricStandingsParams,
  MetricStandingsRow,
  MetricValuesParams,
  MetricValuesRow,
  UserMetricParams,
} from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { followQuery } from "../../state/query.svelte.ts";
import type { QueryState, Slices } from "../../state/query.svelte.ts";
import { readAhead } from "../../state/read-ahead.svelte.ts";
import type { ScreenValues } from "../../state/routes/index.ts";
import { DENOMINATORS } from "./choice.ts";
import type { MetricSource } from "./choice.ts";
import {
  detailsQuestion,
  dictionaryQuestion,
  nextStanding,
  nextStandings,
  ownQuestion,
  standingsQuestion,
  together,
} from "./questions.ts";
import { standingRows } from "./standing-rows.ts";
import type { OrderedReports } from "./standing-rows.ts";

type Link = ScreenValues<"compare">;

/** What the readings follow, all of it reactive. */
export interface ReadingsSource {
  readonly engine: AppState["engine"];
  readonly link: () => Link;
  readonly metrics: () => MetricSource;
  readonly reports: () => OrderedReports;
  /** Too many reports to read every reading with its places at once. */
  readonly isLarge: () => boolean;
  /** Whether the chart of the reading on show has been painted. */
  readonly isSettled: () => boolean;
  /** Reports of which notes and places are wanted, where they are not read of all. */
  readonly detailed: () => readonly string[];
}

const IN_BACKGROUND = { background: () => true };
/** One in a question: what an engine reads of several together keeps all else waiting for longer at a stretch. */
const ONE_BY_ONE: Slices<MetricStandingsParams, MetricStandingsRow> = {
  of: (params) => params.readings.map((reading) => ({ ...params, readings: [reading] })),
  joined: (answers) => answers.flat(),
};
/**
 * Nothing else of a metric is read, which the next would wait for, before its reader has looked at it for so long,
 * ms: a moment, and longer for one who went on from the metric before within two seconds.
 */
const REST = { usual: 200, within: 2000, turning: 500 } as const;
const NO_ROWS: readonly MetricValuesRow[] = [];
const NO_ANSWER: readonly MetricStandingsRow[] = [];

/** One basis and headcount over thousands of agencies. */
class Standing {
  readonly basis: Basis;
  readonly denominator: Denominator;
  readonly state: QueryState<MetricStandingsParams, MetricStandingsRow>;
  /** What is asked for it; null where the metric has no such reading. */
  readonly question: () => MetricStandingsParams | null;
  readonly #reports: () => OrderedReports;
  /** While it waits its turn the last answer stays: of another metric it is none. */
  readonly #isAnswered = $derived.by(() => {
    const { result, answered } = this.state;
    return result.status === "ready" && JSON.stringify(answered) === JSON.stringify(this.question());
  });
  readonly #answer = $derived.by((): readonly MetricStandingsRow[] => {
    const { result } = this.state;
    return result.status === "ready" && this.#isAnswered ? result.rows : NO_ANSWER;
  });
  // By value: another address asks the same of most standings, whose thousands of rows then stay.
  readonly #own = $derived.by(() => this.question()?.readings[0]?.metric_id ?? null);
  readonly #other = $derived.by(() => this.question()?.readings[1]?.metric_id ?? null);
  readonly rows: readonly MetricValuesRow[] = $derived.by(() => this.#rowsOf(this.#own));
  /** Rows of what decides whether those may be compared; empty where nothing does. */
  readonly deciding: readonly MetricValuesRow[] = $derived.by(() => this.#rowsOf(this.#other));

  /** @param isWanted whether it is the one on show; @param waits whether something else is read first. */
  constructor(
    source: ReadingsSource,
    basis: Basis,
    denominator: Denominator,
    isWanted: (own: Standing) => boolean,
    waits: () => boolean,
  ) {
    this.basis = basis;
    this.denominator = denominator;
    this.#reports = source.reports;
    this.question = () =>
      source.isLarge() ? standingsQuestion(source.link(), source.metrics(), basis, denominator) : null;
    this.state = followQuery(source.engine, metricStandings, this.question, {
      waits: () => !isWanted(this) && waits(),
      background: () => !isWanted(this),
    });
  }

  #rowsOf(metric_id: string | null): readonly MetricValuesRow[] {
    if (metric_id === null) return NO_ROWS;
    const rows = this.#answer.filter((row) => row.metric_id === metric_id);
    return standingRows(rows, this.#reports());
  }

  /** Whether nothing of it is outstanding: a metric without headcount has no readings by headcount. */
  get isRead(): boolean {
    return this.#isAnswered || this.state.result.status === "failed" || this.question() === null;
  }
}

/**
 * The values of the metric on show in its readings. Of few reports one answer holds them all; of
 * many the reading on show is asked first and without places, the others after it, and the places
 * of the rows in sight.
 */
export class Readings {
  readonly #source: ReadingsSource;
  readonly #dictionary: QueryState<MetricValuesParams, MetricValuesRow>;
  readonly #own: QueryState<UserMetricParams, MetricValuesRow>;
  /** A metric that a reader looks at in the list: of many reports it is read before it is chosen. */
  looked = $state.raw<string | null>(null);
  /** Set when all are made: those that wait for the one on show then find it. */
  #standings: readonly Standing[] = $state.raw([]);
  /** The other readings, one after the other; each then finds its own answer known. */
  readonly #others: QueryState<MetricStandingsParams, MetricStandingsRow>;
  readonly #details: QueryState<MetricValuesParams, MetricValuesRow>;
  /** Whether the reading on show has been drawn for a while. */
  #isLookedAt = $state(false);
  /** Whether the reader goes from one metric to the next, of thousands of agencies. */
  #isTurning = $state(false);
  /** The standing on show; null where another question gives the values. */
  readonly #shown: Standing | null = $derived.by(() => {
    if (!this.#source.isLarge() || this.#own.result.status !== "idle") return null;
    const { basis, denominator } = this.#source.link();
    const question = standingsQuestion(this.#source.link(), this.#source.metrics(), basis, denominator);
    const divisor = question?.readings[0]?.denominator ?? DENOMINATORS[0];
    return this.#standings.find((each) => each.basis === basis && each.denominator === divisor) ?? null;
  });

  constructor(source: ReadingsSource) {
    this.#source = source;
    const { engine, link, metrics } = source;
    let drawn = { metric: link().metric, at: -Infinity };
    // By value: another address of the same reading begins no new wait.
    const isDrawn = $derived(source.isLarge() && source.isSettled());
    $effect(() => {
      this.#isLookedAt = false;
      const { metric } = untrack(link);
      const now = performance.now();
      if (!isDrawn) {
        this.#isTurning = metric !== drawn.metric && now - drawn.at < REST.within;
        return undefined;
      }
      drawn = { metric, at: now };
      const rest = untrack(() => this.#isTurning) ? REST.turning : REST.usual;
      const timer = setTimeout(() => (this.#isLookedAt = true), rest);
      return () => {
        clearTimeout(timer);
      };
    });
    this.#dictionary = followQuery(engine, metricValues, () =>
      source.isLarge() ? null : dictionaryQuestion(link(), metrics()),
    );
    this.#own = followQuery(engine, userMetricValues, () => ownQuestion(link(), metrics()));
    // Made before the others, which wait for it: they would be asked and given up otherwise.
    this.#details = followQuery(
      engine,
      metricValues,
      () => (this.#isRead ? detailsQuestion(link(), metrics(), source.detailed()) : null),
      IN_BACKGROUND,
    );
    this.#others = followQuery(
      engine,
      metricStandings,
      () => {
        if (!this.#isRead || this.isDetailing) return null;
        const others = this.#standings.filter((each) => each !== this.#shown).map((each) => each.question());
        return together(others.filter((question) => question !== null));
      },
      { ...IN_BACKGROUND, slices: ONE_BY_ONE },
    );
    this.#standings = (["comparable", "reported"] as const).flatMap((basis) =>
      DENOMINATORS.map(
        (denominator) =>
          new Standing(
            source,
            basis,
            denominator,
            (own) => own === this.#shown,
            () => !["ready", "failed"].includes(this.#others.result.status),
          ),
      ),
    );
    const ahead = (): MetricStandingsParams[] => {
      if (!this.#isRead) return [];
      const isDone = this.isComplete && !this.isDetailing;
      return [...this.#lookedAt(), ...(isDone ? nextStandings(link(), metrics()) : [])];
    };
    readAhead(engine, metricStandings, ahead, { background: true });
  }

  /** Whether the reader may stay: what lies out of sight is not made for a metric that is leafed past. */
  get isRested(): boolean {
    return !this.#isTurning || this.#isLookedAt;
  }

  #lookedAt(): readonly MetricStandingsParams[] {
    const [{ looked: metric }, { link, metrics }] = [this, this.#source];
    const question = metric === null ? null : nextStanding({ ...link(), metric }, metrics());
    return question === null ? [] : [question];
  }

  /** Whether the reading on show is there, drawn and looked at: what else is asked comes after it. */
  get #isRead(): boolean {
    return this.#shown?.state.result.status === "ready" && this.#source.isSettled() && this.#isLookedAt;
  }

  /** The question that gives the values on show: the dictionary's, or one made of a reader's formula. */
  get shown():
    | QueryState<MetricValuesParams, MetricValuesRow>
    | QueryState<UserMetricParams, MetricValuesRow>
    | QueryState<MetricStandingsParams, MetricStandingsRow> {
    if (this.#own.result.status !== "idle") return this.#own;
    return this.#shown?.state ?? this.#dictionary;
  }

  /** Rows of the reading on show; of few reports of every reading. */
  get rows(): readonly MetricValuesRow[] {
    if (this.#own.result.status !== "idle") return this.#own.rows;
    return this.#shown === null ? this.#dictionary.rows : this.#shown.rows;
  }

  /** Rows of every reading, as far as they are read. */
  get all(): readonly MetricValuesRow[] {
    if (this.#shown === null || this.#own.result.status !== "idle") return this.rows;
    return [...this.rows, ...this.#standings.flatMap((each) => (each === this.#shown ? [] : each.rows))];
  }

  /**
   * Of thousands of agencies what decides whether the values on show may be compared; empty where
   * nothing does. On both bases, as far as they are read: a reader's switches take one from the other.
   */
  deciding(): readonly MetricValuesRow[] {
    const denominator = this.#shown?.denominator;
    return this.#standings.flatMap((each) => (each.denominator === denominator ? each.deciding : []));
  }

  /** Of thousands of agencies the rows that were wanted with notes and places, other years of some of them too. */
  get details(): readonly MetricValuesRow[] {
    return this.#details.rows;
  }

  /** Whether these are being read or about to be, and with them the parts of the metric. */
  get isDetailing(): boolean {
    return this.#details.result.status === "loading" || (this.#shown?.state.result.status === "ready" && !this.#isRead);
  }

  /** Whether every reading is there. */
  get isComplete(): boolean {
    return this.#shown === null || this.#standings.every((each) => each.isRead);
  }
}
