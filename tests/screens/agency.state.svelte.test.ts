import { describe, expect, it } from "vitest";
import { preparedKey } from "../../src/engine/prepared-key.ts";
import { openingOfAgency, OPENING } from "../../src/model/queries/opening.ts";
import { AgencyState } from "../../src/screens/agency/agency.svelte.ts";
import { flowOf } from "../../src/screens/agency/flow.ts";
import { seededScreen } from "../helpers/seeded-screen.svelte.ts";

const { open, asked } = seededScreen(
  (app) => new AgencyState(app),
  (state) => [state.reports, state.grid, state.figures, state.values, state.headcounts, state.findings],
);

describe("AgencyState", () => {
  it("opens with the first agency's latest final account, from prepared answers alone", async () => {
    const state = await open("#/agency");
    expect(state.agencyId).toBe("changchun");
    expect(state.report?.report_id).toBe("changchun-2020-final");
    expect(state.own.map((row) => row.report_id)).toEqual(["changchun-2020-final", "changchun-2021-budget"]);
    const known = new Set(
      [
        ...OPENING.agency,
        ...openingOfAgency(
          "changchun",
          state.own.map((row) => row.report_id),
        ),
      ].map(({ query, params }) => preparedKey(query.name, params)),
    );
    expect(asked().filter((key) => !known.has(key))).toEqual([]);
  });

  it("sets its metrics against the others: 19.57 万元/人, the second of three", async () => {
    const { headline } = await open("#/agency?agency=changchun");
    expect(headline?.row.value).toBeCloseTo(19.5654, 3);
    expect(headline?.row.status).toBe("borrowed");
    expect(headline?.n).toBe(3);
    expect(headline?.placed?.rank_first).toBe(2);
  });

  it("marks growth from zero, across kinds and with pass-through money", async () => {
    const state = await open("#/agency?agency=changchun");
    const line = (key: string) => state.changeLines.find((each) => each.key === key);
    const total = line("expenditure.total ")?.changes[0];
    expect(total?.difference).toBe(-6224.09);
    expect(total?.caveats).toEqual(["kinds_differ", "pass_through"]);
    const pension = line("expenditure.economic 30108")?.changes[0];
    expect(pension).toMatchObject({ rate: null, broken: "zero_base" });
    expect(state.own[1]?.joined_line).toBe(294);
    const reported = await open("#/agency?agency=changchun&basis=reported");
    expect(reported.changeLines.find((each) => each.key === "expenditure.total ")?.changes[0]?.difference).toBe(
      -9396.09,
    );
  });

  it("has no changes for an agency with one report, and keeps its undisclosed headcount apart", async () => {
    const state = await open("#/agency?agency=xinzhou");
    expect(state.changeLines).toEqual([]);
    expect(state.report?.merger_line).toBe(110);
    expect(state.headline?.row.value).toBeNull();
    expect(state.headline?.row.status).toBe("undisclosed");
  });

  it("shows the first agency and says so where the address names one that is not there", async () => {
    const state = await open("#/agency?agency=nobody&report=none");
    expect(state.agencyId).toBe("changchun");
    expect(state.unknown).toEqual([
      { kind: "agency", text: "nobody" },
      { kind: "report", text: "none" },
    ]);
  });
});

describe("flowOf(figures)", () => {
  it("gives shares only where the parts make up the total", async () => {
    const state = await open("#/agency?agency=zhuzhou");
    const { income, expenditure } = flowOf(state.figureOf);
    for (const side of [income, expenditure]) {
      const shares = side.parts.map((part) => part.share);
      if (side.rest === null) expect(shares.reduce((sum: number, share) => sum + (share ?? 0), 0)).toBeCloseTo(100, 1);
      else expect(shares.every((share) => share === null)).toBe(true);
    }
    const figures = new Map(state.figureOf);
    figures.delete("expenditure.project");
    const broken = flowOf(figures).expenditure;
    expect(broken.rest).not.toBeNull();
    expect(broken.parts.every((part) => part.share === null)).toBe(true);
  });

  it("ends at the sum of the year where no 总计 is printed, if the parts make it up or none is disclosed", async () => {
    const { figureOf } = await open("#/agency?agency=yanjiang");
    const { income, expenditure } = flowOf(figureOf);
    expect(figureOf.has("expenditure.grand_total")).toBe(false);
    expect(expenditure).toMatchObject({ total: { item: "expenditure.total", value: 437.66 }, rest: null });
    expect(expenditure.parts.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(100, 1);
    expect(income).toMatchObject({ parts: [], total: { item: "income.total", value: 384.11 } });

    const short = new Map(figureOf);
    short.delete("expenditure.project");
    expect(flowOf(short).expenditure).toMatchObject({ total: null, rest: null });
  });
});
