import { describe, expect, it } from "vitest";
import { METRICS, metricOf } from "../../src/model/metrics/index.ts";
import { formulaText } from "../../src/ui/metric-value.ts";

describe("formulaText(metric, locale)", () => {
  const textOf = (id: string, locale: "zh" | "en"): string => {
    const metric = metricOf(id);
    if (metric === null) throw new Error(`found no metric ${id}, expected it in the dictionary`);
    return formulaText(metric, locale);
  };

  it("tells a share, an amount and a change in words", () => {
    expect(textOf("execution.final_to_initial", "zh")).toBe("支出决算数 ÷ 年初预算数 × 100");
    expect(textOf("three_public.final", "zh")).toBe("“三公”经费合计决算数");
    expect(textOf("three_public.change", "zh")).toBe("(“三公”经费合计决算数 ÷ “三公”经费合计上年决算数 − 1) × 100");
    expect(textOf("three_public.final", "en")).toBe("final of Three-public expenses");
  });

  it("shows a reader no name of a column", () => {
    for (const metric of METRICS) {
      expect(`${formulaText(metric, "zh")} ${formulaText(metric, "en")}`).not.toMatch(/numerator|denominator|_/);
    }
  });
});
