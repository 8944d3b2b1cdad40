import { describe, expect, it } from "vitest";
import { askAhead } from "../src/ask-ahead.ts";
import type { AskOptions, Engine } from "../src/engine/engine.ts";
import { FEW_REPORTS } from "../src/model/few-reports.ts";
import type { Query } from "../src/model/sql.ts";

interface Asked {
  readonly name: string;
  readonly params: object;
  readonly options: AskOptions | undefined;
}

/** An engine that gives every question the same two rows, or fails at one, and notes what it was asked. */
function noting(failsAt: string | null = null): { engine: Engine; asked: Asked[] } {
  const asked: Asked[] = [];
  const engine: Engine = {
    query<Params extends object, Row>(query: Query<Params, Row>, params: Params, options?: AskOptions) {
      asked.push({ name: query.name, params, options });
      if (query.name === failsAt) return Promise.reject(new Error("the engine is gone"));
      return Promise.resolve([{ report_id: "first" }, { report_id: "second" }] as Row[]);
    },
    run: () => Promise.reject(new Error("nothing is run")),
    close: () => Promise.resolve(),
  };
  return { engine, asked };
}

describe("askAhead", () => {
  it("asks nothing of few reports, whose values are stored", async () => {
    const { engine, asked } = noting();
    await askAhead(engine, FEW_REPORTS);
    expect(asked).toEqual([]);
  });

  it("asks of many what the comparison opens with, in the background", async () => {
    const { engine, asked } = noting();
    await askAhead(engine, FEW_REPORTS + 1);
    expect(asked.every(({ options }) => options?.background === true)).toBe(true);
    expect(asked.map(({ name }) => name)).toEqual(["metric-standings", "metric-values", "reports", "adjustments"]);
    expect(asked[0]?.params).toEqual({
      readings: [{ metric_id: "per_staff.basic", basis: "comparable", denominator: "in_service" }],
      report_kind: "final",
      fiscal_year: null,
      nearest: false,
    });
    expect(asked[1]?.params).toMatchObject({ report_ids: ["first", "second"], isOfMany: true });
  });

  it("leaves off where the engine fails, and tells nobody", async () => {
    const { engine, asked } = noting("reports");
    await askAhead(engine, FEW_REPORTS + 1);
    expect(asked.map(({ name }) => name)).toEqual(["metric-standings", "metric-values", "reports"]);
  });
});
