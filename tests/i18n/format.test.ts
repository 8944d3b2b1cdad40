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

describe("Format.seen(value, decimals)", () => {
  it("does not print as zero what is not zero, in whatever way it is printed", () => {
    expect(wan.seen("0.00468", 2)).toBe("0.0047");
    expect(wan.seen("-0.0000991", 2)).toBe("−0.000099");
    expect(wan.seen(0.005, 2)).toBe("0.01");
    expect(wan.amount("0.00468", 2)).toBe("0.0047");
    expect(wan.percent(0.013)).toBe("0.013%");
    expect(wan.ratio(0.0032)).toBe("0.0032×");
    expect(wan.value(0.00468, "万元/人", 2)).toBe("0.0047 万元/人");
    expect(yuan.amount("0.00468", 2)).toBe("47");
  });

  it("prints zero and the noise of a computation as zero", () => {
    expect(wan.seen(0, 2)).toBe("0.00");
    expect(wan.seen(0.1 + 0.2 - 0.3, 2)).toBe("0.00");
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

  it("counts in the plural in English, but one", () => {
    expect(english.value(59, "人", 0)).toBe("59 people");
    expect(english.value(1, "人", 0)).toBe("1 person");
    expect(english.value(1, "辆", 0)).toBe("1 vehicle");
    expect(english.value(1, "万元", 2)).toBe("10,000 ¥");
    expect([english.unit("人次/批次"), english.unit("万元/人"), english.unit("元/人次")]).toEqual([
      "visitors/visit",
      "¥/person",
      "¥/visitor",
    ]);
  });

  it("leaves a price that its metric gives in 元 in 元", () => {
    expect(wan.value(140, "元/人次", 0)).toBe("140 元/人次");
    expect(yi.value(140, "元/人次", 0)).toBe("140 元/人次");
  });
});

describe("Format.tick(value, unit)", () => {
  it("says a round value in the reader's unit, with its own decimals and no others", () => {
    expect([0, 0.5, 5, 1200].map((value) => wan.tick(value, "万元"))).toEqual(["0", "0.5", "5", "1,200"]);
    expect([0, 0.5, 5].map((value) => yuan.tick(value, "万元/人"))).toEqual(["0", "5,000", "50,000"]);
    expect([0, 0.5, 10].map((value) => yi.tick(value, "万元/人"))).toEqual(["0", "0.00005", "0.001"]);
    expect(yuan.tick(-1.5, "万元")).toBe("−15,000");
  });

  it("leaves a step that a computer cannot hold exactly as round as it is", () => {
    expect(wan.tick(0.1 + 0.2, "万元")).toBe("0.3");
  });

  it("leaves prices, shares and counts as they are", () => {
    expect([yuan.tick(150, "元/人次"), yi.tick(2.5, "%"), yuan.tick(20, "人")]).toEqual(["150", "2.5", "20"]);
  });
});
