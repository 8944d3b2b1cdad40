import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { openNative } from "../../src/engine/native.ts";
import { bindings } from "../../src/model/bindings.ts";
import { VIEWS } from "../../src/model/views/index.ts";
import { rowsOf } from "./rows.ts";

/**
 * A join condition over one side only, or over an expression that cannot be hashed, makes DuckDB
 * compare every pair of rows: eight minutes instead of three seconds for a thousand reports.
 */
const LOOPS = /BLOCKWISE_NL_JOIN|NESTED_LOOP_JOIN/;

describe("the plans of views and queries", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNative(rowsOf([], {}), { comments: false });
  });
  afterAll(() => engine.close());

  const planOf = async (statement: string): Promise<string> => {
    const { rows } = await engine.run(`EXPLAIN (FORMAT JSON) ${statement}`);
    return rows.map((row) => String(row["explain_value"])).join("\n");
  };

  it.each(VIEWS.map((view) => [view.name, view.sql.text] as const))("%s joins by hashing", async (_, text) => {
    expect(await planOf(text)).not.toMatch(LOOPS);
  });

  const queries = bindings().filter(({ name }) => !VIEWS.some((view) => view.name === name));
  it.each(queries.map(({ name, describe: text }) => [name, text.replace(/^DESCRIBE /, "")] as const))(
    "%s joins by hashing",
    async (_, text) => {
      expect(await planOf(text)).not.toMatch(LOOPS);
    },
  );

  it("would notice a loop", async () => {
    const text = "SELECT * FROM fact AS a LEFT JOIN fact AS b ON a.origin = 'table' AND a.report_id = b.report_id";
    expect(await planOf(text)).toMatch(LOOPS);
  });
});
