import { flushSync } from "svelte";
import { describe, expect, it, vi } from "vitest";
import { preparedKey } from "../../../src/engine/prepared-key.ts";
import { metricStandings, metricValues } from "../../../src/model/queries/index.ts";
import type { MetricReading } from "../../../src/model/queries/index.ts";
import { CompareState } from "../../../src/screens/compare/compare.svelte.ts";
import { plainText } from "../../../src/screens/compare/sentence.ts";
import { seededScreen } from "../../helpers/seeded-screen.svelte.ts";
import { until } from "../../helpers/until.ts";

const queries = (state: CompareState) => [state.reports, state.values];
const make = (app: ConstructorParameters<typeof CompareState>[0]) => new CompareState(app);
const many = seededScreen(make, queries, { fingerprint: "0", agencies: 4000, reports: 12000 });
const ahead = seededScreen(make, queries, { fingerprint: "0", agencies: 4000, reports: 12000 }, { known: () => null });
const few = seededScreen(make, queries, { fingerprint: "0", agencies: 4, reports: 5 });

async function complete(state: CompareState): Promise<CompareState> {
  await until(() => {
    expect([state.isSettled, state.isComplete]).toEqual([true, true]);
  });
  return state;
}

async function partsOf(state: CompareState): Promise<CompareState> {
  await until(() => {
    expect(state.parts.result.status).toBe("ready");
    // Asked in the same turn, where the metric has classes at all.
    expect(["ready", "idle"]).toContain(state.classes.result.status);
  });
  return state;
}

const reading = (
  basis: MetricReading["basis"],
  denominator: MetricReading["denominator"],
  metric_id = "per_staff.basic",
): MetricReading => ({
  metric_id,
  basis,
  denominator,
});
const asked = (readings: readonly MetricReading[]): string =>
  preparedKey(metricStandings.name, { readings, report_kind: "final", fiscal_year: null, nearest: false });

/** What is said of the ranking under every reading. */
const told = ({ stability, position, headline, counted }: CompareState): string =>
  JSON.stringify([stability, position.n, position.median, plainText(headline), counted.map((row) => row.value)]);

describe("CompareState of thousands of agencies", () => {
  it("asks for the reading on show first, and then for the others one by one", async () => {
    await complete(await many.open("#/compare?metric=per_staff.basic"));
    const standings = many.asked().filter((key) => key.startsWith(metricStandings.name));
    expect(standings.slice(0, 6)).toEqual([
      asked([reading("comparable", "in_service")]),
      asked([reading("comparable", "in_service_plus_temporary")]),
      asked([reading("comparable", "establishment")]),
      asked([reading("reported", "in_service")]),
      asked([reading("reported", "in_service_plus_temporary")]),
      asked([reading("reported", "establishment")]),
    ]);
  });

  it("makes what lies under the charts at once, but for a metric that its reader may leaf past", async () => {
    const large = await complete(await many.open("#/compare?metric=per_staff.total"));
    expect(large.isRested).toBe(true);
    const shows = async (change: { metric?: string; basis?: "reported" }): Promise<void> => {
      many.app().url.push("compare", change);
      await until(() => {
        expect([large.metric.id, large.isSettled]).toEqual([change.metric ?? large.metric.id, true]);
      });
    };
    await shows({ basis: "reported" });
    expect(large.isRested).toBe(true);
    await shows({ metric: "per_staff.basic" });
    expect(large.isRested).toBe(false);
    await until(() => {
      expect(large.isRested).toBe(true);
    });
  });

  it("reads notes and places of a metric only when its reader has looked at it for a moment", async () => {
    const detailed = (): number => many.asked().filter((key) => key.startsWith(metricValues.name)).length;
    const pass = (milliseconds: number): void => {
      vi.advanceTimersByTime(milliseconds);
      flushSync();
    };
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const large = await many.open("#/compare?metric=per_staff.total");
      const isShown = async (metric: string): Promise<void> => {
        await until(() => {
          // What waits for the next frame only, and not what waits for a while.
          pass(0);
          expect([large.metric.id, large.isSettled]).toEqual([metric, true]);
        });
      };
      await isShown("per_staff.total");
      pass(50);
      many.app().url.push("compare", { metric: "per_staff.basic" });
      await isShown("per_staff.basic");
      pass(150);
      expect(detailed()).toBe(0);
      pass(1000);
      await partsOf(large);
      expect(detailed()).toBeGreaterThan(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it("reads the metric that the list points at before it is chosen", async () => {
    const large = await complete(await ahead.open("#/compare?metric=per_staff.basic"));
    large.readings.looked = "vehicles.cost_per_vehicle";
    flushSync();
    const question = asked([reading("comparable", null, "vehicles.cost_per_vehicle")]);
    await until(() => {
      expect(ahead.asked()).toContain(question);
    });
    expect(large.metric.id).toBe("per_staff.basic");
  });

  it("says the same as of a few, and of another metric nothing that the one before said", async () => {
    const large = await complete(await many.open("#/compare?metric=per_staff.total&basis=reported"));
    many.app().url.push("compare", { metric: "per_staff.basic", basis: "comparable" });
    flushSync();
    expect(large.isComplete).toBe(false);
    const said = told(await partsOf(await complete(large)));
    const small = await partsOf(await complete(await few.open("#/compare?metric=per_staff.basic")));
    expect(told(small)).toBe(said);
    expect(small.stability.choices).toBeGreaterThan(1);
  });

  it("reads with 机关运行经费 what tells how each agency defines it: the ranking waits for no parts of those in sight", async () => {
    const address = "#/compare?metric=per_staff.agency_operating&basis=reported";
    const large = await complete(await many.open(address));
    expect(many.asked().find((key) => key.startsWith(metricStandings.name))).toBe(
      asked([
        reading("reported", "in_service", "per_staff.agency_operating"),
        reading("reported", "in_service", "per_staff.operating"),
      ]),
    );
    const said = (state: CompareState) => [told(state), state.rows.map((row) => [row.report_id, state.apartBy(row)])];
    const before = said(large);
    await partsOf(large);
    expect(said(large)).toEqual(before);
    const small = await partsOf(await complete(await few.open(address)));
    expect(said(small)).toEqual(before);
    expect(small.rows.map((row) => small.apartBy(row))).toContain("definition");
  });
});
