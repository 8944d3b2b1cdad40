import { expect, describe, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { preparedKey } from "../../src/engine/prepared-key.ts";
import { executionStages, reports } from "../../src/model/queries/index.ts";
import type { Query } from "../../src/model/sql.ts";
import { ExecutionState } from "../../src/screens/execution/execution.svelte.ts";
import { AppState } from "../../src/state/app.svelte.ts";
import { EngineStatus } from "../../src/state/engine-status.svelte.ts";
import { UrlState } from "../../src/state/url.svelte.ts";
import { useSeeds } from "../helpers/seeded-screen.svelte.ts";
import { until } from "../helpers/until.ts";

const seeds = useSeeds();

describe("ExecutionState of thousands of agencies", () => {
  it("opens where the engine knows the answers already, as after another screen, and asks for one agency's items", async () => {
    const answers = new Map<string, unknown[]>();
    const key = <Params extends object, Row>(query: Query<Params, Row>, params: Params): string =>
      preparedKey(query.name, params);
    const engine: Engine = {
      query: async (query, params) => {
        const rows = await seeds().query(query, params);
        answers.set(key(query, params), rows);
        return rows;
      },
      // What was kept under a query's key are rows of that query.
      known: (query, params) => (answers.get(key(query, params)) as never[] | undefined) ?? null,
      run: (text, options) => seeds().run(text, options),
      close: () => Promise.resolve(),
    };
    await engine.query(reports, {});
    await engine.query(executionStages, {});
    const app = new AppState({
      engine,
      url: new UrlState(window),
      status: new EngineStatus(),
      data: { fingerprint: "0", agencies: 4000, reports: 12000 },
    });
    const made: ExecutionState[] = [];
    const undo = $effect.root(() => {
      made.push(new ExecutionState(app));
    });
    const [state] = made;
    expect(state?.focus?.agency_id).toBe("changchun");
    await until(() => {
      expect(state?.functions.result.status).toBe("ready");
    });
    expect(state?.functionLines).toHaveLength(6);
    undo();
  });
});
