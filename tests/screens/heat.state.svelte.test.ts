import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import { preparedKey } from "../../src/engine/prepared-key.ts";
import { METRICS } from "../../src/model/metrics/index.ts";
import { OPENING } from "../../src/model/queries/opening.ts";
import type { MetricGridRow } from "../../src/model/queries/index.ts";
import { copiedCells } from "../../src/screens/heat/copied-cells.ts";
import { HeatState, heatMetrics, sortedRows } from "../../src/screens/heat/heat.svelte.ts";
import { heatColour } from "../../src/styles/heat.ts";
import { seededScreen } from "../helpers/seeded-screen.svelte.ts";
import { until } from "../helpers/until.ts";

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

  it("relates a value to the median of the others that count, and to nothing where fewer than three stand beside it", async () => {
    const heat = await open("#/heat");
    const column = heat.columns.find(({ metric }) => metric.id === "per_staff.basic");
    const zhuzhou = heat.rows.find((row) => row.agency_id === "zhuzhou");
    if (column === undefined || zhuzhou === undefined) throw new Error("expected column and row");
    expect(heat.countOf(column)).toBe(3);
    // 22.6536 ÷ ((19.5654 + 16.7494) ÷ 2): the median of the two others, as in its details.
    expect(heat.ratio(zhuzhou, column)).toBeCloseTo(1.2476, 3);
    const wages = heat.columns.find(({ metric }) => metric.id === "per_staff.wages");
    if (wages === undefined) throw new Error("expected the column");
    expect(heat.countOf(wages)).toBe(2);
    expect(heat.ratio(zhuzhou, wages)).toBeNull();
  });

  it("keeps the chosen cell by agency and metric, whatever the order of the rows", async () => {
    const heat = await open("#/heat?sort=per_staff.basic");
    const column = heat.columns.findIndex(({ metric }) => metric.id === "per_staff.basic") + 1;
    heat.select({ top: 0, bottom: 0, left: column, right: column });
    flushSync();
    expect(app().url.values("heat")).toMatchObject({ agency: "zhuzhou", metric: "per_staff.basic" });
    await until(() => {
      expect(heat.chosenValue?.numerator_line).toBe(175);
    });
    expect(heat.position?.n).toBe(3);
    expect(heat.verdicts?.counts).toEqual({ comparable: 0, conditional: 2, not_comparable: 0 });
    heat.sortBy("per_staff.basic");
    flushSync();
    expect(heat.chosenRow?.agency_id).toBe("zhuzhou");
    expect(heat.selection).toEqual({ top: 2, bottom: 2, left: column, right: column });
    heat.select({ top: 0, bottom: 1, left: 1, right: 2 });
    flushSync();
    expect(heat.selection).toEqual({ top: 0, bottom: 1, left: 1, right: 2 });
    expect(app().url.values("heat").agency).toBe("zhuzhou");
  });

  it("colours and counts by the definition that the cell's details rank by", async () => {
    const heat = await open("#/heat?agency=changchun&metric=per_staff.agency_operating");
    const column = heat.chosenColumn;
    const row = heat.chosenRow;
    if (column === null || row === null) throw new Error("expected the cell of the address");
    expect(heat.countOf(column)).toBe(2);
    expect(heat.ratio(row, column)).toBeNull();
    expect(heat.position?.n).toBe(1);
    expect(heat.verdicts?.counts).toMatchObject({ not_comparable: 2 });
  });

  it("has a column for a reader's own metric, ranked as any other", async () => {
    const my = encodeURIComponent("花费=本年支出合计 ÷ 人数");
    const heat = await open(`#/heat?my=${my}&group=user`);
    expect(heat.columns.map(({ metric }) => metric.zh)).toEqual(["花费"]);
    const [column] = heat.columns;
    const row = heat.rows.find((each) => each.agency_id === "changchun");
    if (column === undefined || row === undefined) throw new Error("expected column and row");
    await until(() => {
      const values = heat.rows.find((each) => each.agency_id === "changchun")?.values;
      // By hand: (16,698.66 − 2,406 − 760 − 6) ÷ 365.
      expect(values?.[column.index]).toBeCloseTo(37.059342, 5);
    });
    expect(heat.countOf(column)).toBe(3);
  });

  it("says that there is no report of a year and shows the latest; an agency without such a report is not unknown", async () => {
    const old = await open("#/heat?year=1999");
    await until(() => {
      expect(old.rows).toHaveLength(4);
    });
    expect(old.unknown).toEqual([{ kind: "year", text: "1999" }]);
    expect(old.year).toBeNull();
    const known = await open("#/heat?year=2021&agency=zhuzhou");
    await until(() => {
      expect(known.absent?.agency_id).toBe("zhuzhou");
    });
    expect(known.rows.map((row) => row.agency_id)).toEqual(["xinzhou"]);
    expect(known.unknown).toEqual([]);
    const nobody = await open("#/heat?agency=nobody");
    await until(() => {
      expect(nobody.unknown).toEqual([{ kind: "agency", text: "nobody" }]);
    });
    expect(nobody.absent).toBeNull();
  });

  it("knows which cells hold money that the reader leaves in, and says so in a copy", async () => {
    const heat = await open("#/heat?without=changchun-2020-final-insurance-subsidy&group=per_staff");
    await until(() => {
      expect(heat.holdsLeftIn).toBe(true);
    });
    const held = (agency: string) =>
      heat.columns.flatMap(({ metric }) => {
        const row = heat.rows.find((each) => each.agency_id === agency);
        return row !== undefined && heat.grid.leftIn(row, metric).length > 0 ? metric.id : [];
      });
    // The subsidy is part of project expenditure, and that of all expenditure.
    expect(held("changchun")).toEqual(["per_staff.total", "per_staff.project"]);
    expect(held("zhuzhou")).toEqual([]);
    const { rows } = copiedCells(heat.rows, heat.columns, null, {
      format: app().format,
      locale: "zh",
      words: { agency: "单位", year: "年度", marks: "标记" },
      leftIn: (row, metric) =>
        heat.grid
          .leftIn(row, metric)
          .map(({ label_zh }) => label_zh)
          .join("") || null,
    });
    const changchun = rows.find(([agency]) => agency === "长春");
    expect(changchun?.at(-1)).toContain("社会保险补贴（人均支出、人均项目支出）");
    const plain = await open("#/heat?group=per_staff");
    expect(plain.holdsLeftIn).toBe(false);
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

describe("heatMetrics(all, group, classes)", () => {
  it("keeps the dictionary's order", () => {
    expect(heatMetrics(METRICS, "execution", "fold")[0]?.id).toBe("execution.final");
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
