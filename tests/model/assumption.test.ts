import { describe, expect, it } from "vitest";
import { adjustmentNote, assumptionKey, assumptionOf, parseHeadcount } from "../../src/model/assumption.ts";

describe("parseHeadcount(text)", () => {
  it.each([
    ["60", 60],
    [" 1 ", 1],
    ["0", null],
    ["-3", null],
    ["12.5", null],
    ["1e3", null],
    ["", null],
    ["六十", null],
  ])("reads %j as %j", (text, headcount) => {
    expect(parseHeadcount(text)).toBe(headcount);
  });
});

describe("assumptionOf(key)", () => {
  it.each(["in_service", "in_service_plus_temporary", "establishment"] as const)(
    "reads the key of %s",
    (denominator) => {
      const report_id = "a-2021-final";
      expect(assumptionOf(assumptionKey(report_id, denominator))).toEqual({ report_id, denominator });
    },
  );
});

describe("adjustmentNote(adjustment)", () => {
  it("says what is taken out or put in, thousands grouped as everywhere on a screen", () => {
    expect(adjustmentNote({ amount: "21000.5", reason: "" })).toEqual({
      zh: "用户调整：剔除 21,000.5 万元",
      en: "reader’s adjustment: 21,000.5 ¥10k taken out",
    });
    expect(adjustmentNote({ amount: "-1234", reason: "试点" }).zh).toBe("用户调整：计入 1,234 万元（试点）");
  });
});
