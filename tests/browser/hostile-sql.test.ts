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
];

describe("hostile statements", () => {
  it.each(REFUSED)("%s is refused in words, and the next one is answered", async (statement, message) => {
    const answer = await askPage(page, statement);
    expect(answer).toMatchObject({ name: "QueryError", error: expect.stringMatching(message) });
    expect(await askPage(page, "SELECT 1 AS one")).toEqual({ rows: [{ one: 1 }] });
  });

  it("cannot change what other statements and screens read", async () => {
    for (const statement of [
      "DROP VIEW fact",
      "DROP VIEW metric_value",
      "ALTER VIEW report RENAME TO other",
      "BEGIN",
      "USE memory",
      "DROP TABLE memory.main.fact",
      "DELETE FROM memory.fact",
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
