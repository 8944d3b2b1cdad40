import { describe, expect, it } from "vitest";
import { preparedKey } from "../../src/engine/prepared-key.ts";
import { metricValues, valuesOfReports } from "../../src/model/queries/index.ts";
import { PairState } from "../../src/screens/pair/pair.svelte.ts";
import { seededScreen } from "../helpers/seeded-screen.svelte.ts";

const { open, asked } = seededScreen(
  (app) => new PairState(app),
  (state) => [state.reports, state.values],
);
const line = (state: PairState, id: string) => {
  const found = state.lines.find(({ metric }) => metric.id === id);
  if (found === undefined) throw new Error(`no line ${id}`);
  return found;
};

describe("PairState", () => {
  it("opens with the two agencies that disclose most, asking one question for both bases", async () => {
    const state = await open("#/pair");
    expect(state.pair.map((row) => row.agency_id).toSorted()).toEqual(["changchun", "zhuzhou"]);
    expect(asked()).toContain(
      preparedKey(
        metricValues.name,
        valuesOfReports(
          state.pair.map((row) => row.report_id),
          { basis: null },
        ),
      ),
    );
  });

  it("holds no agency against itself: the other side is chosen, and that is said", async () => {
    const state = await open("#/pair?a=zhuzhou&b=zhuzhou");
    expect(state.isSame).toBe(true);
    expect(state.pair.map((row) => row.agency_id)).toEqual(["zhuzhou", "changchun"]);
    expect((await open("#/pair?a=zhuzhou&b=changchun")).isSame).toBe(false);
    expect((await open("#/pair?a=nobody&b=nobody")).isSame).toBe(false);
    expect((await open("#/pair")).isSame).toBe(false);
  });

  it("aligns rows by code, with difference, ratio and verdict", async () => {
    const state = await open("#/pair?a=zhuzhou&b=changchun");
    const basic = line(state, "per_staff.basic");
    expect(basic.difference).toBeCloseTo(3.088, 3);
    expect(basic.ratio).toBeCloseTo(1.1578, 3);
    expect(basic.verdict.verdict).toBe("conditional");
    expect(basic.verdict.differences.map(({ kind }) => kind)).toContain("borrowed_input");
    expect(line(state, "per_staff.30103")).toMatchObject({ code: "30103" });
    const codes = state.lines.flatMap(({ metric, code }) =>
      metric.group === "per_staff" && code !== null ? [code] : [],
    );
    expect(codes).toEqual(codes.toSorted());
    const { both, comparable, conditional, not_comparable } = state.counts;
    expect(comparable + conditional + not_comparable).toBe(both);
  });

  it("gives no difference where a side has no value, and keeps the row", async () => {
    const state = await open("#/pair?a=zhuzhou&b=xinzhou");
    const basic = line(state, "per_staff.basic");
    expect(basic).toMatchObject({ difference: null, ratio: null });
    expect(basic.verdict.verdict).toBe("not_comparable");
    expect(state.headline?.verdict.improvements.map(({ remedy }) => remedy)).toEqual(["assume_headcount"]);
  });

  it("blocks what still contains pass-through money on the reported basis", async () => {
    const state = await open("#/pair?a=zhuzhou&b=xinzhou&basis=reported");
    const share = line(state, "structure.personnel_share");
    expect(share.verdict.differences.map(({ kind }) => kind)).toContain("pass_through");
    expect(share).toMatchObject({ difference: null, ratio: null });
  });

  it("sorts by how far apart, and keeps to what the address can mean", async () => {
    const state = await open("#/pair?a=zhuzhou&b=yanjiang&order=ratio&group=per_staff");
    const far = state.lines.map(({ ratio }) => (ratio === null || ratio <= 0 ? -1 : Math.abs(Math.log(ratio))));
    expect(far).toEqual(far.toSorted((one, other) => other - one));
    const odd = await open("#/pair?a=nobody&b=zhuzhou");
    expect(odd.unknown).toEqual([{ kind: "agency", text: "nobody" }]);
    expect(odd.pair.map((row) => row.agency_id)).toEqual(["changchun", "zhuzhou"]);
  });
});
