import { describe, expect, it } from "vitest";
import { fitted, textWidth, truncated } from "../../src/charts/text-fit.ts";

describe("textWidth(text, size)", () => {
  it("takes a Chinese character for one em and a digit for less", () => {
    expect(textWidth("基本工资", 13)).toBe(52);
    expect(textWidth("30101", 13)).toBeLessThan(5 * 13);
    expect(textWidth("", 13)).toBe(0);
  });

  it("is wider in bold", () => {
    expect(textWidth("22.65", 13, true)).toBeGreaterThan(textWidth("22.65", 13));
  });
});

describe("truncated(text, width, size)", () => {
  it("keeps what fits and marks what is cut", () => {
    expect(truncated("基本工资", 52, 13)).toBe("基本工资");
    expect(truncated("基本养老保险缴费", 60, 13)).toBe("基本养…");
  });

  it("keeps at least one character", () => {
    expect(truncated("基本", 1, 13)).toBe("基…");
  });
});

describe("fitted(text, width, size, lines)", () => {
  it("breaks Chinese anywhere and English between words", () => {
    expect(fitted("基本养老保险缴费", 60, 13)).toEqual(["基本养老", "保险缴费"]);
    expect(fitted("Social Insurance Centre", 130, 13)).toEqual(["Social Insurance", "Centre"]);
  });

  it("keeps a code together and closing marks with their word", () => {
    expect(fitted("医疗费补助 30307", 80, 13)).toEqual(["医疗费补助", "30307"]);
    expect(fitted("维修（护）费", 58, 13).join("|")).not.toMatch(/\|[）]/);
  });

  it("cuts the last line", () => {
    expect(fitted("甲乙丙丁戊己庚辛壬癸", 52, 13)).toEqual(["甲乙丙丁", "戊己庚…"]);
    expect(fitted("Administration", 50, 13)).toHaveLength(1);
  });

  it("gives one empty line for no text", () => {
    expect(fitted("", 50, 13)).toEqual([""]);
  });
});
