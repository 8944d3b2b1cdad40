import { describe, expect, it } from "vitest";
import {
  columnEdges,
  columnsInSight,
  isWithin,
  leftToShow,
  movedBy,
  movedToShow,
  placeAfterKey,
  rangeOf,
  scrolledHeight,
  scrollTopFor,
} from "../../src/ui/virtual-grid.ts";

const columns = [40, 100, 200, 300, 100].map((width, index) => ({ key: String(index), label: String(index), width }));

describe("movedBy(scrollTop, rows, rowHeight, viewHeight)", () => {
  it("is the scroll position itself while the rows fit a box that browsers draw", () => {
    expect(movedBy(1234, 10_000, 28, 500)).toBe(1234);
  });

  it("reaches the last row of a million and comes back to the same position", () => {
    const end = scrolledHeight(1_000_000, 28) - 500;
    expect(end).toBeLessThan(17_000_000);
    expect(movedBy(end, 1_000_000, 28, 500)).toBe(28_000_000 - 500);
    const moved = 13_337 * 28;
    expect(movedBy(scrollTopFor(moved, 1_000_000, 28, 500), 1_000_000, 28, 500)).toBeCloseTo(moved, 4);
  });
});

describe("movedToShow(row, moved, rowHeight, viewHeight)", () => {
  it("moves no further than is needed, up or down, and not at all for a row in sight", () => {
    expect(movedToShow(3, 0, 28, 280)).toBe(0);
    expect(movedToShow(10, 0, 28, 280)).toBe(28);
    expect(movedToShow(2, 280, 28, 280)).toBe(56);
  });
});

describe("columnsInSight(edges, frozen, left, width)", () => {
  const edges = columnEdges(columns);
  it("leaves out what is scrolled away or not reached yet, beside the frozen column", () => {
    expect(columnsInSight(edges, 1, 0, 200)).toEqual({ first: 1, last: 3 });
    expect(columnsInSight(edges, 1, 300, 300)).toEqual({ first: 3, last: 4 });
  });

  it("shows at least one column, however narrow the view", () => {
    expect(columnsInSight(edges, 1, 0, 10)).toEqual({ first: 1, last: 2 });
    expect(columnsInSight([0], 0, 0, 500)).toEqual({ first: 0, last: 0 });
  });
});

describe("leftToShow(edges, frozen, column, left, width)", () => {
  const edges = columnEdges(columns);
  it.each([
    ["stays where the column is in sight", 2, 0, 400, 0],
    ["stays for a frozen column", 0, 333, 400, 333],
    ["goes as far as a column beyond the right edge needs", 4, 0, 400, 340],
    ["goes back to a column that is scrolled away", 1, 300, 400, 0],
    ["shows the beginning of a column wider than the view", 3, 0, 200, 300],
  ])("%s", (_, column, left, width, wanted) => {
    expect(leftToShow(edges, 1, column, left, width)).toBe(wanted);
  });
});

describe("placeAfterKey(key, isFar, from, size)", () => {
  const size = { rows: 100, columns: 4, page: 10 };
  it.each([
    ["ArrowDown", false, { row: 6, column: 2 }],
    ["ArrowUp", true, { row: 0, column: 2 }],
    ["PageDown", false, { row: 15, column: 2 }],
    ["End", true, { row: 99, column: 3 }],
    ["Home", false, { row: 5, column: 0 }],
  ])("%s (far: %s)", (key, isFar, place) => {
    expect(placeAfterKey(key, isFar, { row: 5, column: 2 }, size)).toEqual(place);
  });

  it("stays inside the grid and leaves other keys alone", () => {
    expect(placeAfterKey("PageUp", false, { row: 5, column: 2 }, size)).toEqual({ row: 0, column: 2 });
    expect(placeAfterKey("x", false, { row: 5, column: 2 }, size)).toBeNull();
  });
});

describe("isWithin(range, place)", () => {
  const range = { top: 2, bottom: 4, left: 1, right: 3 };
  it("counts the edges in, and what lies beyond them out", () => {
    expect([isWithin(range, { row: 2, column: 1 }), isWithin(range, { row: 4, column: 3 })]).toEqual([true, true]);
    expect([isWithin(range, { row: 5, column: 2 }), isWithin(range, { row: 3, column: 0 })]).toEqual([false, false]);
    expect(isWithin(null, { row: 0, column: 0 })).toBe(false);
  });
});

describe("rangeOf(one, other)", () => {
  it("is the same from either corner", () => {
    expect(rangeOf({ row: 4, column: 1 }, { row: 2, column: 3 })).toEqual({ top: 2, bottom: 4, left: 1, right: 3 });
  });
});
