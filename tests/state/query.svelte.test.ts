import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import type { AskOptions, Engine } from "../../src/engine/engine.ts";
import { QueryError } from "../../src/engine/engine.ts";
import { sql } from "../../src/model/sql.ts";
import type { Query } from "../../src/model/sql.ts";
import { QueryState, followQuery } from "../../src/state/query.svelte.ts";

interface Ask {
  year: number;
}
interface Row {
  n: number;
}
const query: Query<Ask, Row> = {
  name: "count",
  columns: { n: "INTEGER" },
  sql: ({ year }) => sql`select ${year} as n`,
};

/** An engine that answers when told to, and counts what it is asked. */
class HeldEngine implements Engine {
  readonly asked: unknown[] = [];
  readonly #answers: { resolve: (rows: unknown[]) => void; reject: (error: unknown) => void }[] = [];

  readonly isBackground: boolean[] = [];
  readonly signals: (AbortSignal | undefined)[] = [];

  query<Params extends object, Result>(
    _query: Query<Params, Result>,
    params: Params,
    options: AskOptions = {},
  ): Promise<Result[]> {
    this.asked.push(params);
    this.isBackground.push(options.background ?? false);
    this.signals.push(options.signal);
    return new Promise((resolve, reject) => {
      this.#answers.push({
        resolve: (rows) => {
          resolve(rows as Result[]);
        },
        reject,
      });
    });
  }
  run = () => Promise.reject(new Error("not asked here"));
  close = () => Promise.resolve();

  async answer(index: number, rows: Row[]): Promise<void> {
    this.#answers[index]?.resolve(rows);
    await Promise.resolve();
    await Promise.resolve();
  }
  async fail(index: number, error: unknown): Promise<void> {
    this.#answers[index]?.reject(error);
    await Promise.resolve();
    await Promise.resolve();
  }
}

