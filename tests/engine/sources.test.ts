import { describe, expect, it } from "vitest";
import { AnswerMemory } from "../../src/engine/answer-memory.ts";
import { Sources } from "../../src/engine/sources.ts";
import type { PageEngine } from "../../src/engine/sources.ts";
import { EngineStartError } from "../../src/engine/start-error.ts";
import { sql, type Query } from "../../src/model/sql.ts";

interface Row {
  readonly from: string;
}
const QUERY: Query<{ year: number }, Row> = {
  name: "invented",
  columns: { from: "VARCHAR" },
  sql: ({ year }) => sql`SELECT ${year}`,
};

/** An engine that says who answered, and how often it was started. */
function parts(prepared: boolean) {
  let starts = 0;
  let closed = 0;
  let started: (engine: PageEngine) => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  const answers = new AnswerMemory();
  const engine: PageEngine = {
    query: <Params extends object, R>(query: Query<Params, R>, params: Params) => {
      const rows = answers.recall(query, params) ?? ([{ from: "engine" }] as R[]);
      answers.keep(query, params, rows);
      return Promise.resolve(rows);
    },
    known: (query, params) => answers.recall(query, params),
    run: () => Promise.resolve({ columns: [], rows: [{ from: "engine" }] }),
    close: () => {
      closed++;
      return Promise.resolve();
    },
    stream: () => Promise.reject(new Error("not asked here")),
    addTable: () => Promise.resolve(),
    removeTable: () => Promise.resolve(),
    replaced: () => Promise.resolve([]),
    restore: () => Promise.resolve(),
  };
  const sources = new Sources(
    {
      rows: <Params extends object, R>(_query: Query<Params, R>) =>
        Promise.resolve(prepared ? ([{ from: "prepared" }] as R[]) : null),
    },
    () => {
      starts++;
      return new Promise((resolve, reject) => {
        started = resolve;
        failed = reject;
      });
    },
  );
  return {
    sources,
    starts: () => starts,
    closed: () => closed,
    up: () => started(engine),
    down: (error: Error = new Error("no engine")) => failed(error),
  };
}

describe("Sources", () => {
  it("answers from prepared results without starting the engine", async () => {
    const { sources, starts } = parts(true);
    expect(await sources.query(QUERY, { year: 2020 })).toEqual([{ from: "prepared" }]);
    expect(starts()).toBe(0);
  });

  it("lets the engine take over once it is up", async () => {
    const { sources, up } = parts(true);
    const start = sources.start();
    expect(await sources.query(QUERY, { year: 2020 })).toEqual([{ from: "prepared" }]);
    up();
    await start;
    expect(await sources.query(QUERY, { year: 2020 })).toEqual([{ from: "engine" }]);
  });

  it("knows what the engine has answered, and only that", async () => {
    const { sources, up } = parts(false);
    expect(sources.known(QUERY, { year: 2020 })).toBeNull();
    const start = sources.start();
    up();
    await start;
    const rows = await sources.query(QUERY, { year: 2020 });
    expect(sources.known(QUERY, { year: 2020 })).toBe(rows);
    expect(sources.known(QUERY, { year: 2021 })).toBeNull();
    expect(await sources.query(QUERY, { year: 2020 })).toBe(rows);
  });

  it("starts the engine for what was not prepared, once for many callers", async () => {
    const { sources, starts, up } = parts(false);
    const answers = Promise.all([
      sources.query(QUERY, { year: 2020 }),
      sources.query(QUERY, { year: 2021 }),
      sources.run("SELECT 1"),
    ]);
    await Promise.resolve();
    await Promise.resolve();
    expect(starts()).toBe(1);
    up();
    expect(await answers).toEqual([
      [{ from: "engine" }],
      [{ from: "engine" }],
      { columns: [], rows: [{ from: "engine" }] },
    ]);
  });

  it("keeps answering from prepared results when the engine cannot start, and says why for the rest", async () => {
    const { sources, down } = parts(true);
    const start = sources.start();
    down();
    await expect(start).rejects.toThrow("no engine");
    expect(await sources.query(QUERY, { year: 2020 })).toEqual([{ from: "prepared" }]);
    await expect(sources.run("SELECT 1")).rejects.toThrow("no engine");
  });

  it("starts anew for whoever asks next where the server did not answer, and only there", async () => {
    const { sources, starts, down, up } = parts(false);
    const first = sources.query(QUERY, { year: 2020 });
    await expect.poll(starts).toBe(1);
    down(new EngineStartError("no-answer", "the server did not answer"));
    await expect(first).rejects.toThrow("did not answer");
    const second = sources.query(QUERY, { year: 2020 });
    await expect.poll(starts).toBe(2);
    up();
    expect(await second).toEqual([{ from: "engine" }]);

    const broken = parts(false);
    const start = broken.sources.start();
    broken.down(new EngineStartError("no-webassembly", "this browser has no WebAssembly"));
    await expect(start).rejects.toThrow("WebAssembly");
    await expect(broken.sources.query(QUERY, { year: 2020 })).rejects.toThrow("WebAssembly");
    expect(broken.starts()).toBe(1);
  });

  it("ends the engine and starts another when asked to, with prepared answers in between", async () => {
    const { sources, starts, closed, up } = parts(true);
    const first = sources.start();
    up();
    await first;
    const again = sources.restart();
    expect(await sources.query(QUERY, { year: 2020 })).toEqual([{ from: "prepared" }]);
    up();
    await again;
    expect([starts(), closed()]).toEqual([2, 1]);
    expect(await sources.query(QUERY, { year: 2020 })).toEqual([{ from: "engine" }]);
  });
});
