import { describe, expect, it } from "vitest";
import { createStatements, storedViews } from "../../src/model/index.ts";
import { openSeeds } from "./seed-engine.ts";

const names = (reports: number): string[] => storedViews(reports).map((view) => view.name);
const kindOf = (view: string, reports: number): string =>
  /^CREATE OR REPLACE (TABLE|VIEW)/.exec(
    createStatements({ reports, comments: false }).find((text) => text.includes(` "${view}" AS`)) ?? "",
  )?.[1] ?? "none";

describe("storedViews(reports)", () => {
  it("keeps the values of few reports, and only their inputs of many", () => {
    expect(names(5)).toContain("metric_value_source");
    expect(names(12_000)).not.toContain("metric_value_source");
    expect(names(12_000)).toContain("metric_input");
  });

  it("is what the statements make tables of", () => {
    expect([kindOf("metric_value_source", 5), kindOf("metric_input", 5)]).toEqual(["TABLE", "TABLE"]);
    expect([kindOf("metric_value_source", 12_000), kindOf("metric_input", 12_000)]).toEqual(["VIEW", "TABLE"]);
  });

  it("gives the same values whether they are kept or computed when asked", async () => {
    const all = "SELECT * FROM metric_value ORDER BY ALL";
    const [kept, computed] = await Promise.all([
      openSeeds({ comments: false, reports: 5 }),
      openSeeds({ comments: false, reports: 12_000 }),
    ]);
    const [few, many] = [await kept.run(all), await computed.run(all)];
    await Promise.all([kept.close(), computed.close()]);
    expect(few.rows.length).toBeGreaterThan(1000);
    expect(many.rows).toEqual(few.rows);
  });
});
