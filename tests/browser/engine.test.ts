import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askPage, engineReady, openSite, type BrowserSite } from "../helpers/site.ts";

let site: BrowserSite;
let page: Page;
beforeAll(async () => {
  site = await openSite();
  page = await site.newPage();
  await page.goto(site.address);
  expect(await engineReady(page)).toBeNull();
});
afterAll(() => site.close());

const rows = async (sql: string) => {
  const answer = await askPage(page, sql);
  if ("error" in answer) throw new Error(answer.error);
  return answer.rows;
};

describe("duibiao.ready", () => {
  it("comes on a server that does not know the type of the engine's program", async () => {
    const context = await site.browser.newContext();
    await context.route(/\.wasm$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ status: 200, contentType: "application/octet-stream", body: await response.body() });
    });
    const strange = await context.newPage();
    await strange.goto(site.address);
    expect(await engineReady(strange)).toBeNull();
    await context.close();
  });
});

describe("duibiao.sql(text)", () => {
  it("holds every table of the data, row for row", async () => {
    const manifest = await page.evaluate(async () => {
      const response = await fetch("data/manifest.json");
      return (await response.json()) as { tables: { name: string; rows: number }[] };
    });
    for (const table of manifest.tables) {
      expect(await rows(`SELECT count(*) AS n FROM ${table.name}`)).toEqual([{ n: String(table.rows) }]);
    }
    expect(manifest.tables.find((table) => table.name === "fact")?.rows).toBeGreaterThan(0);
  });

  it("keeps money exact in the database", async () => {
    expect(await rows("SELECT typeof(value) AS t FROM fact WHERE value IS NOT NULL LIMIT 1")).toEqual([
      { t: "DECIMAL(18,6)" },
    ]);
    // 0.1 + 0.2 = 0.3 holds for decimals and not for doubles.
    expect(await rows("SELECT 0.1::DECIMAL(18,6) + 0.2::DECIMAL(18,6) = 0.3 AS exact")).toEqual([{ exact: true }]);
  });

  it("gives values as plain JSON: numbers, strings, lists, nulls", async () => {
    expect(
      await rows(`SELECT 7.88::DECIMAL(18,6) AS money, -0.11::DECIMAL(9,2) AS negative, NULL AS nothing,
        DATE '2021-08-31' AS day, TIMESTAMP '2020-01-01 10:00:00.5' AS moment, TIME '10:00:01' AS clock,
        INTERVAL '14 months 3 days 4.5 seconds' AS span, -INTERVAL '1 day' AS back, true AS yes, 1.5::FLOAT AS float,
        [1, NULL] AS list, {'a': 1.50, 'b': ['x']} AS struct, MAP {'k': 1} AS map, '\\xC3a'::BLOB AS blob`),
    ).toEqual([
      {
        money: 7.88,
        negative: -0.11,
        nothing: null,
        day: "2021-08-31",
        moment: "2020-01-01 10:00:00.5",
        clock: "10:00:01",
        span: "1 year 2 months 3 days 00:00:04.5",
        back: "-1 day",
        yes: true,
        float: 1.5,
        list: [1, null],
        struct: { a: 1.5, b: ["x"] },
        map: [{ key: "k", value: 1 }],
        blob: "\\xC3\\x61",
      },
    ]);
  });

  it("gives big integers as strings, with every digit", async () => {
    expect(
      await rows(`SELECT 9007199254740993::BIGINT AS big, 170141183460469231731687303715884105727::HUGEINT AS huge,
        sum(i) AS total FROM (SELECT 3 AS i UNION ALL SELECT 4)`),
    ).toEqual([{ big: "9007199254740993", huge: "170141183460469231731687303715884105727", total: "7" }]);
  });

  it("names columns apart and answers several statements with the last", async () => {
    expect(await rows("SELECT 1 AS a; SELECT 2 AS b, 3 AS b")).toEqual([{ b: 2, "b:1": 3 }]);
  });

  it("streams a million rows", async () => {
    const count = await page.evaluate(
      async () => (await globalThis.duibiao.sql("SELECT range AS i FROM range(1000000)")).length,
    );
    expect(count).toBe(1_000_000);
  });

  it("answers many statements at once", async () => {
    const answers = await page.evaluate(() =>
      Promise.all([1, 2, 3, 4, 5].map((n) => globalThis.duibiao.sql(`SELECT ${n} AS n`))),
    );
    expect(answers).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }], [{ n: 4 }], [{ n: 5 }]]);
  });

  it("says its version", async () => {
    expect(await page.evaluate(() => globalThis.duibiao.version)).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe("the whole run", () => {
  it("asked no other host for anything and logged no error", () => {
    expect(site.log).toEqual({ foreign: [], errors: [] });
  });
});
