import { flushSync } from "svelte";
import { describe, expect, it, vi } from "vitest";
import { preparedKey } from "../../../src/engine/prepared-key.ts";
import { metricStandings } from "../../../src/model/queries/index.ts";
import type { MetricReading } from "../../../src/model/queries/index.ts";
import { CompareState } from "../../../src/screens/compare/compare.svelte.ts";
import { plainText } from "../../../src/screens/compare/sentence.ts";
import { seededScreen } from "../../helpers/seeded-screen.svelte.ts";

const queries = (state: CompareState) => [state.reports, state.values];
const make = (app: ConstructorParameters<typeof CompareState>[0]) => new CompareState(app);
const many = seededScreen(make, queries, { fingerprint: "0", agencies: 4000, reports: 12000 });
const few = seededScreen(make, queries, { fingerprint: "0", agencies: 4, reports: 5 });

async function complete(state: CompareState): Promise<CompareState> {
  await vi.waitFor(
    () => {
      flushSync();
      expect([state.isSettled, state.isComplete]).toEqual([true, true]);
    },
    { timeout: 30_000 },
  );
  return state;
}

const reading = (basis: MetricReading["basis"], denominator: MetricReading["denominator"]): MetricReading => ({
  metric_id: "per_staff.basic",
  basis,
  denominator,
});
const asked = (readings: readonly MetricReading[]): string =>
  preparedKey(metricStandings.name, { readings, report_kind: "final", fiscal_year: null, nearest: false });

/** What is said of the ranking under every reading. */
const told = ({ stability, position, headline, counted }: CompareState): string =>
  JSON.stringify([stability, position.n, position.median, plainText(headline), counted.map((row) => row.value)]);

describe("CompareState of thousands of agencies", () => {
  it("asks for the reading on show alone, and then for the others together", async () => {
    await complete(await many.open("#/compare?metric=per_staff.basic"));
    const standings = many.asked().filter((key) => key.startsWith(metricStandings.name));
    expect(standings.slice(0, 2)).toEqual([
      asked([reading("comparable", "in_service")]),
      asked([
        reading("comparable", "in_service_plus_temporary"),
        reading("comparable", "establishment"),
        reading("reported", "in_service"),
        reading("reported", "in_service_plus_temporary"),
        reading("reported", "establishment"),
      ]),
    ]);
  });

  it("says the same as of a few, and of another metric nothing that the one before said", async () => {
    const large = await complete(await many.open("#/compare?metric=per_staff.total&basis=reported"));
    many.app().url.push("compare", { metric: "per_staff.basic", basis: "comparable" });
    flushSync();
    expect(large.isComplete).toBe(false);
    await complete(large);
    const said = told(large);
    const small = await complete(await few.open("#/compare?metric=per_staff.basic"));
    expect(told(small)).toBe(said);
    expect(small.stability.choices).toBeGreaterThan(1);
  });
});
