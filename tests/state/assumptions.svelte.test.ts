import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import { METRICS } from "../../src/model/metrics/index.ts";
import { AgencyState } from "../../src/screens/agency/agency.svelte.ts";
import { DictionaryState } from "../../src/screens/dictionary/dictionary.svelte.ts";
import { ExecutionState } from "../../src/screens/execution/execution.svelte.ts";
import { HeatState } from "../../src/screens/heat/heat.svelte.ts";
import { PairState } from "../../src/screens/pair/pair.svelte.ts";
import { ThreePublicState } from "../../src/screens/three-public/three-public.svelte.ts";
import { assumptionLimits, assumptionNotes } from "../../src/ui/assumption-text.ts";
import { seededScreen } from "../helpers/seeded-screen.svelte.ts";
import { until } from "../helpers/until.ts";

interface States {
  readonly heat: HeatState;
  readonly agency: AgencyState;
  readonly dictionary: DictionaryState;
  readonly execution: ExecutionState;
  readonly pair: PairState;
  readonly threePublic: ThreePublicState;
}

// One address holds for every screen, whichever is shown.
const { open, app } = seededScreen(
  (made): States => ({
    heat: new HeatState(made),
    agency: new AgencyState(made),
    dictionary: new DictionaryState(made),
    execution: new ExecutionState(made),
    pair: new PairState(made),
    threePublic: new ThreePublicState(made),
  }),
  ({ heat, agency, dictionary, execution, pair, threePublic }) => [
    heat.grid,
    agency.values,
    agency.headcounts,
    dictionary.values,
    execution.stages,
    execution.functions,
    pair.values,
    threePublic.metrics,
  ],
);

const OWN = encodeURIComponent("zhuzhou-2020-final:n:expenditure.basic:59:试点");

function cell(heat: HeatState, agency: string, metric: string): { value: number | null | undefined; status?: string } {
  const row = heat.grid.rows.find((each) => each.agency_id === agency);
  const index = METRICS.findIndex(({ id }) => id === metric);
  const status = row?.statuses[index];
  return { value: row?.values[index], ...(status === undefined ? {} : { status }) };
}

