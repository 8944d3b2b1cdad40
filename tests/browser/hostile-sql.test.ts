import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askPage, engineReady, openSite, type BrowserSite } from "../helpers/site.ts";

let site: BrowserSite;
let page: Page;
let facts: string;

beforeAll(async () => {
  site = await openSite();
  page = await site.newPage();
  await page.goto(site.address);
  expect(await engineReady(page)).toBeNull();
  facts = JSON.stringify(await askPage(page, "SELECT count(*) AS n, sum(value) AS total FROM fact"));
  expect(facts).toMatch(/"n":"[1-9]/);
});
afterAll(() => site.close());

/** Statements that reach for files, the network, the configuration or the data; what the message must say. */
const REFUSED: readonly (readonly [statement: string, message: RegExp])[] = [
  ["SELECT json_extract('{\"a\":1}', '$.a')", /json_extract[\s\S]*runs without extensions/],
  ["SELECT * FROM read_parquet('data/fact.parquet')", /read_parquet[\s\S]*runs without extensions/],
  ["SELECT * FROM 'data/fact.parquet'", /fact\.parquet/],
  ["FROM 'https://example.com/x.csv'", /Permission Error/],
  ["FROM 'https://example.com/x.parquet'", /Error/],
  ["SELECT * FROM read_csv('https://example.com/x.csv')", /Permission Error/],
  ["SELECT * FROM read_csv('data/manifest.json')", /Permission Error/],
  ["SELECT * FROM read_csv('drop/../data/manifest.json')", /Error/],
  ["SELECT * FROM read_text('index.html')", /Permission Error/],
  ["SELECT * FROM glob('*')", /Permission Error/],
  ["COPY fact TO 'x.csv'", /Permission Error/],
  ["COPY fact TO 'https://example.com/x.csv'", /Permission Error/],
  ["EXPORT DATABASE 'x'", /Permission Error/],
  ["IMPORT DATABASE 'x'", /Error/],
  ["ATTACH 'x.db'", /Permission Error/],
  ["ATTACH 'https://example.com/x.db'", /Permission Error/],
  ["INSTALL json", /Permission Error: extensions cannot be installed here/],
  ["SELECT 1; FORCE INSTALL httpfs FROM 'https://example.com'", /Permission Error: extensions cannot be installed/],
  ["LOAD json", /Permission Error/],
  ["LOAD 'https://example.com/x.duckdb_extension'", /Permission Error/],
  ["SET enable_external_access = true", /configuration has been locked/],
  ["SET GLOBAL autoload_known_extensions = true", /configuration has been locked/],
  ["SET custom_extension_repository = 'https://example.com'", /configuration has been locked/],
  ["RESET lock_configuration", /locked/],
  ["PRAGMA threads = 4", /configuration has been locked/],
  ["SELECT today()", /runs without extensions/],
  ["SELECT date_trunc('month', now())", /Error/],
  ["SELECT now()::DATE", /Conversion Error/],
  ["DROP TABLE fact", /Catalog Error/],
  ["DELETE FROM fact", /Binder Error/],
  ["UPDATE fact SET value = 0", /Binder Error/],
  ["INSERT INTO fact SELECT * FROM fact", /Error/],
  ["selec 1", /Parser Error: syntax error at or near "selec"/],
  ["", /no statement/i],
  ["BEGIN; SELECT * FROM nowhere", /Catalog Error/],
  ["EXPLAIN ANALYZE DELETE FROM memory.main.fact", /read-only/],
  ["WITH some AS (SELECT 1) DELETE FROM memory.fact", /read-only/],
  ["PREPARE later AS DELETE FROM memory.main.fact", /read-only/],
  ["COPY FROM DATABASE scratch TO memory", /read-only/],
  ["DETACH DATABASE IF EXISTS memory", /read-only/],
  ["CREATE UNIQUE INDEX one ON memory.main.fact (value)", /read-only/],
  ["SET schema = 'memory.main'; DELETE FROM fact", /read-only/],
  ["SET memory_limit = '100GB'", /configuration has been locked/],
  ["PRAGMA memory_limit = '100GB'", /configuration has been locked/],
  ["SET allowed_directories = ['/']", /configuration has been locked/],
  ["SELECT * FROM read_blob('*')", /Permission Error/],
  ["SELECT * FROM read_json('x.json')", /Error/],
  ["SELECT * FROM sniff_csv('https://example.com/x.csv')", /Permission Error/],
  ["COPY (SELECT 1) TO 'https://example.com/x.csv'", /Permission Error/],
  ["CREATE SECRET mine (TYPE s3, KEY_ID 'x', SECRET 'y')", /Error/],
  ["FROM 's3://bucket/x.csv'", /Error/],
  ["SELECT getenv('HOME')", /Error/],
  ["SELECT * FROM pragma_storage_info('nothing')", /Error/],
];

/** Statements that ask for more memory than there is, or for more nesting than a program bears. */
const BOMBS: readonly (readonly [name: string, statement: string])[] = [
  ["a text of three billion letters", "SELECT repeat('x', 3000000000)"],
  ["a list of texts of two thousand million letters", "SELECT repeat(repeat('x', 1000000), 2000)"],
  [
    "a table of a hundred gigabytes",
    "CREATE TABLE bomb AS SELECT i, repeat('y', 1000) AS s FROM range(100000000) t(i)",
  ],
  ["a sort of ten thousand million rows", "SELECT * FROM range(100000000) a(i), range(100) b(j) ORDER BY hash(i + j)"],
  [
    "a recursion that keeps every step",
    "WITH RECURSIVE r(n, s) AS (SELECT 1, '' UNION SELECT n + 1, repeat('y', 1000000) || n FROM r) SELECT count(*) FROM r",
  ],
  ["a hundred thousand brackets", `SELECT ${"(".repeat(100_000)}1${")".repeat(100_000)}`],
  ["an expression of fifty thousand parts", `SELECT ${"1 + ".repeat(50_000)}1`],
];

describe("hostile statements", () => {
  it.each(REFUSED)("%s is refused in words, and the next one is answered", async (statement, message) => {
    const answer = await askPage(page, statement);
    expect(answer).toMatchObject({ name: "QueryError", error: expect.stringMatching(message) });
    expect(await askPage(page, "SELECT 1 AS one")).toEqual({ rows: [{ one: 1 }] });
  });

  it.each(BOMBS)(
    "%s: a message, and the next statement is answered with all tables there",
    async (_name, statement) => {
      const answer = await askPage(page, statement);
      if ("error" in answer)
        expect(answer).toMatchObject({ name: "QueryError", error: expect.stringMatching(/\S{5}/) });
      else expect(statement).toMatch(/^SELECT 1 \+/); // arithmetic may well succeed
      expect(JSON.stringify(await askPage(page, "SELECT count(*) AS n, sum(value) AS total FROM fact"))).toBe(facts);
    },
  );

  it("cannot change what other statements and screens read", async () => {
    for (const statement of [
      "DROP VIEW fact",
      "DROP VIEW metric_value",
      "ALTER VIEW report RENAME TO other",
      "BEGIN",
      "USE memory",
      "DROP TABLE memory.main.fact",
      "DELETE FROM memory.fact",
      "RESET search_path; DELETE FROM fact",
      "TRUNCATE fact",
      "ATTACH ':memory:' AS other; USE other; DROP TABLE memory.main.fact",
    ]) {
      await askPage(page, statement);
    }
    for (const fact of ["fact", "memory.main.fact"]) {
      const after = await askPage(page, `SELECT count(*) AS n, sum(value) AS total FROM ${fact}`);
      expect(JSON.stringify(after)).toBe(facts);
    }
    expect(await askPage(page, "SELECT count(*) > 0 AS some FROM metric_value")).toEqual({ rows: [{ some: true }] });
  });

  it("finds a table again that an earlier statement made", async () => {
    await askPage(page, "CREATE OR REPLACE TABLE kept AS SELECT 42 AS answer");
    expect(await askPage(page, "SELECT answer FROM kept")).toEqual({ rows: [{ answer: 42 }] });
  });

  it("asked no other host for anything", () => {
    expect(site.log.foreign).toEqual([]);
  });
});
