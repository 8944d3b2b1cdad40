import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { userMetricOf } from "../../src/model/formula/index.ts";
import type { UserMetric } from "../../src/model/formula/index.ts";
import { metricValues, userMetricParams, userMetricValues } from "../../src/model/queries/index.ts";
import type { MetricValuesRow } from "../../src/model/queries/index.ts";
import { openSeeds } from "./seed-engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openSeeds();
}, 60_000);
afterAll(() => engine.close());

function metric(formula: string): UserMetric {
  const result = userMetricOf({ name: "试", formula });
  if (!result.ok) throw new Error(result.problem.kind);
  return result.metric;
}

const values = (formula: string): Promise<MetricValuesRow[]> =>
  engine.query(userMetricValues, userMetricParams(metric(formula), "final"));

const key = (row: MetricValuesRow): string => `${row.report_id} ${row.basis} ${row.denominator ?? ""}`;

/** What a reader's copy of a dictionary metric must share with it. */
const essence = ({ value, lo, hi, numerator, denominator_value, status, bias }: MetricValuesRow) => ({
  value: value?.toFixed(9),
  lo: lo?.toFixed(9),
  hi: hi?.toFixed(9),
  numerator,
  denominator_value,
  status,
  bias,
});

describe("userMetricValues", () => {
  it.each([
    ["per_staff.operating", "公用经费 ÷ 人数"],
    ["per_staff.total", "本年支出合计 ÷ 人数"],
    ["per_staff.personnel", "人员经费 ÷ 人数"],
    ["reception.cost_per_visitor", "公务接待费 ÷ 国内公务接待人次"],
    ["structure.operating_share", "公用经费 ÷ 基本支出"],
    ["per_staff.30211", "30211 ÷ staff"],
  ])("gives what the dictionary gives for %s, on both bases", async (metric_id, formula) => {
    const known = await engine.query(metricValues, {
      metric_ids: [metric_id],
      basis: null,
      denominator: null,
      report_kind: "final",
    });
    const own = new Map((await values(formula)).map((row) => [key(row), essence(row)]));
    expect(own.size).toBe(known.length);
    for (const row of known) expect([key(row), own.get(key(row))]).toEqual([key(row), essence(row)]);
  });

  it("adds and takes away figures, and leads to the first", async () => {
    const parts = await Promise.all(["基本支出", "人员经费", "公用经费", "基本支出 − 人员经费"].map(values));
    const of = (at: number) =>
      parts[at]?.find(({ report_id, basis }) => report_id === "zhuzhou-2020-final" && basis === "reported");
    const [basic, personnel, operating, difference] = [0, 1, 2, 3].map(of);
    expect(difference?.value).toBeCloseTo((basic?.value ?? 0) - (personnel?.value ?? 0), 9);
    expect(difference?.value).toBeCloseTo(operating?.value ?? Number.NaN, 1);
    expect(difference?.numerator_fact_id).toBe(basic?.numerator_fact_id);
    expect(difference?.numerator_measure).toBe("final,final");
    // A difference is as uncertain as both its figures together.
    expect((difference?.hi ?? 0) - (difference?.lo ?? 0)).toBeCloseTo(
      (basic?.hi ?? 0) - (basic?.lo ?? 0) + ((personnel?.hi ?? 0) - (personnel?.lo ?? 0)),
      9,
    );
  });

  it("never gives a number where a part is missing or the base is zero", async () => {
    const all = [...(await values("30211 ÷ 人数")), ...(await values("因公出国（境）费 ÷ 因公出国（境）费"))];
    expect(all.some((row) => row.status === "undisclosed")).toBe(true);
    expect(all.some((row) => row.status === "undefined")).toBe(true);
    for (const row of all) {
      if (row.status === "undisclosed" || row.status === "undefined") {
        expect([row.value, row.lo, row.hi]).toEqual([null, null, null]);
        expect(row.note_zh).not.toBeNull();
        expect(row.note_en).not.toBeNull();
      } else expect(Number.isFinite(row.value)).toBe(true);
    }
  });
});
