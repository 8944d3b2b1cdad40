import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { chromium } from "playwright-core";
import { createStatements, TABLES, VIEWS } from "../../src/model/index.ts";
import { CHROMIUM_FLAGS, ensureChromium } from "../site/chromium.ts";
import { serveFolder } from "../site/serve.ts";
import { median } from "./median.ts";

export interface QueryTime {
  readonly name: string;
  /** Medians, ms. */
  readonly page: number;
  readonly native: number;
}

/** Every view computed anew from the base tables, into a table: no row is handed over. */
const QUERIES = VIEWS.map((view) => ({
  name: view.name,
  sql: `CREATE OR REPLACE TEMP TABLE bench_result AS ${view.sql.text}`,
}));

async function nativeTimes(data: string, times: number): Promise<number[]> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    for (const { name } of TABLES) {
      await connection.run(`CREATE TABLE ${name} AS FROM read_parquet('${join(data, `${name}.parquet`)}')`);
    }
    for (const statement of createStatements({ comments: false })) await connection.run(statement);
    const medians: number[] = [];
    for (const { sql } of QUERIES) {
      const measured: number[] = [];
      for (let round = 0; round <= times; round++) {
        const begun = performance.now();
        await connection.run(sql);
        if (round > 0) measured.push(performance.now() - begun);
      }
      medians.push(median(measured));
    }
    return medians;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function pageTimes(site: string, times: number): Promise<number[]> {
  const server = await serveFolder(site, 0);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    const measured = await page.evaluate(
      async ({ statements, rounds }) => {
        await globalThis.duibiao.ready;
        const all: number[][] = [];
        for (const sql of statements) {
          const times: number[] = [];
          for (let round = 0; round <= rounds; round++) {
            const begun = performance.now();
            await globalThis.duibiao.sql(sql);
            if (round > 0) times.push(performance.now() - begun);
          }
          all.push(times);
        }
        return all;
      },
      { statements: QUERIES.map((query) => query.sql), rounds: times },
    );
    return measured.map(median);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The views in the page and natively on one thread, on the same data, one warm-up each. */
export async function measureViews(site: string, data: string, times: number): Promise<QueryTime[]> {
  const native = await nativeTimes(data, times);
  const page = await pageTimes(site, times);
  return QUERIES.map(({ name }, index) => ({ name, page: page[index] ?? NaN, native: native[index] ?? NaN }));
}
