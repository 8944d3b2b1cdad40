import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import type { GridRow } from "../../src/compare/index.ts";
import { METRICS } from "../../src/model/metrics/index.ts";
import type { Metric } from "../../src/model/metrics/index.ts";
import type { MetricGridRow } from "../../src/model/queries/index.ts";
import { joinSearches, orderedPrompts, searchMetric } from "../../src/screens/unusual/prompts.ts";
import type { Prompt, Search } from "../../src/screens/unusual/prompts.ts";
import { UnusualState } from "../../src/screens/unusual/unusual.svelte.ts";
import { GridColumnStanding } from "../../src/state/grid-standing.ts";
import { seededScreen } from "../helpers/seeded-screen.svelte.ts";
import { until } from "../helpers/until.ts";

const { app, open } = seededScreen(
  (app) => new UnusualState(app),
  (state) => [state.reports, state.findings, state.grid],
);

/** Agencies whose every metric has these values: 万元 over ten persons. */
const grid = (values: readonly (number | null)[]): MetricGridRow[] =>
  values.map((value, index) => {
    const all = METRICS.map(() => value);
    const row: GridRow = {
      report_id: `a${String(index)}-2020-final`,
      agency_id: `a${String(index)}`,
      fiscal_year: 2020,
      report_kind: "final",
      level: "prefecture",
      disclosure: "tables",
      merged: false,
      values: all,
      los: all,
      his: all,
      numerators: all.map((each) => (each === null ? null : each * 10)),
      denominators: all.map((each) => (each === null ? null : 10)),
      statuses: all.map((each) => (each === null ? "undisclosed" : "ok")),
    };
    return row as MetricGridRow;
  });
/** One metric of those rows, on the comparable basis. */
const column = (rows: readonly MetricGridRow[], metric: Metric): GridColumnStanding<MetricGridRow> =>
  new GridColumnStanding(
    { rows, metrics: METRICS, basis: "comparable", denominator: "in_service", passThrough: () => null },
    metric,
  );
/** All metrics one after the other, as the screen searches them. */
const searchPrompts = (rows: readonly MetricGridRow[], metrics: readonly Metric[]): Search =>
  joinSearches(metrics.map((metric) => searchMetric(column(rows, metric), metric, metrics.length)));
const basic = METRICS.filter((metric) => metric.id === "per_staff.basic");

describe("searchMetric(column, metric, among) and joinSearches(searches)", () => {
  it("says how many comparisons it made, and makes none below three values", () => {
    expect(searchPrompts(grid([10, 11, 12]), METRICS.slice(0, 4))).toMatchObject({
      metrics: 4,
      comparisons: 12,
      tooFew: 0,
      prompts: [],
    });
    expect(searchPrompts(grid([1, 100]), basic)).toMatchObject({ metrics: 0, comparisons: 0, tooFew: 1, prompts: [] });
    expect(searchPrompts(grid([1, 100, null]), basic)).toMatchObject({ tooFew: 1, prompts: [] });
  });

  it("prompts from 1.5 times or at most 0.67 times the others' median, if the gap is material", () => {
    const [high] = searchPrompts(grid([10, 10, 15]), basic).prompts;
    expect(high).toMatchObject({ direction: "high", amount: 50, isMoney: true, tier: "few", n: 3 });
    expect(high?.degree).toBeCloseTo(Math.log(1.5), 9);
    expect(searchPrompts(grid([10, 10, 14.9]), basic).prompts).toEqual([]);
    expect(searchPrompts(grid([1, 1, 1.9]), basic).prompts).toEqual([]);
    expect(searchPrompts(grid([10, 10, 6]), basic).prompts[0]).toMatchObject({ direction: "low", amount: 40 });
  });

  it("prompts for a value that rests on the reader's assumption too, held against all the others", () => {
    const rows = grid([10, 10, 11, 30]).map((row, index) =>
      index < 3 ? row : { ...row, statuses: row.statuses.map(() => "assumed" as const) },
    );
    const [prompt] = searchPrompts(rows, basic).prompts;
    expect(prompt).toMatchObject({ direction: "high", n: 3, others: 3, amount: 200 });
    expect(prompt?.placed).toMatchObject({ counted: false, peer_median: 10, rank_first: null });
  });

  it("never tells points between stated rates as money", () => {
    const stated = METRICS.filter((metric) => metric.shape === "stated");
    expect(stated.length).toBeGreaterThan(0);
    expect(searchPrompts(grid([100, 100, 300]), stated).prompts).toEqual([]);
  });

  it("uses the calibrated score from ten values on: what is far in a spread field is not prompted", () => {
    const spread = [10, 11, 12, 13, 14, 15, 16, 17, 18, 30];
    expect(searchPrompts(grid(spread), basic).prompts).toEqual([]);
    expect(searchPrompts(grid([...spread.slice(0, 9), 3000]), basic).prompts).toHaveLength(1);
  });
});

