import { describe, expect, it } from "vitest";
import { fittingCount, splitItems } from "../../src/ui/fitting-count.ts";

describe("fittingCount(widths, room, menu)", () => {
  it("keeps all where all fit, without room for a menu that is not needed", () => {
    expect(fittingCount([50, 50, 50], 150, 40)).toBe(3);
  });
  it("leaves room for the menu where one is needed", () => {
    expect(fittingCount([50, 50, 50], 149, 40)).toBe(2);
    expect(fittingCount([50, 50, 50], 139, 40)).toBe(1);
  });
  it("keeps none where not even the first fits, and none of none", () => {
    expect(fittingCount([50, 50], 60, 40)).toBe(0);
    expect(fittingCount([], 0, 40)).toBe(0);
  });
});

describe("splitItems(items, count, current)", () => {
  const items = ["a", "b", "c", "d"];
  it("keeps the order", () => {
    expect(splitItems(items, 2, "a")).toEqual({ shown: ["a", "b"], more: ["c", "d"] });
    expect(splitItems(items, 4, null)).toEqual({ shown: items, more: [] });
  });
  it("puts the current one in the last place in sight", () => {
    expect(splitItems(items, 2, "d")).toEqual({ shown: ["a", "d"], more: ["b", "c"] });
    expect(splitItems(items, 0, "d")).toEqual({ shown: ["d"], more: ["a", "b", "c"] });
  });
});
