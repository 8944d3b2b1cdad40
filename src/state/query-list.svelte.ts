import { untrack } from "svelte";
import type { Engine } from "../engine/engine.ts";
import type { Query } from "../model/sql.ts";
import { indexRows } from "./group-rows.ts";
import { QueryState } from "./query.svelte.ts";

/** The same question with different parameters, each asked once while it is wanted. */
export class QueryList<Params extends object, Row> {
  #states: ReadonlyMap<string, QueryState<Params, Row>> = $state.raw(indexRows([], (state) => state));
  readonly #engine: Engine;
  readonly #query: Query<Params, Row>;

  /** The answers known so far, one after the other; a failed one gives none. */
  readonly rows: readonly Row[] = $derived.by(() => [...this.#states.values()].flatMap((state) => state.rows));

  constructor(engine: Engine, query: Query<Params, Row>) {
    this.#engine = engine;
    this.#query = query;
  }

  ask(wanted: readonly Params[]): void {
    const before = this.#states;
    this.#states = indexRows(wanted, (params) => {
      const key = JSON.stringify(params);
      const state = before.get(key) ?? new QueryState(this.#engine, this.#query);
      void state.ask(params);
      return [key, state];
    });
  }
}

/** As `followQuery`, for a list of parameters. */
export function followQueries<Params extends object, Row>(
  engine: Engine,
  query: Query<Params, Row>,
  params: () => readonly Params[],
): QueryList<Params, Row> {
  const list = new QueryList(engine, query);
  $effect.pre(() => {
    const wanted = params();
    untrack(() => {
      list.ask(wanted);
    });
  });
  return list;
}
