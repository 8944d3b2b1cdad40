import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { EXAMPLES, exampleText } from "../../src/screens/sql/examples/index.ts";
import { filledIn } from "../../src/screens/sql/parameters.ts";
import { openSeeds } from "./seed-engine.ts";

const examples = EXAMPLES.flatMap((group) => group.examples.map((example) => ({ group: group.id, ...example })));
const inBoth = examples.flatMap((example) => (["zh", "en"] as const).map((locale) => ({ locale, ...example })));

describe("the examples of the SQL screen", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openSeeds();
  });
  afterAll(() => engine.close());

  it.each(inBoth)("$group: $en answers with rows on the seeds ($locale)", async ({ locale, ...example }) => {
    const { columns, rows } = await engine.run(filledIn(exampleText(example, locale), 0, example.params ?? {}).text);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
  });

  it.each(examples)("$group: $en leads back to the reports, or tells of the tables", ({ sql }) => {
    expect(sql).toMatch(/fact_id|source_line|_line\b|line_no|code|metric_group|report_id|duckdb_columns/);
  });

  it.each(examples)("$group: $en reads English without Chinese columns or words around the statement", (example) => {
    const text = exampleText(example, "en");
    expect(text).not.toMatch(/_zh\b/);
    expect(text.split("\n")[0]).toMatch(/^-- [\x20-\x7e÷]+$/);
  });

  it("offers twenty-five, in three groups", () => {
    expect(examples.length).toBeGreaterThanOrEqual(25);
    expect(EXAMPLES.every((group) => group.examples.length >= 8)).toBe(true);
  });

  it("has names in both languages, each once", () => {
    for (const language of ["zh", "en"] as const) {
      const names = examples.map((example) => example[language]);
      expect(new Set(names).size).toBe(names.length);
      expect(names.every((name) => name.trim() !== "")).toBe(true);
    }
  });
});
