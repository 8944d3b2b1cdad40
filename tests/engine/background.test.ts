import { AsyncDuckDB, ConsoleLogger } from "@duckdb/duckdb-wasm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { BackgroundQuestions } from "../../src/engine/background.ts";
import { reports } from "../../src/model/queries/index.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("BackgroundQuestions", () => {
  it("tries again to connect where it could not", async () => {
    const database = new AsyncDuckDB(new ConsoleLogger(), null);
    const connect = vi.spyOn(database, "connect").mockRejectedValue(new Error("no room for a connection"));
    const questions = new BackgroundQuestions(database);
    await expect(questions.query(reports, {})).rejects.toThrow("no room for a connection");
    await expect(questions.query(reports, {})).rejects.toThrow("no room for a connection");
    expect(connect).toHaveBeenCalledTimes(2);
  });
});
