import type { AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { RecordBatchReader, tableFromArrays, tableToIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { BackgroundQuestions } from "../../src/engine/background.ts";
import { sql } from "../../src/model/sql.ts";
import type { Query } from "../../src/model/sql.ts";

const QUERY: Query<{ year: number }, { n: number }> = {
  name: "count",
  columns: { n: "INTEGER" },
  sql: ({ year }) => sql`SELECT ${year} AS n`,
};

/** A connection whose statements are under way until they are let go, or cancelled. */
function held() {
  const begun: string[] = [];
  let running: { answer: () => void; cancel: () => void } | null = null;
  const connection = {
    send: (text: string) => {
      begun.push(text);
      return new Promise((resolve, reject) => {
        const n = Int32Array.of(Number(/\d+/.exec(text)?.[0]));
        running = {
          answer: () => {
            resolve(RecordBatchReader.from(Promise.resolve(tableToIPC(tableFromArrays({ n })))));
          },
          cancel: () => {
            reject(new Error("query was canceled"));
          },
        };
      });
    },
    cancelSent: () => {
      running?.cancel();
      return Promise.resolve(true);
    },
  };
  return {
    questions: new BackgroundQuestions(connection as unknown as AsyncDuckDBConnection), // what it asks of one
    begun,
    /** Lets the statement answer that is the so-many-th, once it is under way. */
    letGo: async (count: number): Promise<void> => {
      await expect.poll(() => begun.length).toBe(count);
      running?.answer();
    },
  };
}

describe("BackgroundQuestions", () => {
  it("asks one after the other", async () => {
    const { questions, letGo } = held();
    const answers = [2020, 2021].map((year) => questions.query(QUERY, { year }, null));
    await letGo(1);
    expect(await answers[0]).toEqual([{ n: 2020 }]);
    await letGo(2);
    expect(await answers[1]).toEqual([{ n: 2021 }]);
  });

  it("gives up what is aborted while it is under way, and goes on with the next", async () => {
    const { questions, begun, letGo } = held();
    const stop = new AbortController();
    const first = questions.query(QUERY, { year: 2020 }, stop.signal);
    const second = questions.query(QUERY, { year: 2021 }, null);
    await expect.poll(() => begun.length).toBe(1);
    stop.abort(new Error("nobody wants it"));
    await expect(first).rejects.toThrow("nobody wants it");
    await letGo(2);
    expect(await second).toEqual([{ n: 2021 }]);
  });

  it("never begins what is aborted before its turn", async () => {
    const { questions, begun, letGo } = held();
    const stop = new AbortController();
    const first = questions.query(QUERY, { year: 2020 }, null);
    const second = questions.query(QUERY, { year: 2021 }, stop.signal);
    stop.abort(new Error("nobody wants it"));
    await letGo(1);
    expect(await first).toEqual([{ n: 2020 }]);
    await expect(second).rejects.toThrow("nobody wants it");
    expect(begun).toEqual(["SELECT 2020 AS n"]);
  });
});
