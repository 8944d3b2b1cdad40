import { flushSync } from "svelte";
import { afterEach } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { preparedKey } from "../../src/engine/prepared-key.ts";
import type { MetricValuesRow } from "../../src/model/queries/index.ts";
import type { Query } from "../../src/model/sql.ts";
import { CompareState } from "../../src/screens/compare/compare.svelte.ts";
import { plainText } from "../../src/screens/compare/sentence.ts";
import { AppState } from "../../src/state/app.svelte.ts";
import { EngineStatus } from "../../src/state/engine-status.svelte.ts";
import { UrlState } from "../../src/state/url.svelte.ts";
import { useSeeds } from "./seeded-screen.svelte.ts";

/** The five seeds, with every question noted. */
class NotingEngine implements Engine {
  readonly asked: string[] = [];
  readonly #seeds: Engine;
  constructor(seeds: Engine) {
    this.#seeds = seeds;
  }
  query<Params extends object, Row>(query: Query<Params, Row>, params: Params): Promise<Row[]> {
    this.asked.push(preparedKey(query.name, params));
    return this.#seeds.query(query, params);
  }
  run: Engine["run"] = (text, options) => this.#seeds.run(text, options);
  close = (): Promise<void> => Promise.resolve();
}

/** The state of the compare screen over the five seeds; some of its questions stay unasked. */
export interface CompareScreen {
  /** Opens it at an address and waits for all answers. */
  readonly open: (hash: string) => Promise<CompareState>;
  /** Waits for the answers to what has changed since. */
  readonly settled: (compare: CompareState) => Promise<void>;
  /** Ends what was opened, before another is. */
  readonly end: () => void;
  readonly app: () => AppState;
  readonly asked: () => readonly string[];
}

/** For a test file: one native engine, a state in an effect root per test. */
export function compareScreen(): CompareScreen {
  const seeds = useSeeds();
  let engine: NotingEngine;
  let app: AppState;
  let undo: (() => void) | null = null;
  const end = (): void => {
    undo?.();
    undo = null;
  };

  afterEach(end);

  return {
    settled: (compare) => settled(compare, app),
    end,
    app: () => app,
    asked: () => engine.asked,
    open: async (hash) => {
      history.pushState(null, "", hash);
      engine = new NotingEngine(seeds());
      app = new AppState({ engine, url: new UrlState(window), status: new EngineStatus(), data: null });
      const made: CompareState[] = [];
      undo = $effect.root(() => {
        made.push(new CompareState(app));
      });
      const [compare] = made;
      if (compare === undefined) throw new Error("found no state, expected the effect root to make it at once");
      await settled(compare, app);
      return compare;
    },
  };
}

async function settled(compare: CompareState, { assumptions }: AppState): Promise<void> {
  const open = (): boolean =>
    !assumptions.isReady ||
    [compare.reports, compare.adjustments, compare.values, compare.parts, compare.classes].some(
      ({ result }) => result.status === "loading",
    );
  do {
    flushSync();
    await new Promise((resolve) => setTimeout(resolve, 5));
    flushSync();
  } while (open());
}

/** The headline as plain text. */
export const said = (compare: CompareState): string => plainText(compare.headline);

export function valueOf(compare: CompareState, agency: string): MetricValuesRow {
  const row = compare.rows.find((each) => each.agency_id === agency);
  if (row === undefined) throw new Error(`found no row of ${agency}, expected one`);
  return row;
}
