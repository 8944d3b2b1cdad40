import { describe, expect, it } from "vitest";
import { midSentence } from "../../src/i18n/mid-sentence.ts";

describe("midSentence(locale, name)", () => {
  it("begins an English name with a small letter, but not an abbreviation", () => {
    expect(midSentence("en", { zh: "人均支出", en: "Expenditure per head" })).toBe("expenditure per head");
    expect(midSentence("en", { zh: "GDP 占比", en: "GDP share" })).toBe("GDP share");
  });
  it("leaves Chinese as it is", () => {
    expect(midSentence("zh", { zh: "人均支出", en: "Expenditure per head" })).toBe("人均支出");
  });
});
