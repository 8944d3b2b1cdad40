import { describe, expect, it } from "vitest";
import { decimalToNumber } from "../../src/engine/decode.ts";

describe("decimalToNumber(unscaled, scale)", () => {
  it.each([
    [788n, 2, 7.88],
    [-110_000n, 6, -0.11],
    [0n, 6, 0],
    [16_036_010_000n, 6, 16036.01],
    [123_456_789_012_345_678_901n, 6, Number("123456789012345.678901")],
    [-5n, 25, -5e-25],
  ])("%s with %s decimals is the nearest double", (unscaled, scale, value) => {
    expect(decimalToNumber(unscaled, scale)).toBe(value);
  });
});
