import { describe, expect, it } from "vitest";
import { QueryError } from "../../src/engine/engine.ts";
import type { Engine, ResultTable, RunOptions } from "../../src/engine/engine.ts";
import { StatementRun, WARM_UP } from "../../src/state/statement-run.svelte.ts";

interface Held {
  readonly text: string;
  readonly options: RunOptions | undefined;
  readonly resolve: (table: ResultTable) => void;
  readonly reject: (error: unknown) => void;
}

/** An engine that answers when told to; an abort rejects, as the contract says. */
class HeldEngine implements Engine {
  readonly held: Held[] = [];
  query = () => Promise.reject(new Error("not asked here"));
  close = () => Promise.resolve();
  run(text: string, options?: RunOptions): Promise<ResultTable> {
    // Asked once, to start the engine before the clock runs.
    if (text === WARM_UP) return Promise.resolve({ columns: [], rows: [] });
    return new Promise((resolve, reject) => {
      this.held.push({ text, options, resolve, reject });
      options?.signal?.addEventListener("abort", () => {
        reject(options.signal?.reason as Error);
      });
    });
  }
}

/** Lets the engine start: only then is the statement sent. */
async function started(): Promise<void> {
  for (let round = 0; round < 4; round += 1) await Promise.resolve();
}

const tableOf = (count: number): ResultTable => ({
  columns: [{ name: "n", type: "INTEGER" }],
  rows: Array.from({ length: count }, (_, n) => ({ n })),
});

function setUp(limit = 3) {
  const engine = new HeldEngine();
  let time = 100;
  const run = new StatementRun(engine, limit, () => (time += 20));
  return { engine, run };
}

describe("StatementRun.run(statement)", () => {
  it("goes from idle over running to done, with the time it took", async () => {
    const { engine, run } = setUp();
    expect(run.result).toEqual({ status: "idle" });
    const statement = { text: "select 1", at: 4 };
    const done = run.run(statement);
    expect(run.result).toEqual({ status: "running", statement });
    await started();
    engine.held[0]?.resolve(tableOf(2));
    await done;
    expect(run.result).toEqual({ status: "done", statement, table: tableOf(2), isCut: false, milliseconds: 20 });
  });

  it.each([
    [3, false],
    [4, true],
  ])("of %i rows shows three and says whether there are more: %s", async (count, isCut) => {
    const { engine, run } = setUp(3);
    const done = run.run({ text: "select", at: 0 });
    await started();
    expect(engine.held[0]?.options?.limit).toBe(4);
    engine.held[0]?.resolve(tableOf(count));
    await done;
    expect(run.result).toMatchObject({ status: "done", isCut, table: tableOf(3) });
  });

  it("places an error in the reader’s text, and answers the next statement", async () => {
    const { engine, run } = setUp();
    const failed = run.run({ text: "selec 1", at: 10 });
    await started();
    engine.held[0]?.reject(new QueryError("Parser Error: near selec", "selec 1", 0));
    await failed;
    expect(run.result).toMatchObject({ status: "failed", message: "Parser Error: near selec", position: 10 });
    const next = run.run({ text: "select 1", at: 0 });
    await started();
    engine.held[1]?.resolve(tableOf(1));
    await next;
    expect(run.result.status).toBe("done");
  });

  it("has no position where the engine points nowhere", async () => {
    const { engine, run } = setUp();
    const failed = run.run({ text: "select 1", at: 10 });
    await started();
    engine.held[0]?.reject(new Error("out of memory"));
    await failed;
    expect(run.result).toMatchObject({ status: "failed", message: "out of memory", position: null });
  });

  it("cancels an older run and shows the newer one, in whatever order they answer", async () => {
    const { engine, run } = setUp();
    const older = run.run({ text: "old", at: 0 });
    await started();
    const newer = run.run({ text: "new", at: 0 });
    expect(engine.held[0]?.options?.signal?.aborted).toBe(true);
    await started();
    engine.held[1]?.resolve(tableOf(1));
    await Promise.all([older, newer]);
    expect(run.result).toMatchObject({ status: "done", statement: { text: "new" } });
  });
});

describe("StatementRun.cancel()", () => {
  it("stops the statement under way and says so", async () => {
    const { engine, run } = setUp();
    const running = run.run({ text: "slow", at: 0 });
    await started();
    run.cancel();
    expect(engine.held[0]?.options?.signal?.aborted).toBe(true);
    await running;
    expect(run.result).toEqual({ status: "cancelled", statement: { text: "slow", at: 0 } });
  });

  it("never sends a statement that was cancelled while the engine was starting", async () => {
    const { engine, run } = setUp();
    const running = run.run({ text: "early", at: 0 });
    run.cancel();
    await running;
    expect(engine.held).toEqual([]);
    expect(run.result.status).toBe("cancelled");
  });

  it("does nothing where nothing runs", () => {
    const { run } = setUp();
    run.cancel();
    expect(run.result.status).toBe("idle");
  });
});
