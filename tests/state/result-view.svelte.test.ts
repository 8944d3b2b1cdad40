import { describe, expect, it } from "vitest";
import { isNumericType, ResultView } from "../../src/state/result-view.svelte.ts";
import { heldRows } from "./held-rows.ts";

const rows = heldRows({ name: "VARCHAR", value: "DECIMAL(18,6)" }, [
  ["b", 10],
  ["a", null],
  ["C", 2.5],
  [null, 10],
  ["a", -3],
]);
const shown = (view: ResultView): (string | null)[] =>
  Array.from(
    { length: view.count },
    (_, place) => `${rows.text(view.rowAt(place), 0)}:${rows.text(view.rowAt(place), 1)}`,
  );

describe("ResultView", () => {
  it("sorts as ORDER BY does: numbers by size, texts by characters, nulls last, equal ones as they came", async () => {
    const view = new ResultView(rows, rows.count);
    await view.toggleSort(1);
    expect(shown(view)).toEqual(["a:-3", "C:2.5", "b:10", "null:10", "a:null"]);
    await view.toggleSort(1);
    expect(shown(view)).toEqual(["b:10", "null:10", "C:2.5", "a:-3", "a:null"]);
    await view.toggleSort(1);
    expect(view.isArranged).toBe(false);
    await view.toggleSort(0);
    expect(shown(view).map((text) => text?.split(":")[0])).toEqual(["C", "a", "a", "b", "null"]);
  });

  it.each([
    ["value", "> 2", ["b:10", "C:2.5", "null:10"]],
    ["value", "2..9", ["C:2.5"]],
    ["value", "=10", ["b:10", "null:10"]],
    ["value", "!=10", ["C:2.5", "a:-3"]],
    ["value", "null", ["a:null"]],
    ["value", "−3", ["a:-3"]],
    ["name", "A", ["a:null", "a:-3"]],
    ["name", "!a", ["b:10", "C:2.5", "null:10"]],
    ["name", "!null", ["b:10", "a:null", "C:2.5", "a:-3"]],
  ])("filters %s by «%s»", async (column, typed, expected) => {
    const view = new ResultView(rows, rows.count);
    await view.filter(column === "name" ? 0 : 1, typed === "−3" ? "=−3" : typed);
    expect(shown(view)).toEqual(expected);
  });

  it("filters and sorts at once, and gives everything back", async () => {
    const view = new ResultView(rows, rows.count);
    await view.filter(1, "!null");
    await view.toggleSort(1);
    expect(shown(view)).toEqual(["a:-3", "C:2.5", "b:10", "null:10"]);
    await view.clear();
    expect(view.count).toBe(5);
    expect(view.filterOf(1)).toBe("");
  });

  it("sums up the rows shown, and anew when others are", async () => {
    const view = new ResultView(rows, rows.count);
    await view.summarise();
    expect(view.summary?.[1]).toEqual({ count: 5, nulls: 1, min: "-3", max: "10", mean: 4.875 });
    expect(view.summary?.[0]).toEqual({ count: 5, nulls: 1, min: "C", max: "b", mean: null });
    await view.filter(1, "=10");
    expect(view.summary?.[1]).toEqual({ count: 2, nulls: 0, min: "10", max: "10", mean: 10 });
  });

  it("adds many amounts without losing cents", async () => {
    const many = heldRows({ v: "DOUBLE" }, [[1e16], ...Array.from({ length: 1000 }, () => [1]), [-1e16]]);
    const view = new ResultView(many, many.count);
    await view.summarise();
    expect(view.summary?.[0]?.mean).toBeCloseTo(1000 / 1002, 12);
  });
});

describe("isNumericType(type)", () => {
  it("knows numbers by DuckDB's names of types", () => {
    expect(["DECIMAL(18,6)", "DOUBLE", "BIGINT", "UTINYINT", "HUGEINT"].every(isNumericType)).toBe(true);
    expect(["VARCHAR", "INTEGER[]", "DATE", "INTERVAL", "BOOLEAN"].some(isNumericType)).toBe(false);
  });
});
