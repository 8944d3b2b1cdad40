import { flushSync } from "svelte";
import { describe, expect, it, vi } from "vitest";
import { preparedKey } from "../../src/engine/prepared-key.ts";
import { OPENING } from "../../src/model/queries/index.ts";
import type { MetricGridRow } from "../../src/model/queries/index.ts";
import { HeatState, heatMetrics, sortedRows } from "../../src/screens/heat/heat.svelte.ts";
import { heatColour } from "../../src/styles/heat.ts";
import { seededScreen } from "../helpers/seeded-screen.svelte.ts";

const { open, asked, app } = seededScreen(
  (app) => new HeatState(app),
  (state) => [state.grid],
);

describe("HeatState", () => {
  it("opens from one prepared answer with every metric but the classes per head", async () => {
    const heat = await open("#/heat");
    expect(asked()).toEqual(OPENING.heat.map(({ query, params }) => preparedKey(query.name, params)));
    expect(heat.rows).toHaveLength(4);
    expect(heat.columns.map(({ metric }) => metric.id)).toContain("per_staff.basic");
    expect(heat.columns.some(({ metric }) => /\d{5}$/.test(metric.id))).toBe(false);
    const shown = await open("#/heat?classes=show&group=per_staff");
    expect(shown.columns.map(({ metric }) => metric.id)).toContain("per_staff.30101");
    expect(shown.columns.every(({ metric }) => metric.group === "per_staff")).toBe(true);
  });

  it("sorts by a metric, rows without a value last either way", async () => {
    const falling = await open("#/heat?sort=per_staff.basic");
    expect(falling.rows.map((row) => row.agency_id)).toEqual(["zhuzhou", "changchun", "yanjiang", "xinzhou"]);
    falling.sortBy("per_staff.basic");
    flushSync();
    expect(app().url.values("heat").order).toBe("rising");
    expect(falling.rows.map((row) => row.agency_id)).toEqual(["yanjiang", "changchun", "zhuzhou", "xinzhou"]);
  });

  it("relates a value to the median of what counts, and to nothing where fewer than three stand beside it", async () => {
    const heat = await open("#/heat");
    const column = heat.columns.find(({ metric }) => metric.id === "per_staff.basic");
    const zhuzhou = heat.rows.find((row) => row.agency_id === "zhuzhou");
    if (column === undefined || zhuzhou === undefined) throw new Error("expected column and row");
    expect(column.n).toBe(3);
    expect(heat.ratio(zhuzhou, column)).toBeCloseTo(1.1578, 3);
    expect(heat.ratio(zhuzhou, { ...column, n: 2 })).toBeNull();
    expect(heat.ratio(zhuzhou, { ...column, median: 0 })).toBeNull();
  });

  it("reads formula, places and the others' median of the chosen cell", async () => {
    const heat = await open("#/heat?sort=per_staff.basic");
    heat.chosen = { row: 0, column: heat.columns.findIndex(({ metric }) => metric.id === "per_staff.basic") };
    await vi.waitFor(() => {
      flushSync();
      expect(heat.chosenValue?.numerator_line).toBe(175);
    });
    expect(heat.position?.n).toBe(3);
  });

  it("finds agencies by part of their name", async () => {
    expect((await open("#/heat?find=株")).rows.map((row) => row.agency_id)).toEqual(["zhuzhou"]);
    expect((await open("#/heat?find=none")).rows).toEqual([]);
  });
});

describe("sortedRows(rows, index, order, name)", () => {
  it("orders thousands of rows by number, not by text", () => {
    const rows = Array.from(
      { length: 4000 },
      (_, index) => ({ agency_id: `a${String(index)}`, values: [(index * 7919) % 4001] }) as unknown as MetricGridRow,
    );
    const values = sortedRows(rows, 0, "falling", (row) => row.agency_id).map((row) => row.values[0] ?? 0);
    expect(values.every((value, index) => index === 0 || value <= (values[index - 1] ?? 0))).toBe(true);
  });
});

describe("heatMetrics(group, classes)", () => {
  it("keeps the dictionary's order", () => {
    expect(heatMetrics("execution", "fold")[0]?.id).toBe("execution.final");
  });
});

describe("heatColour(ratio)", () => {
  it("has steps as far apart below as above, none near 1 or without a ratio", () => {
    expect([0, 0.5, 0.6, 0.8].map(heatColour)).toEqual([
      "var(--heat-low-3)",
      "var(--heat-low-3)",
      "var(--heat-low-2)",
      "var(--heat-low-1)",
    ]);
    expect([2, 1.6, 1.2].map(heatColour)).toEqual(["var(--heat-high-3)", "var(--heat-high-2)", "var(--heat-high-1)"]);
    expect([1, 1.1, null, Number.NaN, -2].map(heatColour)).toEqual([null, null, null, null, null]);
  });
});
