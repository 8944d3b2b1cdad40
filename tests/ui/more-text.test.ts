import { describe, expect, it } from "vitest";
import { Format } from "../../src/i18n/format.ts";
import { moreText } from "../../src/ui/more-text.ts";

describe("moreText(page, left, format)", () => {
  const format = new Format({ locale: "zh", moneyUnit: "wan" });

  it("says how many come and how many are left", () => {
    expect(moreText(20, 2940, format)).toBe("再显示 20 条（还有 2,940 条）");
  });

  it("says the number once where all that is left comes", () => {
    expect([moreText(20, 7, format), moreText(7, 7, format)]).toEqual(["显示其余 7 条", "显示其余 7 条"]);
  });
});