describe("QueryState.ask(params)", () => {
  it("goes from idle over loading to ready", async () => {
    const engine = new HeldEngine();
    const state = new QueryState(engine, query);
    expect(state.result).toEqual({ status: "idle" });
    void state.ask({ year: 2020 });
    expect(state.result).toEqual({ status: "loading", previous: null });
    await engine.answer(0, [{ n: 1 }]);
    expect(state.result).toEqual({ status: "ready", rows: [{ n: 1 }] });
  });

  it("says which question its rows answer, also while another is asked", async () => {
    const engine = new HeldEngine();
    const state = new QueryState(engine, query);
    expect(state.answered).toBeNull();
    void state.ask({ year: 2020 });
    expect(state.answered).toBeNull();
    await engine.answer(0, [{ n: 1 }]);
    void state.ask({ year: 2021 });
    expect([state.rows, state.answered]).toEqual([[{ n: 1 }], { year: 2020 }]);
    await engine.answer(1, [{ n: 2 }]);
    expect([state.rows, state.answered]).toEqual([[{ n: 2 }], { year: 2021 }]);
    state.reset();
    expect(state.answered).toBeNull();
  });

  it("asks anew in earnest what is under way in the background, and takes no other answer", async () => {
    const engine = new HeldEngine();
    const state = new QueryState(engine, query);
    void state.ask({ year: 2020 }, { background: true });
    void state.ask({ year: 2020 }, { background: true });
    expect(engine.isBackground).toEqual([true]);
    void state.ask({ year: 2020 });
    void state.ask({ year: 2020 });
    expect(engine.isBackground).toEqual([true, false]);
    await engine.answer(0, [{ n: 0 }]);
    expect(state.result.status).toBe("loading");
    await engine.answer(1, [{ n: 1 }]);
    expect(state.result).toEqual({ status: "ready", rows: [{ n: 1 }] });
    void state.ask({ year: 2020 });
    expect(engine.asked).toHaveLength(2);
  });

  it("gives up what is under way in the background when something else is wanted, or nothing", () => {
    const engine = new HeldEngine();
    const state = new QueryState(engine, query);
    void state.ask({ year: 2020 }, { background: true });
    void state.ask({ year: 2021 }, { background: true });
    expect(engine.signals.map((signal) => signal?.aborted)).toEqual([true, false]);
    state.reset();
    expect(engine.signals[1]?.aborted).toBe(true);
    void state.ask({ year: 2020 });
    expect(engine.signals[2]).toBeUndefined();
  });

  it("is ready at once with rows that the engine knows", () => {
    const rows: Row[] = [{ n: 7 }];
    const engine = Object.assign(new HeldEngine(), {
      known: <Params extends object, Result>(_query: Query<Params, Result>, params: Params) =>
        (params as unknown as Ask).year === 2020 ? (rows as Result[]) : null,
    });
    const state = new QueryState(engine, query);
    void state.ask({ year: 2020 });
    expect(state.result).toEqual({ status: "ready", rows });
    void state.ask({ year: 2021 });
    expect(state.result).toEqual({ status: "loading", previous: rows });
    expect(engine.asked).toEqual([{ year: 2021 }]);
  });

  it("shows the newer answer when the older one comes last", async () => {
    const engine = new HeldEngine();
    const state = new QueryState(engine, query);
    void state.ask({ year: 2020 });
    void state.ask({ year: 2021 });
    await engine.answer(1, [{ n: 2021 }]);
    await engine.answer(0, [{ n: 2020 }]);
    expect(state.rows).toEqual([{ n: 2021 }]);
  });

  it("does not show the failure of a superseded question", async () => {
    const engine = new HeldEngine();
    const state = new QueryState(engine, query);
    void state.ask({ year: 2020 });
    void state.ask({ year: 2021 });
    await engine.fail(0, new QueryError("gone", "select", null));
    expect(state.result.status).toBe("loading");
    await engine.answer(1, [{ n: 2021 }]);
    expect(state.result.status).toBe("ready");
  });

  it("keeps the previous rows while a newer answer is read and when it fails", async () => {
    const engine = new HeldEngine();
    const state = new QueryState(engine, query);
    void state.ask({ year: 2020 });
    await engine.answer(0, [{ n: 2020 }]);
    void state.ask({ year: 2021 });
    expect(state.rows).toEqual([{ n: 2020 }]);
    await engine.fail(1, "no engine");
    expect(state.result).toEqual({ status: "failed", error: new Error("no engine"), previous: [{ n: 2020 }] });
    expect(state.rows).toEqual([{ n: 2020 }]);
  });

  it("asks the same question once, and again after a failure", async () => {
    const engine = new HeldEngine();
    const state = new QueryState(engine, query);
    void state.ask({ year: 2020 });
    void state.ask({ year: 2020 });
    expect(engine.asked).toHaveLength(1);
    await engine.fail(0, new Error("down"));
    void state.retry();
    expect(engine.asked).toEqual([{ year: 2020 }, { year: 2020 }]);
    await engine.answer(1, [{ n: 5 }]);
    expect(state.rows).toEqual([{ n: 5 }]);
  });

  it("shows nothing of an answer that comes after a reset", async () => {
    const engine = new HeldEngine();
    const state = new QueryState(engine, query);
    void state.ask({ year: 2020 });
    state.reset();
    await engine.answer(0, [{ n: 1 }]);
    expect(state.result).toEqual({ status: "idle" });
  });
});

describe("followQuery(engine, query, params)", () => {
  it("asks when a parameter changes and forgets while there are none", async () => {
    const engine = new HeldEngine();
    let year = $state<number | null>(null);
    let state: QueryState<Ask, Row> | undefined;
    const end = $effect.root(() => {
      state = followQuery(engine, query, () => (year === null ? null : { year }));
    });
    flushSync();
    expect(engine.asked).toEqual([]);
    year = 2020;
    flushSync();
    await engine.answer(0, [{ n: 2020 }]);
    expect(state?.rows).toEqual([{ n: 2020 }]);
    year = 2021;
    flushSync();
    expect(engine.asked).toEqual([{ year: 2020 }, { year: 2021 }]);
    year = null;
    flushSync();
    expect(state?.result).toEqual({ status: "idle" });
    end();
  });
});
