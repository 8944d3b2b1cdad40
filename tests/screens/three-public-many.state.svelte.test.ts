import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import { preparedKey } from "../../src/engine/prepared-key.ts";
import { reports, metricValues, threePublicDetail, THREE_PUBLIC_METRICS } from "../../src/model/queries/index.ts";
import { ThreePublicState } from "../../src/screens/three-public/three-public.svelte.ts";
import { seededScreen } from "../helpers/seeded-screen.svelte.ts";
import { until } from "../helpers/until.ts";

const queries = (state: ThreePublicState) => [state.reports, state.detail, state.metrics];
const many = seededScreen((app) => new ThreePublicState(app), queries, {
  fingerprint: "0",
  agencies: 4000,
  reports: 12000,
});
const few = seededScreen((app) => new ThreePublicState(app), queries, { fingerprint: "0", agencies: 4, reports: 5 });

describe("ThreePublicState of thousands of agencies", () => {
  it("asks for the components that lines and contrasts are made of, and for all of those on the page alone", async () => {
    const state = await many.open("#/three-public");
    const components = ["three_public.reception", "three_public.total", "three_public.vehicle_operation"];
    expect(many.asked().toSorted()).toEqual(
      [
        preparedKey(reports.name, {}),
        preparedKey(metricValues.name, THREE_PUBLIC_METRICS),
        preparedKey(threePublicDetail.name, { components, report_ids: null }),
      ].toSorted(),
    );
    const [changchun] = state.chosen;
    if (changchun === undefined) throw new Error("expected an agency");
    expect(state.componentsOf(changchun)).toBeNull();
    state.show([changchun]);
    await until(() => {
      expect(state.componentsOf(changchun)?.size).toBe(6);
    });
    expect(many.asked().at(-1)).toBe(
      preparedKey(threePublicDetail.name, { components: null, report_ids: ["changchun-2020-final"] }),
    );
    expect(state.variances.every(({ row }) => row.component === "three_public.total")).toBe(true);
  });

  it("keeps every component while all are copied, though the page is turned meanwhile", async () => {
    const state = await many.open("#/three-public");
    const [first, second, ...others] = state.chosen;
    if (first === undefined || second === undefined) throw new Error("expected agencies");
    state.show([first]);
    const read = await state.withAll(() => {
      flushSync();
      const asked = many.asked().length;
      state.show([second]);
      flushSync();
      // Turning the page asks for nothing that would take the place of all.
      expect(many.asked()).toHaveLength(asked);
      return Promise.resolve(state.chosen.map((report) => state.componentsOf(report)?.size ?? null));
    });
    expect(read).toEqual([first, second, ...others].map(() => 6));
    await until(() => {
      expect(state.componentsOf(second)?.size).toBe(6);
      expect(state.componentsOf(first)).toBeNull();
    });
  });

  it("says the same as of a few", async () => {
    const large = await many.open("#/three-public?component=reception");
    const told = [large.lines, large.contrasts, large.reason, large.spreads].map((each) => JSON.stringify(each));
    const small = await few.open("#/three-public?component=reception");
    expect([small.lines, small.contrasts, small.reason, small.spreads].map((each) => JSON.stringify(each))).toEqual(
      told,
    );
    expect(small.lines).toHaveLength(4);
  });
});
