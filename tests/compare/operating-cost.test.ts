import { describe, expect, it } from "vitest";
import { operatingCostDefinition } from "../../src/compare/operating-cost.ts";

describe("operatingCostDefinition(own, operating)", () => {
  it.each([
    [187.94, 187.94, "operating"],
    [187.944, 187.94, "operating"],
    // 0.009999999999990905 in binary: one printed digit apart all the same.
    [187.94, 187.93, "narrower"],
    [0.3, 0.31, "narrower"],
    [12, 187.94, "narrower"],
    [12, null, "unknown"],
    [0, 0, "operating"],
    [null, 187.94, null],
    [null, null, null],
  ])("calls %j beside %j %j", (own, operating, definition) => {
    expect(operatingCostDefinition(own, operating)).toBe(definition);
  });
});
