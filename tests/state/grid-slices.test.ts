import { describe, expect, it } from "vitest";
import { ALL_METRICS, metricGrid } from "../../src/model/queries/index.ts";
import type { MetricGridParams, MetricGridRow } from "../../src/model/queries/index.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { gridSlices } from "../../src/state/grid-slices.ts";
import { QueryState } from "../../src/state/query.svelte.ts";

const REPORT = {
  agency_id: "a",
  short_name: "甲",
  agency_name: "甲局",
  name_en: null,
  level: null,
  fiscal_year: 2030,
  report_kind: "final",
  disclosure: "tables",
  merged: false,
} as unknown as MetricGridRow;

/** Each metric's value is the length of its name. */
const rowFor = (report_id: string, ids: readonly string[]): MetricGridRow => ({
  ...REPORT,
  report_id,
  values: ids.map((id) => id.length),
  los: ids.map(() => null),
  his: ids.map(() => null),
  numerators: ids.map(() => 1),
  denominators: ids.map(() => 2),
  statuses: ids.map(() => "ok"),
});

describe("gridSlices(reports)", () => {
  it("asks for all metrics of a few reports at once", () => {
    expect(gridSlices(200)).toBeNull();
  });

  it("asks for the metrics of many reports part by part, in their order", () => {
    const parts = gridSlices(201)?.of(ALL_METRICS) ?? [];
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flatMap((part) => part.metric_ids)).toEqual(ALL_METRICS.metric_ids);
    expect(new Set(parts.map(({ basis, report_kind }) => `${basis} ${report_kind}`)).size).toBe(1);
  });
});

describe("QueryState.ask(params) in slices", () => {
  const engine = (asked: MetricGridParams[], fails: (part: number) => boolean = () => false): Engine => ({
    query: (_, params) => {
      const part = params as unknown as MetricGridParams;
      asked.push(part);
      if (fails(asked.length)) return Promise.reject(new Error("out of memory"));
      return Promise.resolve([rowFor("one", part.metric_ids), rowFor("two", part.metric_ids)] as never[]);
    },
    run: () => Promise.reject(new Error("not asked")),
    close: () => Promise.resolve(),
  });

  it("gives one answer whose lists follow the metrics", async () => {
    const state = new QueryState(engine([]), metricGrid, gridSlices(5000));
    await state.ask(ALL_METRICS);
    expect(state.rows.map(({ report_id }) => report_id)).toEqual(["one", "two"]);
    for (const row of state.rows) {
      expect(row.values).toEqual(ALL_METRICS.metric_ids.map((id) => id.length));
      expect(row.statuses).toHaveLength(ALL_METRICS.metric_ids.length);
    }
  });

  it("fails as a whole when a part does, and asks no further part", async () => {
    const asked: MetricGridParams[] = [];
    const state = new QueryState(
      engine(asked, (part) => part === 2),
      metricGrid,
      gridSlices(5000),
    );
    await state.ask(ALL_METRICS);
    expect(state.result.status).toBe("failed");
    expect(asked).toHaveLength(2);
  });

  it("reads no further part of a question that a newer one has replaced", async () => {
    const asked: MetricGridParams[] = [];
    const state = new QueryState(engine(asked), metricGrid, gridSlices(5000));
    const first = state.ask(ALL_METRICS);
    await state.ask({ ...ALL_METRICS, basis: "reported" });
    await first;
    expect(asked.filter(({ basis }) => basis !== "reported")).toHaveLength(1);
    expect(state.result.status).toBe("ready");
  });
});
