import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { EXAMPLES } from "../../src/screens/sql/examples.ts";
import { openSeeds } from "./seed-engine.ts";

const examples = EXAMPLES.flatMap((group) => group.examples.map((example) => ({ group: group.id, ...example })));

describe("the examples of the SQL screen", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openSeeds();
  });
  afterAll(() => engine.close());

  it.each(examples)("$group: $en answers with rows on the seeds", async ({ sql }) => {
    const { columns, rows } = await engine.run(sql);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
  });

  it.each(examples)("$group: $en leads back to the reports", ({ sql }) => {
    expect(sql).toMatch(/fact_id|source_line|_line\b|line_no|code|metric_group/);
  });

  it("has names in both languages, each once", () => {
    for (const language of ["zh", "en"] as const) {
      const names = examples.map((example) => example[language]);
      expect(new Set(names).size).toBe(names.length);
      expect(names.every((name) => name.trim() !== "")).toBe(true);
    }
  });
});
