import { describe, expect, it } from "vitest";
import { PROVINCES, provinceInEnglish } from "../../src/domain/provinces.ts";

describe("provinceInEnglish(name)", () => {
  it("knows all 34, each by a name of its own", () => {
    expect(PROVINCES).toHaveLength(34);
    expect(new Set(PROVINCES.map(({ en }) => en)).size).toBe(34);
    expect([provinceInEnglish("山西省"), provinceInEnglish("陕西省")]).toEqual(["Shanxi", "Shaanxi"]);
  });

  it("leaves what it does not know as it is", () => {
    expect(provinceInEnglish("某省")).toBe("某省");
  });
});
