import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { withAssumedHeadcount, withoutBorrowing, withReaderAdjustment } from "../../src/model/assumption.ts";
import { userMetricOf } from "../../src/model/formula/index.ts";
import { metricOf, METRICS } from "../../src/model/metrics/index.ts";
import type { Metric } from "../../src/model/metrics/index.ts";
import { sumTaken, takenBy, withTaken } from "../../src/model/pass-through.ts";
import { adjustments, metricValues, userMetricParams, userMetricValues } from "../../src/model/queries/index.ts";
import type { AdjustmentsRow, MetricValuesRow } from "../../src/model/queries/index.ts";
import { openSeeds } from "./seed-engine.ts";

let engine: Engine;
let items: readonly AdjustmentsRow[];
beforeAll(async () => {
  engine = await openSeeds();
  items = await engine.query(adjustments, {});
}, 60_000);
afterAll(() => engine.close());

const read = (metric: Metric): Promise<MetricValuesRow[]> =>
  engine.query(metricValues, { metric_ids: [metric.id], basis: null, denominator: null, report_kind: null });
const taken = (row: MetricValuesRow, metric: Metric, item: AdjustmentsRow) =>
  takenBy(row, metric, {
    side: item.side,
    concept: item.item,
    amount: item.amount_wan,
    half_unit: item.half_unit,
    measure: item.measure,
    groups: item.metric_groups,
  });
const key = (row: MetricValuesRow): string => `${row.report_id} ${row.denominator ?? ""}`;
const named = (id: string): Metric => {
  const metric = metricOf(id);
  if (metric === null) throw new Error(`no metric ${id}`);
  return metric;
};

/** Every value as reported with all items taken out here, beside the model's own comparable value. */
async function both(metric: Metric, rows: readonly MetricValuesRow[]): Promise<number> {
  const comparable = new Map(rows.filter((row) => row.basis === "comparable").map((row) => [key(row), row]));
  let touched = 0;
  for (const row of rows.filter((each) => each.basis === "reported")) {
    const all = items
      .filter((item) => item.report_id === row.report_id)
      .flatMap((item) => taken(row, metric, item) ?? []);
    const model = comparable.get(key(row));
    const here = withTaken(row, metric, sumTaken(all));
    if (all.length > 0) touched += 1;
    const near = (value: number | null | undefined): string | null => value?.toPrecision(10) ?? null;
    expect([metric.id, key(row), near(here.value), near(here.lo), near(here.hi)]).toEqual([
      metric.id,
      key(row),
      near(model?.value),
      near(model?.lo),
      near(model?.hi),
    ]);
  }
  return touched;
}

describe("withTaken(row, metric, taken)", () => {
  it("gives the model's comparable value of every metric once all items are out", async () => {
    let touched = 0;
    for (const metric of METRICS) touched += await both(metric, await read(metric));
    expect(touched).toBeGreaterThan(20);
  });

  it("does so for a reader's own metric", async () => {
    const own = userMetricOf({ name: "x", formula: "(人员经费 + 项目支出) ÷ 本年支出合计" });
    if (!own.ok) throw new Error(own.problem.kind);
    const rows = await engine.query(userMetricValues, userMetricParams(own.metric, "final"));
    expect(await both(own.metric, rows)).toBeGreaterThan(1);
  });

  it("takes out one item by its own", async () => {
    const metric = named("per_staff.total");
    const row = (await read(metric)).find(
      (each) =>
        each.report_id === "changchun-2020-final" && each.basis === "reported" && each.denominator === "in_service",
    );
    const loan = items.find((item) => item.adjustment_id === "changchun-2020-final-loan-interest");
    if (row === undefined || loan === undefined) throw new Error("the seeds have changed");
    const out = taken(row, metric, loan);
    // By hand: (16,698.66 − 760) ÷ 365 = 43.6676.
    expect(out === null ? null : withTaken(row, metric, out).value).toBeCloseTo(43.667562, 5);
  });

  it("leaves no number where nothing of the base is left", async () => {
    const metric = named("structure.basic_share");
    const [row] = await read(metric);
    if (row === undefined || row.denominator_value === null) throw new Error("the seeds have changed");
    const out = takenBy(row, metric, {
      side: "denominator",
      concept: "expenditure.total",
      amount: row.denominator_value,
      half_unit: 0,
      measure: null,
      groups: null,
    });
    expect(out === null ? null : withTaken(row, metric, out)).toMatchObject({
      value: null,
      lo: null,
      hi: null,
      status: "undefined",
    });
  });
});

describe("takenBy(row, metric, removal)", () => {
  it("reaches what contains the item, not what lies beside it", async () => {
    const removal = {
      side: "numerator",
      concept: "30103",
      amount: "10",
      half_unit: 0,
      measure: null,
      groups: null,
    } as const;
    for (const [id, reached] of [
      ["per_staff.30103", true],
      ["per_staff.wages", true],
      ["per_staff.personnel", true],
      ["per_staff.basic", true],
      ["per_staff.total", true],
      ["per_staff.operating", false],
      ["per_staff.30101", false],
      ["three_public.final", false],
    ] as const) {
      const [row] = await read(named(id));
      expect([id, row === undefined ? null : takenBy(row, named(id), removal) !== null]).toEqual([id, reached]);
    }
  });
});

describe("what a reader assumes", () => {
  it("marks a value with an adjustment of her own, and keeps what it said before", async () => {
    const metric = named("per_staff.basic");
    const row = (await read(metric)).find(
      (each) => each.report_id === "changchun-2020-final" && each.denominator === "in_service",
    );
    if (row === undefined) throw new Error("the seeds have changed");
    const out = takenBy(row, metric, {
      side: "numerator",
      concept: "expenditure.basic",
      amount: "365",
      half_unit: 0,
      measure: null,
      groups: null,
    });
    if (out === null) throw new Error("not within the metric");
    const adjusted = withReaderAdjustment(row, metric, out, { amount: "365", reason: "" });
    expect(adjusted.status).toBe("assumed");
    expect(adjusted.value).toBeCloseTo((row.value ?? 0) - 1, 9);
    expect(adjusted.note_zh).toMatch(/^用户调整：剔除 365 万元；人数取自/);
  });

  it("takes a borrowed headcount away, for another to be typed in", async () => {
    const metric = named("per_staff.basic");
    const row = (await read(metric)).find((each) => each.status === "borrowed");
    if (row === undefined) throw new Error("the seeds have changed");
    const without = withoutBorrowing(row);
    expect(without).toMatchObject({ value: null, denominator_value: null, status: "undisclosed", bias: null });
    const typed = withAssumedHeadcount(without, metric, 400);
    expect(typed).toMatchObject({ status: "assumed", denominator_value: 400 });
    // The interval that remains is that of the numerator's print.
    expect((typed.hi ?? 0) - (typed.lo ?? 0)).toBeCloseTo(0.01 / 400, 9);
  });
});
