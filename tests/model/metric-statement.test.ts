import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { userMetricOf } from "../../src/model/formula/index.ts";
import { metricStatement } from "../../src/model/metrics/metric-statement.ts";
import { METRICS } from "../../src/model/metrics/index.ts";
import type { Metric } from "../../src/model/metrics/index.ts";
import { openSeeds } from "./seed-engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openSeeds();
}, 60_000);
afterAll(() => engine.close());

const CHOICE = { basis: "comparable", kind: "final", year: null } as const;

async function check(metric: Metric): Promise<number> {
  const { rows } = await engine.run(
    metricStatement(metric, { ...CHOICE, denominator: metric.perStaff ? "in_service" : null }),
  );
  const computed = rows.filter((row) => typeof row["value"] === "number");
  for (const row of computed) expect(row["recomputed"]).toBeCloseTo(Number(row["value"]), 8);
  expect(rows).toHaveLength(4);
  return computed.length;
}

describe("metricStatement(metric, choice)", () => {
  it("recomputes every value of every metric by the formula it shows", async () => {
    let values = 0;
    for (const metric of METRICS) values += await check(metric);
    expect(values).toBeGreaterThan(150);
  });

  it("spells out a reader’s own metric", async () => {
    const own = userMetricOf({ name: "出行", formula: "(30211 + 30231) ÷ 人数" });
    if (!own.ok) throw new Error(own.problem.kind);
    expect(await check(own.metric)).toBeGreaterThan(0);
  });

  it("asks for one year where one is chosen", async () => {
    const metric = METRICS.find(({ id }) => id === "per_staff.basic");
    if (metric === undefined) throw new Error("no such metric");
    const { rows } = await engine.run(metricStatement(metric, { ...CHOICE, denominator: "in_service", year: 2021 }));
    expect(rows.map((row) => row["fiscal_year"])).toEqual([2021]);
  });
});
