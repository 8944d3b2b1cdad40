import { describe, expect, it } from "vitest";
import { Format } from "../../src/i18n/format.ts";

const wan = new Format({ locale: "zh", moneyUnit: "wan" });
const yuan = new Format({ locale: "zh", moneyUnit: "yuan" });
const yi = new Format({ locale: "zh", moneyUnit: "yi" });
const english = new Format({ locale: "en", moneyUnit: "yuan" });

describe("Format.number(value, decimals)", () => {
  it("groups thousands and keeps the decimals asked for", () => {
    expect(wan.number(7141.38, 2)).toBe("7,141.38");
    expect(wan.number(7.8, 2)).toBe("7.80");
    expect(wan.number("0", 0)).toBe("0");
  });

  it("rounds decimal text as printed, not its nearest double", () => {
    expect(wan.number("1.005", 2)).toBe("1.01");
    expect(wan.number("-2.5", 0)).toBe("−3");
  });

  it("does not lose digits of amounts longer than a double holds", () => {
    expect(wan.number("123456789012.345678", 6)).toBe("123,456,789,012.345678");
  });

  it("prints no minus before a value that rounds to zero", () => {
    expect(wan.number("-0.001", 2)).toBe("0.00");
  });
});

describe("Format.signed(value, decimals)", () => {
  it("marks gains and losses, and leaves a zero bare", () => {
    expect([1.17, -1.79, 0.001].map((value) => wan.signed(value, 2))).toEqual(["+1.17", "−1.79", "0.00"]);
  });
});

describe("Format.amount(wan, decimals)", () => {
  it("shifts the decimals with the unit, so that no digit is lost or invented", () => {
    expect(wan.amount("22.65", 2)).toBe("22.65");
    expect(yuan.amount("22.65", 2)).toBe("226,500");
    expect(yi.amount("22.65", 2)).toBe("0.002265");
    expect(yuan.amount("0.123456", 6)).toBe("1,234.56");
  });
});

describe("Format.value(value, unit, decimals)", () => {
  it("always prints the unit", () => {
    expect(wan.value(22.65, "万元/人", 2)).toBe("22.65 万元/人");
    expect(yuan.value(22.65, "万元/人", 2)).toBe("226,500 元/人");
    expect(wan.value(95.2, "%", 1)).toBe("95.2%");
    expect(wan.value(365, "人", 0)).toBe("365 人");
    expect(english.value(1.5, "万元/辆", 2)).toBe("15,000 ¥/vehicle");
  });

  it("leaves a price that its metric gives in 元 in 元", () => {
    expect(wan.value(140, "元/人次", 0)).toBe("140 元/人次");
    expect(yi.value(140, "元/人次", 0)).toBe("140 元/人次");
  });
});
