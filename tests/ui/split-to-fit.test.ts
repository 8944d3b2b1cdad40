import { describe, expect, it } from "vitest";
import { splitToFit } from "../../src/ui/split-to-fit.ts";

describe("splitToFit(items, widths, room, menu, current)", () => {
  const items = ["a", "b", "c", "d"];
  const split = (widths: readonly number[], room: number, current: string | null = null) =>
    splitToFit(items, widths, room, 40, current);

  it("keeps all where all fit, without room for a menu that is not needed", () => {
    expect(split([50, 50, 50, 50], 200)).toEqual({ shown: items, more: [] });
  });
  it("keeps all that is not measured yet", () => {
    expect(splitToFit(items, [], Infinity, 0, "d")).toEqual({ shown: items, more: [] });
  });
  it("leaves room for the menu where one is needed, and keeps the order", () => {
    expect(split([50, 50, 50, 50], 199)).toEqual({ shown: ["a", "b", "c"], more: ["d"] });
    expect(split([50, 50, 50, 50], 189, "a")).toEqual({ shown: ["a", "b"], more: ["c", "d"] });
  });
  it("puts the current one last in sight", () => {
    expect(split([50, 50, 50, 50], 150, "d")).toEqual({ shown: ["a", "d"], more: ["b", "c"] });
  });
  it("makes room for a current one that is wider than what it stands in for", () => {
    expect(split([50, 50, 50, 70], 150, "d")).toEqual({ shown: ["d"], more: ["a", "b", "c"] });
  });
  it("shows the current one even where nothing fits", () => {
    expect(split([50, 50, 50, 50], 60, "d")).toEqual({ shown: ["d"], more: ["a", "b", "c"] });
    expect(split([50, 50, 50, 50], 60)).toEqual({ shown: [], more: items });
  });
});
