import { describe, expect, it } from "vitest";
import { QueryError } from "../../src/engine/engine.ts";
import { EngineLostError } from "../../src/engine/reader-engine.ts";
import { StatementRun, WARM_UP } from "../../src/state/statement-run.svelte.ts";
import type { RunResult } from "../../src/state/statement-run.svelte.ts";
import { HeldReader, heldRows, settled } from "./held-rows.ts";

const rowsOf = (count: number) =>
  heldRows(
    { n: "INTEGER" },
    Array.from({ length: count }, (_, n) => [n]),
  );

function setUp() {
  const engine = new HeldReader(WARM_UP);
  const calls: string[] = [];
  const ended: RunResult[] = [];
  let time = 100;
  const run = new StatementRun({
    engine,
    now: () => (time += 20),
    onstart: () => {
      calls.push("start");
      return Promise.resolve();
    },
    onrestart: () => {
      calls.push("restart");
      return Promise.resolve();
    },
    onend: (result) => ended.push(result),
  });
  return { engine, run, calls, ended };
}

describe("StatementRun.run(statement)", () => {
  it("goes from idle over running to done, with rows, count and time", async () => {
    const { engine, run, calls, ended } = setUp();
    expect(run.result).toEqual({ status: "idle" });
    const statement = { text: "select 1", at: 4 };
    const done = run.run(statement);
    expect(run.result).toMatchObject({ status: "running", since: null });
    await settled();
    expect(run.result).toMatchObject({ status: "running", since: 120 });
    engine.asked[0]?.resolve({ rows: rowsOf(2), cut: null });
    await done;
    expect(run.result).toMatchObject({ status: "done", statement, count: 2, cut: null, milliseconds: 20 });
    expect(calls).toEqual(["start"]);
    expect(ended).toHaveLength(1);
  });

  it("shows rows while they come, and how long the first took", async () => {
    const { engine, run } = setUp();
    const done = run.run({ text: "select", at: 0 });
    await settled();
    engine.asked[0]?.options.onrows(rowsOf(5));
    expect(run.result).toMatchObject({ status: "running", count: 5 });
    engine.asked[0]?.resolve({ rows: rowsOf(9), cut: "rows" });
    await done;
    expect(run.result).toMatchObject({ status: "done", count: 9, cut: "rows", firstRows: 20 });
  });

  it("says where an error is in the reader's text, through whatever was filled in", async () => {
    const { engine, run } = setUp();
    const first = run.run({ text: "selec 1", at: 10 });
    await settled();
    engine.asked[0]?.reject(new QueryError("syntax", "selec 1", 3));
    await first;
    expect(run.result).toMatchObject({ status: "failed", message: "syntax", position: 13, restarted: false });
    const second = run.run({ text: "selec 1", at: 10, place: (position) => position * 100 });
    await settled();
    engine.asked[1]?.reject(new QueryError("syntax", "selec 1", 3));
    await second;
    expect(run.result).toMatchObject({ position: 300 });
  });

  it("stops when told to, and the next statement runs", async () => {
    const { engine, run } = setUp();
    const slow = run.run({ text: "slow", at: 0 });
    await settled();
    run.cancel();
    await slow;
    expect(run.result).toMatchObject({ status: "cancelled", restarted: false });
    const next = run.run({ text: "next", at: 0 });
    await settled();
    engine.asked[1]?.resolve({ rows: rowsOf(1), cut: null });
    await next;
    expect(run.result).toMatchObject({ status: "done", count: 1 });
  });

  it("shows the newer statement only, whatever the older answers", async () => {
    const { engine, run } = setUp();
    const old = run.run({ text: "old", at: 0 });
    await settled();
    const young = run.run({ text: "young", at: 0 });
    await settled();
    engine.asked[1]?.resolve({ rows: rowsOf(3), cut: null });
    await Promise.all([old, young]);
    expect(run.result).toMatchObject({ status: "done", statement: { text: "young" } });
  });

  it("starts another engine when one is lost, puts the reader's tables in, and says so", async () => {
    const { engine, run, calls } = setUp();
    const broken = run.run({ text: "bomb", at: 0 });
    await settled();
    engine.asked[0]?.reject(new EngineLostError("memory access out of bounds"));
    await broken;
    expect(engine.restarts).toBe(1);
    expect(calls).toEqual(["start", "restart"]);
    expect(run.result).toMatchObject({ status: "failed", restarted: true, position: null });
  });

  it("counts a statement that did not stop as cancelled, with another engine", async () => {
    const { engine, run } = setUp();
    // This engine does not hear of an abort by itself.
    engine.stream = (text, options) =>
      text === WARM_UP
        ? Promise.resolve({ rows: rowsOf(0), cut: null })
        : new Promise((_, reject) => {
            options.signal.addEventListener("abort", () => {
              reject(new EngineLostError("did not stop"));
            });
          });
    const endless = run.run({ text: "endless", at: 0 });
    await settled();
    run.cancel();
    await endless;
    expect(run.result).toMatchObject({ status: "cancelled", restarted: true });
    expect(engine.restarts).toBe(1);
  });
});

describe("StatementRun.runAll(statements)", () => {
  it("keeps a result for each and stops at the first that fails", async () => {
    const { engine, run } = setUp();
    const all = run.runAll(["one", "two", "three"].map((text, index) => ({ text, at: index * 10 })));
    await settled();
    engine.asked[0]?.resolve({ rows: rowsOf(1), cut: null });
    await settled();
    engine.asked[1]?.reject(new QueryError("no", "two", 1));
    await all;
    expect(run.results.map((result) => result.status)).toEqual(["done", "failed"]);
    expect(run.result).toMatchObject({ status: "failed", position: 11 });
    run.show(0);
    expect(run.result).toMatchObject({ status: "done", count: 1 });
    expect(engine.asked).toHaveLength(2);
  });
});
