import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PreparedAnswers } from "../../src/engine/prepared.ts";
import { preparedKey, preparedPath, type PreparedFiles } from "../../src/engine/prepared-key.ts";
import { sql, type Query } from "../../src/model/sql.ts";

const QUERY: Query<{ year: number }, { readonly n: number }> = {
  name: "invented",
  columns: { n: "INTEGER" },
  sql: ({ year }) => sql`SELECT ${year}`,
};

describe("preparedKey(query, params)", () => {
  it("is the same for the same parameters in any order", () => {
    expect(preparedKey("q", { a: 1, b: ["x", null] })).toBe(preparedKey("q", { b: ["x", null], a: 1, c: undefined }));
  });

  it("differs by query, value, order within a list, and null against text", () => {
    const keys = [
      preparedKey("q", {}),
      preparedKey("p", {}),
      preparedKey("q", { a: 1 }),
      preparedKey("q", { a: "1" }),
      preparedKey("q", { a: null }),
      preparedKey("q", { a: "null" }),
      preparedKey("q", { a: ["x", "y"] }),
      preparedKey("q", { a: ["y", "x"] }),
      preparedKey("q", { a: ["x,y"] }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("is fit for a file name", () => {
    expect(preparedKey("metric-values", { a: "人/年" })).toMatch(/^metric-values-[0-9a-f]{16}$/);
  });
});

describe("preparedPath(file, fingerprint)", () => {
  it("changes with the data", () => {
    expect(preparedPath("q-1", "0123456789abcdef")).toBe("prepared/q-1.json?v=0123456789ab");
  });
});

describe("PreparedAnswers", () => {
  const key = preparedKey(QUERY.name, { year: 2020 });
  const other = preparedKey(QUERY.name, { year: 2019 });
  const answers = (files: PreparedFiles) => new PreparedAnswers((name) => `http://site/${name}`, files);
  const fetched = vi.fn<typeof fetch>();
  beforeEach(() => {
    vi.stubGlobal("fetch", fetched);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    fetched.mockReset();
  });

  it("reads a file of answers once", async () => {
    fetched.mockResolvedValue(Response.json({ [key]: [{ n: 1 }], [other]: [] }));
    const prepared = answers({ overview: [key, other] });
    expect(await prepared.rows(QUERY, { year: 2020 })).toEqual([{ n: 1 }]);
    expect(await prepared.rows(QUERY, { year: 2019 })).toEqual([]);
    expect(await prepared.rows(QUERY, { year: 2020 })).toEqual([{ n: 1 }]);
    expect(fetched.mock.calls).toEqual([["http://site/overview"]]);
  });

  it("asks for nothing that was not prepared", async () => {
    expect(await answers({ [key]: [key] }).rows(QUERY, { year: 2021 })).toBeNull();
    expect(fetched).not.toHaveBeenCalled();
  });

  it.each([
    ["is missing", () => Promise.resolve(new Response("Not found", { status: 404 }))],
    ["is no JSON", () => Promise.resolve(new Response("<!doctype html>"))],
    ["holds no rows", () => Promise.resolve(Response.json({ [key]: 1 }))],
    ["cannot be reached", () => Promise.reject(new TypeError("network"))],
  ])("gives null when the file %s", async (_, respond) => {
    fetched.mockImplementation(respond);
    expect(await answers({ [key]: [key] }).rows(QUERY, { year: 2020 })).toBeNull();
  });
});
