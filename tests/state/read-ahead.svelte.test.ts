import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AnswerMemory } from "../../src/engine/answer-memory.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { sql } from "../../src/model/sql.ts";
import type { Query } from "../../src/model/sql.ts";
import { readAhead } from "../../src/state/read-ahead.svelte.ts";

interface Ask {
  year: number;
}
const QUERY: Query<Ask, { n: number }> = {
  name: "count",
  columns: { n: "INTEGER" },
  sql: ({ year }) => sql`select ${year} as n`,
};

/** How long an answer takes, ms. */
const TAKES = 100;

/** An engine that keeps its answers and counts what it is asked. */
function engineOf(keeps: boolean) {
  const memory = new AnswerMemory();
  const asked: Ask[] = [];
  const engine: Engine = {
    query: async (query, params) => {
      asked.push(params as Ask);
      await new Promise((resolve) => setTimeout(resolve, TAKES));
      if ((params as Ask).year < 0) throw new Error("no such year");
      memory.keep(query, params, []);
      return [];
    },
    ...(keeps ? { known: (query, params) => memory.recall(query, params) } : {}),
    run: () => Promise.reject(new Error("not asked here")),
    close: () => Promise.resolve(),
  };
  return { engine, asked };
}

describe("readAhead(engine, query, questions)", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("asks one question after the other while the page is idle", async () => {
    const { engine, asked } = engineOf(true);
    const undo = $effect.root(() => {
      readAhead(engine, QUERY, () => [{ year: 1 }, { year: 2 }]);
    });
    flushSync();
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(60);
    expect(asked).toEqual([{ year: 1 }]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toEqual([{ year: 1 }, { year: 2 }]);
    undo();
  });

  it("begins anew with other questions and leaves out what is answered", async () => {
    const { engine, asked } = engineOf(true);
    let questions = $state.raw<readonly Ask[]>([{ year: 1 }, { year: 2 }]);
    const undo = $effect.root(() => {
      readAhead(engine, QUERY, () => questions);
    });
    flushSync();
    await vi.advanceTimersByTimeAsync(60);
    await vi.advanceTimersByTimeAsync(TAKES);
    questions = [{ year: 1 }, { year: 3 }];
    flushSync();
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toEqual([{ year: 1 }, { year: 3 }]);
    undo();
  });

  it("lets what is under way come to its end, and asks no two at a time", async () => {
    const { engine, asked } = engineOf(true);
    let questions = $state.raw<readonly Ask[]>([{ year: 1 }, { year: 2 }]);
    const undo = $effect.root(() => {
      readAhead(engine, QUERY, () => questions);
    });
    flushSync();
    await vi.advanceTimersByTimeAsync(60);
    questions = [{ year: 3 }, { year: 1 }];
    flushSync();
    await vi.advanceTimersByTimeAsync(30);
    expect(asked).toEqual([{ year: 1 }]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toEqual([{ year: 1 }, { year: 3 }]);
    undo();
  });

  it("stops with its component, and at the first question that fails", async () => {
    const { engine, asked } = engineOf(true);
    const undo = $effect.root(() => {
      readAhead(engine, QUERY, () => [{ year: 1 }]);
    });
    flushSync();
    undo();
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toEqual([]);
    const again = $effect.root(() => {
      readAhead(engine, QUERY, () => [{ year: -1 }, { year: 1 }]);
    });
    flushSync();
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toEqual([{ year: -1 }]);
    again();
  });

  it("asks nothing of an engine that keeps no answers", async () => {
    const { engine, asked } = engineOf(false);
    const undo = $effect.root(() => {
      readAhead(engine, QUERY, () => [{ year: 1 }]);
    });
    flushSync();
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toEqual([]);
    undo();
  });
});
