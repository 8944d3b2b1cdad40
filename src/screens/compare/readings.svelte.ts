import type { Basis, Denominator } from "../../domain/status.ts";
import { metricStandings, metricValues, userMetricValues } from "../../model/queries/index.ts";
import type {
  MetricStandingsParams,
  MetricStandingsRow,
  MetricValuesParams,
  MetricValuesRow,
  ReportsRow,
  UserMetricParams,
} from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { followQuery } from "../../state/query.svelte.ts";
import type { QueryState } from "../../state/query.svelte.ts";
import { readAhead } from "../../state/read-ahead.svelte.ts";
import type { ScreenValues } from "../../state/routes/index.ts";
import { DENOMINATORS } from "./choice.ts";
import type { MetricSource } from "./choice.ts";
import { dictionaryQuestion, nextStandings, ownQuestion, standingsQuestion } from "./questions.ts";
import { standingRows, withDetails } from "./standing-rows.ts";

type Link = ScreenValues<"compare">;

/** What the readings follow, all of it reactive. */
export interface ReadingsSource {
  readonly engine: AppState["engine"];
  readonly link: () => Link;
  readonly metrics: () => MetricSource;
  readonly reports: () => ReadonlyMap<string, ReportsRow>;
  /** Too many reports to read every reading with its places at once. */
  readonly isLarge: () => boolean;
  /** Whether the chart of the reading on show has been painted. */
  readonly isSettled: () => boolean;
  /** Reports of which notes and places are wanted, where they are not read of all. */
  readonly detailed: () => readonly string[];
}

const IN_BACKGROUND = { background: () => true };

/** One basis and headcount over thousands of agencies. */
class Standing {
  readonly basis: Basis;
  readonly denominator: Denominator;
  readonly state: QueryState<MetricStandingsParams, MetricStandingsRow>;
  readonly #reports: () => ReadonlyMap<string, ReportsRow>;
  readonly #isPossible: () => boolean;
  readonly rows: readonly MetricValuesRow[] = $derived.by(() => {
    const { result, answered } = this.state;
    return result.status === "ready" && answered !== null ? standingRows(result.rows, answered, this.#reports()) : [];
  });

  /** @param isWanted whether it is the one on show; @param waits whether something else is read first. */
  constructor(
    source: ReadingsSource,
    basis: Basis,
    denominator: Denominator,
    isWanted: (own: Standing) => boolean,
    waits: (own: Standing) => boolean,
  ) {
    this.basis = basis;
    this.denominator = denominator;
    this.#reports = source.reports;
    this.state = followQuery(
      source.engine,
      metricStandings,
      () => (source.isLarge() ? standingsQuestion(source.link(), source.metrics(), basis, denominator) : null),
      { waits: () => !isWanted(this) && waits(this), background: () => !isWanted(this) },
    );
    this.#isPossible = () => standingsQuestion(source.link(), source.metrics(), basis, denominator) !== null;
  }

  /** Whether nothing of it is outstanding: a metric without headcount has no readings by headcount. */
  get isRead(): boolean {
    return ["ready", "failed"].includes(this.state.result.status) || !this.#isPossible();
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
  /** Set when all are made: those that wait for the one on show then find it. */
  #standings: readonly Standing[] = $state.raw([]);
  readonly #details: QueryState<MetricValuesParams, MetricValuesRow>;
  /** The standing on show; null where another question gives the values. */
  readonly #shown: Standing | null = $derived.by(() => {
    if (!this.#source.isLarge() || this.#own.result.status !== "idle") return null;
    const { basis, denominator } = this.#source.link();
    const question = standingsQuestion(this.#source.link(), this.#source.metrics(), basis, denominator);
    const divisor = question?.denominator ?? DENOMINATORS[0];
    return this.#standings.find((each) => each.basis === basis && each.denominator === divisor) ?? null;
  });
  /** The rows on show with what was read of some of them besides. */
  readonly #detailed = $derived.by(() => withDetails(this.#shown?.rows ?? [], this.#details.rows));

  constructor(source: ReadingsSource) {
    this.#source = source;
    const { engine, link, metrics } = source;
    this.#dictionary = followQuery(engine, metricValues, () =>
      source.isLarge() ? null : dictionaryQuestion(link(), metrics()),
    );
    this.#own = followQuery(engine, userMetricValues, () => ownQuestion(link(), metrics()));
    this.#standings = (["comparable", "reported"] as const).flatMap((basis) =>
      DENOMINATORS.map(
        (denominator) =>
          new Standing(
            source,
            basis,
            denominator,
            (own) => own === this.#shown,
            (own) => !this.#isTurnOf(own),
          ),
      ),
    );
    this.#details = followQuery(
      engine,
      metricValues,
      (): MetricValuesParams | null => {
        const question = this.#isRead ? dictionaryQuestion(link(), metrics()) : null;
        const report_ids = question === null ? [] : source.detailed();
        if (question === null || report_ids.length === 0) return null;
        const { basis, denominator } = link();
        return { ...question, basis, denominator, report_ids };
      },
      IN_BACKGROUND,
    );
    const ahead = (): MetricStandingsParams[] => {
      const isDone = this.#isRead && this.isComplete && this.#details.result.status !== "loading";
      return isDone ? nextStandings(link(), metrics()) : [];
    };
    readAhead(engine, metricStandings, ahead, { background: true });
  }

  /** Whether the reading on show is there and drawn: what else is asked comes after it. */
  get #isRead(): boolean {
    return this.#shown?.state.result.status === "ready" && this.#source.isSettled();
  }

  /**
   * One reading after the other, once what is in sight is there: whoever asks for something new
   * meanwhile waits for one question at most.
   */
  #isTurnOf(own: Standing): boolean {
    if (!this.#isRead || this.#details.result.status === "loading") return false;
    return this.#standings.slice(0, this.#standings.indexOf(own)).every((each) => each.isRead);
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
    return this.#shown === null ? this.#dictionary.rows : this.#detailed;
  }

  /** Rows of every reading, as far as they are read. */
  get all(): readonly MetricValuesRow[] {
    if (this.#shown === null || this.#own.result.status !== "idle") return this.rows;
    return [...this.rows, ...this.#standings.flatMap((each) => (each === this.#shown ? [] : each.rows))];
  }

  /** Rows of some agencies in other years, where they were wanted. */
  get details(): readonly MetricValuesRow[] {
    return this.#details.rows;
  }

  /** Whether every reading is there. */
  get isComplete(): boolean {
    return this.#shown === null || this.#standings.every((each) => each.isRead);
  }
}
