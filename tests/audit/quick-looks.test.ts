import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cell, reportOf } from "../../src/audit/cases.ts";
import { isClearly, ratioOf, rateCheck } from "../../src/audit/families/rates.ts";
import { balance, isAtMost, isExact, valueOf } from "../../src/audit/tolerance.ts";
import { Decimal } from "../../src/domain/decimal.ts";
import type { FactRow } from "../../src/domain/records.ts";

/** Most checks hold, and a quick look says so: it may leave a case to the exact way, and never says otherwise. */

/** Amounts as tables print them, and some that no double holds. */
const amount = fc.oneof(
  fc.tuple(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.integer({ min: 0, max: 6 })),
  fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.constant(6)),
);

function factOf([digits, decimals]: readonly [number | bigint, number]): FactRow {
  const value = Decimal.of(String(digits)).times(Decimal.power(-decimals)).toFixed();
  const [report] = reportOf({ name: "", expect: "passed", facts: [cell("expenditure", "expenditure.total", value)] });
  const [fact] = report?.facts ?? [];
  if (fact === undefined) throw new Error("a case has its fact");
  return fact;
}

const fact = amount.map(factOf);

describe("isExact(equation)", () => {
  it("says yes only where both sides are the same decimal", () => {
    fc.assert(
      fc.property(fc.array(fact, { minLength: 1, maxLength: 5 }), fc.array(fact, { maxLength: 2 }), (right, minus) => {
        const total = right.reduce((sum, one) => sum.plus(valueOf(one)), Decimal.zero).toFixed();
        const left = right.slice(0, 1).map((one) => ({ ...one, value: total }));
        const equation = { left, right, minus };
        if (isExact(equation)) expect(balance(equation).difference.isZero()).toBe(true);
      }),
    );
  });

  it("sees a difference of a millionth", () => {
    const [one, other] = [factOf([123_456_789, 6]), factOf([123_456_788, 6])];
    expect(isExact({ left: [one], right: [other] })).toBe(false);
    expect(isExact({ left: [one], right: [other, factOf([1, 6])] })).toBe(true);
  });
});

describe("isAtMost(one, other)", () => {
  it("orders figures as their decimals are ordered", () => {
    fc.assert(
      fc.property(fact, fact, (one, other) => {
        expect(isAtMost(one, other)).toBe(valueOf(one).lte(valueOf(other)));
      }),
    );
  });
});

describe("isClearly(stated, numerator, denominator)", () => {
  it("says yes only where the exact recomputation says that the rate holds", () => {
    const rate = fc.tuple(fc.integer({ min: -30_000, max: 30_000 }), fc.integer({ min: 0, max: 2 }));
    fc.assert(
      fc.property(rate, fact, fact, fc.boolean(), ([digits, decimals], numerator, denominator, isRight) => {
        const value = valueOf(denominator).isZero()
          ? Decimal.zero
          : valueOf(numerator).times(Decimal.of(100)).over(valueOf(denominator)).round(decimals);
        const stated = {
          ...factOf([digits, decimals]),
          ...(isRight ? { value: value.toFixed() } : {}),
          precision: Decimal.power(-decimals).toFixed(),
          unit: "%",
        };
        const check = rateCheck(ratioOf(stated, numerator, denominator));
        if (isClearly(stated, numerator, denominator)) expect(check?.verdict).toBe("passed");
      }),
      { numRuns: 500 },
    );
  });

  it("says yes of a plain case and no of another rate", () => {
    const stated = { ...factOf([9584, 2]), precision: "0.01", unit: "%" };
    expect(isClearly(stated, factOf([9584, 1]), factOf([10_000, 1]))).toBe(true);
    expect(isClearly(stated, factOf([9585, 1]), factOf([10_000, 1]))).toBe(false);
  });
});
