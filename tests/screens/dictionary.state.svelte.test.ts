import { describe, expect, it } from "vitest";
import { preparedKey } from "../../src/engine/prepared-key.ts";
import { METRICS } from "../../src/model/metrics/index.ts";
import { OPENING } from "../../src/model/queries/opening.ts";
import { DictionaryState } from "../../src/screens/dictionary/dictionary.svelte.ts";
import { findMetrics, findTables } from "../../src/screens/dictionary/search.ts";
import { seededScreen } from "../helpers/seeded-screen.svelte.ts";

const { open, asked } = seededScreen(
  (app) => new DictionaryState(app),
  (state) => (state.open === null ? [state.grid] : [state.grid, state.values]),
);
const ids = (find: string): string[] =>
  findMetrics(METRICS, find).flatMap(({ metrics }) => metrics.map(({ id }) => id));

describe("findMetrics(all, find)", () => {
  it("finds by Chinese name, English name, class code and id, every word of them", () => {
    expect(ids("人均公用")).toEqual(["per_staff.operating"]);
    expect(ids("operating cost per head")).toContain("per_staff.operating");
    expect(ids("rjgyjf")).toEqual(["per_staff.operating"]);
    expect(ids("30103")).toContain("per_staff.30103");
    expect(ids("执行 年初")).not.toContain("per_staff.operating");
    expect(ids("")).toHaveLength(METRICS.length);
    expect(ids("no such thing")).toEqual([]);
  });
});

describe("findTables(find)", () => {
  it("finds a table by its comment, and of others the columns that match", () => {
    expect(findTables("单位合并").map(({ name }) => name)).toContain("merger");
    const report = findTables("sha256").find(({ name }) => name === "report");
    expect(report?.columns.map(({ name }) => name)).toEqual(["source_sha256"]);
  });

  it("explains every column in both languages", () => {
    const all = findTables("");
    expect(all.length).toBeGreaterThan(20);
    for (const { columns } of all) for (const { zh, en } of columns) expect([zh, en]).not.toContain("");
  });
});

describe("DictionaryState", () => {
  it("opens with the first metric, from prepared answers", async () => {
    const state = await open("#/dictionary");
    expect(state.open?.id).toBe(METRICS[0]?.id);
    expect(asked().toSorted()).toEqual(
      OPENING.dictionary.map(({ query, params }) => preparedKey(query.name, params)).toSorted(),
    );
  });

  it("tells coverage and values of a metric, those without value last", async () => {
    const state = await open("#/dictionary?metric=per_staff.basic");
    expect(state.coverage).toMatchObject({ values: 3, agencies: 4 });
    expect(state.coverage?.statuses.find(({ status }) => status === "borrowed")?.count).toBe(1);
    expect(state.rows.at(-1)?.value).toBeNull();
    expect(state.rows[0]?.agency_id).toBe("zhuzhou");
  });

  it("says what it does not know", async () => {
    const state = await open("#/dictionary?metric=nonsense&find=30103");
    expect(state.unknown).toEqual([{ kind: "metric", text: "nonsense" }]);
    expect(state.open?.id).toBe("per_staff.30103");
    expect((await open("#/dictionary?find=zzz")).open).toBeNull();
  });
});
