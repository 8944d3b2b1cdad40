import { describe, expect, it } from "vitest";
import { inHalfWidth, withHalfWidthDigits } from "../../src/domain/half-width.ts";

describe("withHalfWidthDigits(text)", () => {
  it("reads digits, points, thousands and percentages", () => {
    expect(withHalfWidthDigits("本年收入１，２３４．５０万元，占９５．８４％")).toBe("本年收入1,234.50万元，占95.84%");
  });

  it("reads a long line of groups from beginning to end, and a number behind a comma", () => {
    expect(withHalfWidthDigits(`１${"，２３４".repeat(100_000)}`)).toBe(`1${",234".repeat(100_000)}`);
    expect(withHalfWidthDigits("２０２０，１２，３４５元")).toBe("2020，12,345元");
  });

  it("leaves the comma between two clauses", () => {
    expect(withHalfWidthDigits("共２０２０，１２个；１２，３４５６元")).toBe("共2020，12个；12，3456元");
  });

  it("gives back the same text where there is nothing to change", () => {
    const text = "本年收入1234.50万元（其中：财政拨款）";
    expect(withHalfWidthDigits(text)).toBe(text);
  });
});

describe("inHalfWidth(lines)", () => {
  it("keeps numbers of lines, and the very lines where no line has full-width digits", () => {
    expect(inHalfWidth([{ no: 7, text: "合计　３．５０" }])).toEqual([{ no: 7, text: "合计　3.50" }]);
    const lines = [{ no: 1, text: "合计 3.50" }];
    expect(inHalfWidth(lines)).toBe(lines);
  });
});
