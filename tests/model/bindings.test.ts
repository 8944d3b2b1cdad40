import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { openNative } from "../../src/engine/native.ts";
import { bindings, columnProblems } from "../../src/model/bindings.ts";
import type { DescribedColumn } from "../../src/model/bindings.ts";
import { rowsOf } from "./rows.ts";

describe("bindings()", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNative(rowsOf([], {}));
  });
  afterAll(() => engine.close());

  it.each(bindings().map((binding) => [binding.name, binding] as const))(
    "%s binds with exactly the columns it promises, on empty tables too",
    async (_, binding) => {
      const { rows } = await engine.run(binding.describe);
      const described = rows.map((row): DescribedColumn => ({
        column_name: String(row["column_name"]),
        column_type: String(row["column_type"]),
      }));
      expect(columnProblems(binding, described)).toEqual([]);
    },
  );

  it("says of every column what it is, in two languages", async () => {
    const { rows } = await engine.run(
      "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND (comment IS NULL OR NOT contains(comment, ' · '))",
    );
    expect(rows).toEqual([]);
  });
});

describe("columnProblems(binding, described)", () => {
  const binding = {
    name: "invented",
    describe: "DESCRIBE SELECT 1",
    columns: [
      { name: "a", type: "VARCHAR" },
      { name: "b", type: "DOUBLE" },
    ],
  };
  const column = (column_name: string, column_type: string) => ({ column_name, column_type });

  it("finds nothing where promise and fact agree", () => {
    expect(columnProblems(binding, [column("a", "VARCHAR"), column("b", "DOUBLE")])).toEqual([]);
  });

  it("names a column of another type on both sides", () => {
    expect(columnProblems(binding, [column("a", "VARCHAR"), column("b", "INTEGER")])).toEqual([
      "invented: promises b DOUBLE, which is not there",
      "invented: has b INTEGER, which is not promised",
    ]);
  });

  it("tells of another order", () => {
    expect(columnProblems(binding, [column("b", "DOUBLE"), column("a", "VARCHAR")])).toHaveLength(1);
  });
});