describe("Assumptions", () => {
  it("computes with a typed headcount on every screen that divides by one, marked", async () => {
    const { heat, agency, dictionary, pair, threePublic } = await open(
      "#/pair?a=xinzhou&b=zhuzhou&assume=xinzhou-2021-final:60",
    );
    await until(() => {
      expect(cell(heat, "xinzhou", "per_staff.basic").status).toBe("assumed");
    });
    expect(cell(heat, "xinzhou", "per_staff.basic").value).toBeCloseTo(602.22 / 60, 9);
    expect(cell(heat, "zhuzhou", "per_staff.basic").status).toBe("ok");
    const line = pair.lines.find(({ key }) => key === "per_staff.basic");
    expect(line?.a).toMatchObject({ status: "assumed", note_zh: "人数 60 由用户填入，不是披露数" });
    expect(line?.a.value).toBeCloseTo(602.22 / 60, 9);
    expect(line?.verdict.differences.map(({ kind }) => kind)).toContain("assumed_input");
    expect(dictionary.rows.filter(({ status }) => status === "assumed").map((row) => row.report_id)).toEqual([
      "xinzhou-2021-final",
    ]);
    const price = threePublic.priceLines.find(({ report }) => report.agency_id === "xinzhou");
    expect(price?.values.get("per_staff.three_public")?.status).toBe("assumed");
    app().url.push("agency", { agency: "xinzhou" });
    await until(() => {
      expect(agency.headline?.row.status).toBe("assumed");
    });
    expect(agency.staff.find((row) => row.report_id === "xinzhou-2021-final")).toMatchObject({
      status: "undisclosed",
    });
    expect(agency.staff.filter(({ status }) => status === "assumed")).toMatchObject([
      { denominator: "in_service", value: 60 },
    ]);
    expect(agency.headline?.placed?.counted).toBe(false);
    expect(assumptionNotes(app())).toEqual(["含读者的假设与调整：忻州 2021 决算 在职 60 人"]);
  });

  it("takes the reader's own money out on the comparable basis, and says so in the change between reports", async () => {
    const { heat, agency } = await open(`#/agency?agency=zhuzhou&adjust=${OWN}`);
    await until(() => {
      expect(cell(heat, "zhuzhou", "per_staff.basic").status).toBe("assumed");
    });
    expect(cell(heat, "zhuzhou", "per_staff.basic").value).toBeCloseTo((1336.56 - 59) / 59, 9);
    expect(cell(heat, "zhuzhou", "per_staff.personnel").status).toBe("ok");
    expect(agency.headline?.row.note_zh).toBe("用户调整：剔除 59 万元（试点）");
    app().url.push("heat", { basis: "reported" });
    await until(() => {
      expect(cell(heat, "zhuzhou", "per_staff.basic")).toEqual({ value: 1336.56 / 59, status: "ok" });
    });
    expect(assumptionLimits(app())).toHaveLength(1);
    expect(assumptionNotes(app())).toEqual([]);
  });

  it("borrows no headcount, and leaves the rest as it is", async () => {
    const { heat, agency } = await open("#/agency?agency=changchun&borrow=no");
    await until(() => {
      expect(cell(heat, "changchun", "per_staff.basic")).toEqual({ value: null, status: "undisclosed" });
      expect(cell(heat, "changchun", "execution.final").value).not.toBeNull();
      expect(agency.headline?.row.status).toBe("undisclosed");
      expect(agency.staff.map(({ status }) => status)).not.toContain("borrowed");
    });
  });

  it("leaves single items in: values, stages, function items and the change between reports", async () => {
    const { execution, agency } = await open(
      "#/agency?agency=changchun&without=changchun-2020-final-loan-interest,xinzhou-2021-final-resident-pension",
    );
    const stage = (id: string) => execution.lines.find(({ row }) => row.agency_id === id);
    await until(() => {
      expect(stage("xinzhou")?.row.excluded_initial).toBeCloseTo(3178 + 1195.4, 9);
    });
    const { row, other } = stage("xinzhou") ?? {};
    expect(row?.initial).toBeCloseTo((other?.initial ?? 0) - 3178 - 1195.4, 9);
    expect(row?.final_to_initial).toBeCloseTo((100 * (row?.final ?? 0)) / (row?.initial ?? 1), 9);
    expect(stage("changchun")?.row.excluded_final).toBeCloseTo(2406 + 6, 9);
    expect(agency.headline).not.toBeNull();
    const total = agency.changeLines.find(({ item, code }) => item === "expenditure.total" && code === null);
    expect(total?.figures[0]?.taken).toEqual({ passed: 2412, own: 0 });
  });

  it("changes stages, function items and the mark of 执行率 together", async () => {
    const { execution } = await open("#/execution?focus=changchun");
    const item = execution.adjustments.rows.find(({ amount_wan }) => amount_wan === 2406);
    if (item === undefined) throw new Error("no such item");
    const seen = new Set<string>();
    const look = (): void => {
      flushSync();
      const stage = execution.lines.find(({ row }) => row.agency_id === "changchun");
      const taken = execution.functionLines.reduce((sum, line) => sum + line.excluded, 0);
      seen.add([stage?.rate?.toFixed(1), taken, execution.rules?.without.length ?? 0].join(" "));
    };
    look();
    app().url.pushShared(app().assumptions.keepingIn(item.adjustment_id, true));
    await until(() => {
      look();
      expect(seen.size).toBeGreaterThan(1);
    });
    look();
    expect([...seen]).toEqual(["242.1 3172 0", "285.1 766 1"]);
  });

  it("takes one back at a time, or all, each as a step of the back button", async () => {
    const { heat } = await open(`#/heat?assume=xinzhou-2021-final:60&borrow=no&adjust=${OWN}`);
    const { assumptions } = app();
    expect(assumptions.all.map(({ kind }) => kind)).toEqual(["headcount", "borrow", "own"]);
    const before = history.length;
    const [headcount] = assumptions.all;
    if (headcount === undefined) throw new Error("found no assumption, expected three");
    assumptions.drop(headcount);
    expect(history.length).toBe(before + 1);
    expect(location.hash).not.toContain("assume");
    assumptions.clear();
    flushSync();
    expect(location.hash).toBe("#/heat");
    expect(assumptions.rules).toBeNull();
    expect(cell(heat, "changchun", "per_staff.basic").status).toBe("borrowed");
  });

  it("names what means nothing in this data, and computes with the rest", async () => {
    await open("#/heat?assume=nobody-2020-final:5,xinzhou-2021-final:0.5&without=no-such-item");
    await until(() => {
      expect(app().assumptions.unknown.map(({ kind }) => kind)).toEqual(["report", "headcount", "adjustment"]);
    });
  });
});
