import type { AsyncDuckDB } from "@duckdb/duckdb-wasm";
import { Field, Int32, Schema } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { Lifeline } from "../../src/engine/lifeline.ts";
import { EngineLostError } from "../../src/engine/reader-engine.ts";
import { ReaderSession } from "../../src/engine/reader-session.ts";

/** A database that says which connection a statement came by, and fails those that say how. */
function database() {
  const sent: { connection: number; text: string }[] = [];
  let connections = 0;
  const connect = () => {
    const connection = ++connections;
    return Promise.resolve({
      query: () => Promise.resolve(),
      close: () => Promise.resolve(),
      cancelSent: () => Promise.resolve(true),
      send: (text: string) => {
        sent.push({ connection, text });
        if (text.startsWith("fail ")) return Promise.reject(new Error(text.slice(5)));
        const reader = {
          schema: new Schema([new Field("n", new Int32(), true)]),
          [Symbol.asyncIterator]: async function* () {
            // No batch: the statement gives no row.
          },
        };
        return Promise.resolve({ open: () => Promise.resolve(reader) });
      },
    });
  };
  // Only what a session asks of a database.
  const session = new ReaderSession({ connect } as unknown as AsyncDuckDB, new Lifeline(), new Set(["fact"]));
  const run = (text: string) =>
    session.stream(text, {
      signal: new AbortController().signal,
      most: { rows: 10, bytes: 1000 },
      onrows: () => undefined,
    });
  return { sent, run };
}

describe("ReaderSession.stream(text, options)", () => {
  it("gives every statement a connection of its own, those that run at once too", async () => {
    const { sent, run } = database();
    await run("first");
    await Promise.all([run("a"), run("b"), run("c")]);
    await run("last");
    expect(sent.map(({ text }) => text).toSorted()).toEqual(["a", "b", "c", "first", "last"]);
    expect(new Set(sent.map(({ connection }) => connection)).size).toBe(5);
  });

  it.each(["memory access out of bounds", "RuntimeError: unreachable", "INTERNAL Error: no", "Aborted(OOM)"])(
    "counts the engine as lost after «%s»",
    async (message) => {
      await expect(database().run(`fail ${message}`)).rejects.toThrow(EngineLostError);
    },
  );

  it.each(["Parser Error: no", "Out of Memory Error: no", "Invalid Input Error: INTERNAL Error"])(
    "hands on «%s» as an error of the statement",
    async (message) => {
      await expect(database().run(`fail ${message}`)).rejects.toMatchObject({ name: "QueryError", message });
    },
  );
});
