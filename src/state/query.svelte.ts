import { untrack } from "svelte";
import type { AskOptions, Engine } from "../engine/engine.ts";
import type { Query } from "../model/sql.ts";

/** What a screen draws of a query. `previous` keeps the rows of the last answer, so that nothing jumps while a new one is read. */
export type QueryResult<Row> =
  | { readonly status: "idle" }
  | { readonly status: "loading"; readonly previous: readonly Row[] | null }
  | { readonly status: "ready"; readonly rows: readonly Row[] }
  | { readonly status: "failed"; readonly error: Error; readonly previous: readonly Row[] | null };

/** A question that is too large to be asked at once: its parts in order, and one answer of theirs. */
export interface Slices<Params, Row> {
  readonly of: (params: Params) => readonly Params[];
  readonly joined: (answers: readonly (readonly Row[])[]) => Row[];
}

/**
 * One question to the engine and its answer. A newer `ask` supersedes an older one: whatever the
 * older answers, and whenever, it is not shown.
 */
export class QueryState<Params extends object, Row> {
  #result: QueryResult<Row> = $state.raw({ status: "idle" });
  readonly #engine: Engine;
  readonly #query: Query<Params, Row>;
  #asked = 0;
  #params: Params | null = null;
  #key: string | null = null;
  #answered: Params | null = null;
  #isBackground = false;
  /** Ends the question under way, where it is one in the background: what nobody wants keeps nothing else waiting. */
  #stop: AbortController | null = null;

  readonly #slices: Slices<Params, Row> | null;

  constructor(engine: Engine, query: Query<Params, Row>, slices: Slices<Params, Row> | null = null) {
    this.#engine = engine;
    this.#query = query;
    this.#slices = slices;
  }

  get result(): QueryResult<Row> {
    return this.#result;
  }

  /** The rows to draw: the answer, or the previous one while a newer is read; empty before any. */
  get rows(): readonly Row[] {
    const result = this.#result;
    if (result.status === "ready") return result.rows;
    return result.status === "idle" ? [] : (result.previous ?? []);
  }

  /** The question that `rows` answer; null before any answer. */
  get answered(): Params | null {
    return this.#result.status === "idle" ? null : this.#answered;
  }

  /**
   * Asks, unless the same parameters are asked or answered already; what is under way in the background
   * and now wanted in earnest is asked anew. Never rejects.
   */
  async ask(params: Params, { background = false }: AskOptions = {}): Promise<void> {
    const key = JSON.stringify(params);
    const isUrgent = this.#isBackground && !background && this.#result.status === "loading";
    if (key === this.#key && this.#result.status !== "failed" && !isUrgent) return;
    this.#key = key;
    this.#params = params;
    this.#isBackground = background;
    await this.#run(params);
  }

  /** Asks the last question again, for a «retry» button. */
  async retry(): Promise<void> {
    if (this.#params !== null) await this.#run(this.#params);
  }

  /** Forgets question and answer; an answer under way is not shown. */
  reset(): void {
    this.#asked += 1;
    this.#stop?.abort();
    this.#key = null;
    this.#params = null;
    this.#answered = null;
    // Nothing asked and nothing known stays as it is: who follows it has nothing new to follow.
    if (this.#result.status !== "idle") this.#result = { status: "idle" };
  }

  async #run(params: Params): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    this.#stop?.abort();
    this.#stop = this.#isBackground ? new AbortController() : null;
    const known = this.#engine.known?.(this.#query, params) ?? null;
    if (known !== null) {
      this.#answered = params;
      this.#result = { status: "ready", rows: known };
      return;
    }
    const previous = this.#previous();
    this.#result = { status: "loading", previous };
    let result: QueryResult<Row>;
    try {
      result = { status: "ready", rows: await this.#answer(params, () => mine === this.#asked) };
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      result = { status: "failed", error, previous };
    }
    if (mine !== this.#asked) return;
    if (result.status === "ready") this.#answered = params;
    this.#result = result;
  }

  /** @param isWanted whether nothing newer is asked: no further part is read for an answer that nobody sees. */
  async #answer(params: Params, isWanted: () => boolean): Promise<readonly Row[]> {
    const options = this.#stop === null ? {} : { background: true, signal: this.#stop.signal };
    if (this.#slices === null) return this.#engine.query(this.#query, params, options);
    const answers: Row[][] = [];
    for (const part of this.#slices.of(params)) {
      if (!isWanted()) return [];
      answers.push(await this.#engine.query(this.#query, part, options));
    }
    return this.#slices.joined(answers);
  }

  #previous(): readonly Row[] | null {
    const result = this.#result;
    if (result.status === "ready") return result.rows;
    return result.status === "idle" ? null : result.previous;
  }
}

export interface FollowOptions<Params, Row> {
  /**
   * Reactive: while true nothing new is asked and the last answer stays. An engine answers one
   * question after the other; what a chart waits for goes first.
   */
  readonly waits?: () => boolean;
  readonly slices?: Slices<Params, Row> | null;
  /** Reactive: whether nobody looks at the answer yet. */
  readonly background?: () => boolean;
}

/**
 * A query that follows reactive parameters, for a component or a state class made in one: asked
 * when they change, forgotten while they are null.
 */
export function followQuery<Params extends object, Row>(
  engine: Engine,
  query: Query<Params, Row>,
  params: () => Params | null,
  { waits = () => false, slices = null, background = () => false }: FollowOptions<Params, Row> = {},
): QueryState<Params, Row> {
  const state = new QueryState(engine, query, slices);
  $effect.pre(() => {
    const current = params();
    const isHeld = waits();
    const options = { background: background() };
    untrack(() => {
      if (isHeld && current !== null) return;
      if (current === null) state.reset();
      else void state.ask(current, options);
    });
  });
  return state;
}
