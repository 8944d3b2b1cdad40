import { describe, expect, it } from "vitest";
import type { Part } from "../../../src/compare/index.ts";
import { categoriesOf, compositionRow } from "../../../src/screens/compare/composition-rows.ts";

const part = (id: string, value: number): Part => ({ id, value });
const splitOf = (value: number, parts: readonly Part[]) => ({ whole: { value, parts }, figures: new Map() });
const WORDS = {
  label: "甲",
  part: (id: string) => id,
  unsplit: (id: string) => `${id} 未分列`,
  beyond: (sum: number) => `各部分合计 ${String(sum)}`,
  title: (id: string, value: number) => `${id} ${String(value)}`,
  href: () => null,
  missing: null,
};
const drawn = (split: ReturnType<typeof splitOf>) => {
  const { total, parts } = compositionRow("a", "a", split, categoriesOf([split]), WORDS);
  return { total, parts: parts.map(({ category, value, label }) => [category, value, label ?? null]) };
};

describe("compositionRow(key, agency, split, categories, words)", () => {
  it("draws each part, though they come to a last digit more than their whole", () => {
    const parts = [part("operating", 3.25), part("project", 2.25)];
    expect(drawn(splitOf(5.49, parts))).toEqual({
      total: 5.49,
      parts: [
        ["operating", 3.25, null],
        ["project", 2.25, null],
      ],
    });
  });

  it("draws a whole that the reader made smaller than its parts as it is, no longer", () => {
    const parts = [part("operating", 3.25), part("project", 2.25)];
    expect(drawn(splitOf(1.73, parts))).toEqual({ total: 1.73, parts: [[null, 1.73, "各部分合计 5.5"]] });
  });
});
