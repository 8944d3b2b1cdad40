import { describe, expect, it } from "vitest";
import { Format } from "../../../src/i18n/format.ts";
import { metricOf } from "../../../src/model/metrics/index.ts";
import { ValuePrint } from "../../../src/screens/compare/value-print.ts";

function printOf(id: string, moneyUnit: "wan" | "yi" = "wan"): ValuePrint {
  const metric = metricOf(id);
  if (metric === null) throw new Error(`found no metric ${id}, expected it in the dictionary`);
  return new ValuePrint(new Format({ locale: "zh", moneyUnit }), metric, [22.65, 19.57]);
}

describe("ValuePrint.input(value, side)", () => {
  it("counts a rate that a report states in per cent, not in the money of its item", () => {
    expect(printOf("execution.stated_completion").input(72.39, "numerator")).toBe("72.4%");
    expect(printOf("execution.stated_completion", "yi").inputBare(298.8, "numerator")).toBe("298.8");
    expect(printOf("per_staff.basic").input(1336.56, "numerator")).toBe("1,336.56 万元");
    expect(printOf("per_staff.basic").input(59, "denominator")).toBe("59 人");
  });
});

describe("ValuePrint.differs(gap)", () => {
  it("says of two values that print alike that they differ, and by how much", () => {
    const print = printOf("execution.final_to_initial");
    expect([124.963, 124.948].map((value) => print.value(value))).toEqual(["125.0%", "124.9%"]);
    expect(print.differs(124.963 - 124.948)).toBe(true);
    expect(print.gap(124.963 - 124.948)).toBe("0.015 个百分点");
    expect(print.gap(124.948 - 124.963)).toBe("0.015 个百分点");
  });

  it("says of equal values that they do not, nor for the noise of a computation, in any unit of money", () => {
    for (const print of [printOf("execution.final_to_initial"), printOf("per_staff.basic", "yi")]) {
      expect(print.differs(0)).toBe(false);
      expect(print.differs(1e-13)).toBe(false);
    }
    expect(printOf("per_staff.basic", "yi").differs(-0.5)).toBe(true);
  });
});
