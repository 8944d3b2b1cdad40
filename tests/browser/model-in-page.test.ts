import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cell, Engine } from "../../src/engine/engine.ts";
import { openNative } from "../../src/engine/native.ts";
import { preparedKey } from "../../src/engine/prepared-key.ts";
import { bindings, columnProblems } from "../../src/model/bindings.ts";
import { VIEWS } from "../../src/model/index.ts";
import { CREATE_LISTS } from "../../src/model/lists.ts";
import { metricStandings, metricValues } from "../../src/model/queries/index.ts";
import { OPENING } from "../../src/model/queries/opening.ts";
import { inlined } from "../../src/model/sql.ts";
import { askPage, engineReady, openSite, type BrowserSite } from "../helpers/site.ts";

const DATA = process.env["DUIBIAO_DATA"] ?? "data";

let site: BrowserSite;
let page: Page;
let native: Engine;
beforeAll(async () => {
  if (!existsSync(`${DATA}/manifest.json`)) throw new Error(`${DATA}/ holds no tables; run «npm run compile» first`);
  native = await openNative(DATA);
  site = await openSite();
  page = await site.newPage();
  await page.goto(site.address);
  expect(await engineReady(page)).toBeNull();
});
afterAll(async () => {
  await native.close();
  await site.close();
});

async function rowsInPage(sql: string): Promise<readonly Record<string, unknown>[]> {
  const answer = await askPage(page, sql);
  if ("error" in answer) throw new Error(answer.error);
  return answer.rows;
}

describe("the model in the page", () => {
  it.each(bindings().map((binding) => [binding.name, binding] as const))(
    "%s binds with exactly the columns it promises",
    async (_, binding) => {
      const described = (await rowsInPage(binding.describe)).map((row) => ({
        column_name: String(row["column_name"]),
        column_type: String(row["column_type"]),
      }));
      expect(columnProblems(binding, described)).toEqual([]);
    },
  );

  it.each(VIEWS.map((view) => view.name))("%s gives the same rows as natively", async (name) => {
    const statement = `SELECT * FROM "${name}" ORDER BY ALL`;
    expect(await rowsInPage(statement)).toEqual((await native.run(statement)).rows);
  });

  it.each(VIEWS.filter((view) => view.stored).map((view) => [view.name, view.sql.text]))(
    "%s, which comes computed, is what the page computes from the tables",
    async (name, text) => {
      const computed = await rowsInPage(`SELECT * FROM (${text}) ORDER BY ALL`);
      expect(computed).toEqual(await rowsInPage(`SELECT * FROM "${name}" ORDER BY ALL`));
    },
  );
});

describe("a statement that reads what is asked from lists", () => {
  const METRIC_IDS = [
    "three_public.final",
    "per_staff.basic",
    "execution.final_to_initial",
    "per_staff.agency_operating",
  ];
  const READINGS = METRIC_IDS.flatMap((metric_id) =>
    (["comparable", "reported"] as const).map((basis) => ({
      metric_id,
      basis,
      denominator: metric_id.startsWith("per_staff") ? ("in_service" as const) : null,
    })),
  );
  const standings = READINGS.map((reading) => {
    const params = { readings: [reading], report_kind: "final", fiscal_year: null } as const;
    return { planned: metricStandings.listed?.(params), spelt: inlined(metricStandings.sql(params)) };
  });
  const values = READINGS.map(({ metric_id, basis, denominator }) => {
    const report_ids = ["zhuzhou-2020-final", "changchun-2021-budget"];
    const params = {
      metric_ids: [metric_id],
      basis,
      denominator,
      report_kind: null,
      report_ids,
      isOfMany: true,
    } as const;
    return { planned: metricValues.listed?.(params), spelt: inlined(metricValues.sql(params)) };
  });

  it.each([
    ["metricStandings", standings],
    ["metricValues", values],
  ])("answers every question of %s, whatever it was planned for", async (name, questions) => {
    expect(new Set(questions.map(({ planned }) => planned?.text)).size).toBe(1);
    const texts = questions.flatMap(({ planned }) => (planned ? [planned] : []));
    expect(texts).toHaveLength(READINGS.length);
    // This engine plans by what the lists hold: as long as they held one letter, it cut longer texts to one.
    const begun = [...CREATE_LISTS, `PREPARE ${name} AS ${texts[0]?.text ?? ""}`];
    const byText = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();
    for (const index of texts.keys()) {
      // After all the questions before it: what one has left behind must not narrow the next one.
      const asked = texts.slice(0, index + 1).flatMap(({ fill }) => [fill, `EXECUTE ${name}`]);
      // All in one: what a statement makes for itself is gone with it.
      const rows = byText(await rowsInPage([...begun, ...asked].join(";\n")));
      expect(rows.length).toBeGreaterThan(0);
      expect(rows).toEqual(byText(await rowsInPage(questions[index]?.spelt ?? "")));
    }
  });
});

describe("prepared answers", () => {
  const first = new Set(OPENING.overview.map(({ query, params }) => preparedKey(query.name, params)));
  const questions = Object.values(OPENING)
    .flat()
    .map((question) => [preparedKey(question.query.name, question.params), question] as const);

  it.each(questions)("%s is what the engine answers", async (key, { statement }) => {
    const prepared = await page.evaluate(
      async ([file, name]): Promise<Cell | undefined> => {
        const response = await fetch(`prepared/${file}.json`);
        return ((await response.json()) as Record<string, Cell>)[name];
      },
      [first.has(key) ? "overview" : key, key] as const,
    );
    // The question as text: the page's own interface takes no bound values.
    const text = statement.values.reduce<string>(
      (sql, value) => sql.replace("?", typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value)),
      statement.text,
    );
    expect(await rowsInPage(text)).toEqual(prepared);
  });

  it("asked no other host for anything", () => {
    expect(site.log).toEqual({ foreign: [], errors: [] });
  });
});
