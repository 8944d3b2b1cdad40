import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { metricStandings, metricValues } from "../../src/model/queries/index.ts";
import type {
  MetricReading,
  MetricStandingsParams,
  MetricStandingsRow,
  MetricValuesRow,
} from "../../src/model/queries/index.ts";
import { openSeeds } from "./seed-engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openSeeds({ comments: false });
});
afterAll(() => engine.close());

const READING = { metric_id: "per_staff.basic", basis: "comparable", denominator: "in_service" } as const;
const QUESTION = {
  readings: [READING],
  report_kind: "final",
  fiscal_year: null,
  nearest: false,
} as const satisfies MetricStandingsParams;

const years = async (change: Partial<MetricStandingsParams>): Promise<string[]> =>
  (await engine.query(metricStandings, { ...QUESTION, ...change })).map((row) => row.report_id).toSorted();

describe("metricStandings(params)", () => {
  it("gives the values of the latest report of each agency, as all values of all reports have them", async () => {
    const standings = await engine.query(metricStandings, QUESTION);
    const all = await engine.query(metricValues, { ...READING, metric_ids: [READING.metric_id], report_kind: "final" });
    const latest = new Map<string, MetricValuesRow>();
    for (const row of all.filter((each) => each.latest_final)) latest.set(row.report_id, row);
    expect(standings).toHaveLength(4);
    expect(standings).toHaveLength(latest.size);
    for (const row of standings) expect(latest.get(row.report_id)).toMatchObject(row);
  });

  it("takes the reports of one year, or of the nearest within one", async () => {
    expect(await years({ fiscal_year: 2021 })).toEqual(["xinzhou-2021-final"]);
    expect(await years({ fiscal_year: 2021, nearest: true })).toHaveLength(4);
    expect(await years({ fiscal_year: 2019, nearest: true })).toHaveLength(3);
    expect(await years({ fiscal_year: 2018, nearest: true })).toEqual([]);
  });

  it("gives several readings at once, each as it is given alone", async () => {
    const readings: readonly MetricReading[] = [
      READING,
      { ...READING, basis: "reported" },
      { metric_id: "three_public.final", basis: "comparable", denominator: null },
    ];
    const alone = await Promise.all(
      readings.map((reading) => engine.query(metricStandings, { ...QUESTION, readings: [reading] })),
    );
    const sorted = (rows: readonly MetricStandingsRow[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();
    const together = await engine.query(metricStandings, { ...QUESTION, readings });
    expect(sorted(together)).toEqual(sorted(alone.flat()));
    expect(alone.map((rows) => rows.length)).toEqual([4, 4, 4]);
  });
});