describe("orderedPrompts(prompts, order)", () => {
  const prompt = (key: string, degree: number, amount: number, isMoney = true): Prompt =>
    ({ key, degree, amount, isMoney }) as Prompt;
  const all = [
    prompt("far", 3, 10),
    prompt("dear", 0.5, 1000),
    prompt("both", 2, 400),
    prompt("people", 3.5, 9999, false),
  ];
  const keys = (order: "both" | "degree" | "amount"): string[] => orderedPrompts(all, order).map(({ key }) => key);

  it("weighs degree and money, and never people against money", () => {
    expect(keys("both")).toEqual(["both", "dear", "far", "people"]);
    expect(keys("amount")).toEqual(["dear", "both", "far", "people"]);
    expect(keys("degree")).toEqual(["people", "far", "both", "dear"]);
  });
});

describe("GridColumnStanding.standing(focus, options)", () => {
  it("places 机关运行经费 only among those that define it alike", () => {
    const own = METRICS.findIndex((metric) => metric.id === "per_staff.agency_operating");
    const whole = METRICS.findIndex((metric) => metric.id === "per_staff.operating");
    const metric = METRICS[own];
    if (metric === undefined) throw new Error("no such metric");
    const rows = grid([1, 2, 3, 4]).map((row, index) => ({
      ...row,
      numerators: row.numerators.map((value, at) => (at === whole && index === 3 ? (value ?? 0) + 5 : value)),
    }));
    expect(column(rows, metric).standing(null, { metrics: 1 }).position.n).toBe(3);
    expect(column(rows, metric).standing("a3", { metrics: 1 }).position.n).toBe(1);

    const untold = rows.map((row, index) => ({
      ...row,
      numerators: row.numerators.map((value, at) => (at === whole && index === 0 ? null : value)),
    }));
    expect(column(untold, metric).standing(null, { metrics: 1 }).position.n).toBe(2);
    expect(column(untold, metric).standing("a0", { metrics: 1 }).position.n).toBe(1);
  });
});

describe("UnusualState", () => {
  it("puts rules first and gives each prompt its printed place, reasons and findings", async () => {
    const state = await open("#/unusual");
    expect(state.signals.length).toBeGreaterThan(10);
    expect(state.signals.every(({ severity }) => severity === "error" || severity === "warning")).toBe(true);
    expect(state.prompts.length).toBeGreaterThan(0);
    expect(state.search.comparisons).toBeGreaterThan(state.search.metrics * 2);
    expect(state.prompts.filter(({ metric }) => metric.shape === "stated" || metric.shape === "amount")).toEqual([]);
    await until(() => {
      expect(state.values.result.status).toBe("ready");
      expect(state.reasons.result.status).toBe("ready");
    });
    for (const prompt of state.shown) expect(state.valueOf(prompt)?.value).toBe(prompt.placed.row.value);
    expect(state.shown.some((prompt) => state.reasonsOf(prompt).length > 0)).toBe(true);
    for (const prompt of state.shown) {
      const counts = state.verdictsOn(prompt)?.counts;
      // Whoever may not be compared with it is not among its n.
      expect((counts?.comparable ?? 0) + (counts?.conditional ?? 0)).toBe(prompt.others);
    }
  });

  it("begins at the first page of another choice", async () => {
    const state = await open("#/unusual");
    await until(() => {
      expect(state.progress).toBe(1);
    });
    expect(state.shown).toHaveLength(20);
    state.more();
    flushSync();
    expect(state.shown.length).toBeGreaterThan(20);
    app().url.push("unusual", { basis: "reported" });
    await until(() => {
      expect(state.grid.result.status).toBe("ready");
      expect(state.progress).toBe(1);
    });
    expect(state.shown.length).toBeLessThanOrEqual(20);
  });

  it("keeps to one agency and one group", async () => {
    const state = await open("#/unusual?agency=zhuzhou&group=three_public");
    expect(state.signals.every((row) => row.agency_id === "zhuzhou")).toBe(true);
    expect(
      state.prompts.every(
        ({ metric, placed }) => metric.group === "three_public" && placed.row.agency_id === "zhuzhou",
      ),
    ).toBe(true);
  });
});
