import { afterAll, afterEach, beforeAll, expect, vi } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { preparedKey } from "../../src/engine/prepared-key.ts";
import type { Query } from "../../src/model/sql.ts";
import { AppState } from "../../src/state/app.svelte.ts";
import type { DataSummary } from "../../src/state/app.svelte.ts";
import { EngineStatus } from "../../src/state/engine-status.svelte.ts";
import { UrlState } from "../../src/state/url.svelte.ts";
import { openSeeds } from "../model/seed-engine.ts";
import { until } from "./until.ts";

interface Answered {
  readonly result: { readonly status: string };
}

/** The state class of a screen over the five seeds. */
export interface SeededScreen<State> {
  /** Opens it at an address and waits for all its answers. */
  readonly open: (hash: string) => Promise<State>;
  /** Keys of what has been asked since the last `open`. */
  readonly asked: () => readonly string[];
  readonly app: () => AppState;
}

/** For a test file: one native engine over the seeds, open from its first test to its last. */
export function useSeeds(): () => Engine {
  let seeds: Engine;
  beforeAll(async () => {
    // jsdom brings a Uint8Array of its own, which Node's TextEncoder and the Parquet writer do not know.
    vi.stubGlobal("Uint8Array", Object.getPrototypeOf(Buffer));
    try {
      seeds = await openSeeds();
    } finally {
      vi.unstubAllGlobals();
    }
  }, 60_000);
  afterAll(() => seeds.close());
  return () => seeds;
}

/**
 * For a test file: one native engine over the seeds, a screen's state in an effect root per test.
 *
 * @param queries all that the state waits for.
 * @param data what the page knows of its data from the start, such as how many agencies there are.
 * @param besides what the engine can do besides: one that keeps answers is read ahead.
 */
export function seededScreen<State>(
  make: (app: AppState) => State,
  queries: (state: State) => readonly Answered[],
  data: DataSummary | null = null,
  besides: Pick<Engine, "known"> = {},
): SeededScreen<State> {
  const seeds = useSeeds();
  let app: AppState;
  let undo = (): void => undefined;
  let asked: string[] = [];

  afterEach(() => {
    undo();
  });

  return {
    app: () => app,
    asked: () => asked,
    open: async (hash) => {
      undo();
      history.pushState(null, "", hash);
      asked = [];
      const engine: Engine = {
        ...besides,
        query: <Params extends object, Row>(query: Query<Params, Row>, params: Params): Promise<Row[]> => {
          asked.push(preparedKey(query.name, params));
          return seeds().query(query, params);
        },
        run: (text, options) => seeds().run(text, options),
        close: () => Promise.resolve(),
      };
      app = new AppState({ engine, url: new UrlState(window), status: new EngineStatus(), data });
      const made: State[] = [];
      undo = $effect.root(() => {
        made.push(make(app));
      });
      const [state] = made;
      if (state === undefined) throw new Error("found no state, expected the effect root to make it at once");
      await until(() => {
        expect(queries(state).map(({ result }) => result.status)).toEqual(queries(state).map(() => "ready"));
      });
      return state;
    },
  };
}
