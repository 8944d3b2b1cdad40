import { describe, expect, it } from "vitest";
import { readerAdjustments } from "../../src/state/reader-adjustments.ts";

const param = readerAdjustments();
const ONE = "a-2021-final:n:expenditure.total:12.5:转拨";

describe("readerAdjustments().parse(text)", () => {
  it("reads what it prints", () => {
    const text = `${ONE};b-2021-final:d:expenditure.basic:-3:`;
    expect(param.print(param.parse(text) ?? [])).toBe(text);
  });

  it("takes the same adjustment once, however often an address repeats it", () => {
    expect(param.parse(`${ONE};${ONE}`)).toEqual(param.parse(ONE));
  });

  it("refuses an amount of 0 and an unknown side", () => {
    expect(param.parse("a:n:expenditure.total:0:")).toBeUndefined();
    expect(param.parse("a:x:expenditure.total:1:")).toBeUndefined();
  });
});
