import { Decimal } from "../../src/domain/decimal.ts";
import { describe, expect, it } from "vitest";
import { reportOf, said } from "../../src/audit/cases.ts";
import { balance, judgeRate, rounded } from "../../src/audit/tolerance.ts";
import type { CaseFact } from "../../src/audit/types.ts";
import type { FactRow } from "../../src/domain/records.ts";

function factsOf(...facts: CaseFact[]): FactRow[] {
  return [...(reportOf({ name: "", expect: "passed", facts })[0]?.facts ?? [])];
}

function equation(left: CaseFact, ...right: CaseFact[]) {
  const [total, ...parts] = factsOf(left, ...right);
  return { left: total === undefined ? [] : [total], right: parts };
}

const money = (value: string, more: Partial<CaseFact> = {}) => said("expenditure.total", value, more);

describe("balance(equation)", () => {
  it("adds decimals exactly", () => {
    expect(balance(equation(money("0.30"), money("0.10"), money("0.20"))).verdict).toBe("passed");
  });

  it("allows one unit of the last digit per addend that is not zero", () => {
    expect(balance(equation(money("3.02"), money("1.00"), money("2.00"))).verdict).toBe("rounding");
    expect(balance(equation(money("3.03"), money("1.00"), money("2.00"))).verdict).toBe("failed");
    expect(balance(equation(money("3.03"), money("1.00"), money("2.00"), money("0.00"))).verdict).toBe("failed");
  });

  it("does not let a whole number among hundredths loosen the sum", () => {
    expect(balance(equation(money("16.70"), money("6"), money("10.20"))).verdict).toBe("failed");
  });

  it("keeps the hundredth of the printed unit", () => {
    const yuan = { unit_text: "元", unit: "万元" } as const;
    const of = (value: string, text: string) => money(value, { ...yuan, value_text: text, precision: "0.0001" });
    expect(balance(equation(of("457", "4570000"), of("326", "3260000"), of("131", "1310000"))).verdict).toBe("passed");
    expect(balance(equation(of("457.1", "4571000"), of("326", "3260000"), of("131", "1310000"))).verdict).toBe(
      "failed",
    );
  });

  it("takes two printings of one figure for equal when the finer rounds to the coarser", () => {
    expect(balance(equation(money("95.8"), money("95.84"))).verdict).toBe("passed");
    expect(balance(equation(money("95.8"), money("95.88"))).verdict).toBe("rounding");
    expect(balance(equation(money("95.8"), money("96.00"))).verdict).toBe("failed");
  });

  it("counts people, never rounds them", () => {
    expect(balance(equation(said("headcount.retired", "10"), said("headcount.retired", "11"))).verdict).toBe("failed");
  });

  it("tries other values for a cell", () => {
    const broken = equation(money("36.00"), money("10.00"), money("20.00"));
    const replaced = new Map(broken.left.map((fact) => [fact, Decimal.of(30)]));
    expect(balance(broken, replaced).verdict).toBe("passed");
  });
});

describe("judgeRate(stated, step, numerator, denominator)", () => {
  const judge = (stated: string, step: string, numerator: string, denominator: string) => {
    const [top, bottom] = factsOf(money(numerator), money(denominator));
    if (top === undefined || bottom === undefined) throw new Error("two figures");
    return judgeRate(Decimal.of(stated), Decimal.of(step), rounded(top), rounded(bottom));
  };

  it("tells rounding, truncation, the amounts' own rounding and the last digit apart", () => {
    expect(judge("10.6", "0.1", "1.71", "16.2")).toBe("equal");
    expect(judge("10.5", "0.1", "1.71", "16.2")).toBe("truncated");
    expect(judge("10.53", "0.01", "1.71", "16.2")).toBe("within_inputs");
    expect(judge("0.1", "0.1", "7.78", "19611.45")).toBe("last_digit");
    expect(judge("54.7", "0.1", "1.64", "6")).toBe("different");
  });

  it("judges falls by their size", () => {
    expect(judge("-95.72", "0.01", "-8590.26", "8974.37")).toBe("equal");
    expect(judge("-95.71", "0.01", "-8590.26", "8974.37")).toBe("truncated");
  });
});
