import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cell, reportOf, said } from "../../src/audit/cases.ts";
import { digitsOf } from "../../src/audit/describe.ts";
import { isClearly, ratioOf, rateCheck } from "../../src/audit/families/rates.ts";
import { Ledger } from "../../src/audit/ledger.ts";
import { statedGrowth } from "../../src/audit/rules/stated-growth.ts";
import { balance, isAtMost, isExact, minus, quotient, rounded, valueOf } from "../../src/audit/tolerance.ts";
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

describe("statedGrowth.check(ledger)", () => {
  it("takes a growth for right only where the exact recomputation does", () => {
    const cents = fc.integer({ min: -500_000, max: 500_000 });
    const digits = fc.integer({ min: -9999, max: 9999 });
    fc.assert(
      fc.property(cents, cents, digits, fc.boolean(), (ownCents, changeCents, rateDigits, isRight) => {
        const [own, change] = [Decimal.scaled(ownCents, 2), Decimal.scaled(changeCents, 2)];
        const prior = own.minus(change);
        const right = isRight && !prior.isZero() ? quotient(change, prior).round(2) : Decimal.scaled(rateDigits, 2);
        const [report] = reportOf({
          name: "",
          expect: "passed",
          facts: [
            said("three_public.total", own.toFixed(2)),
            said("three_public.total", change.toFixed(2), { measure: "change" }),
            said("three_public.total", `${right.toFixed(2)}%`, { measure: "change_rate" }),
          ],
        });
        if (report === undefined) throw new Error("a case has its report");
        const ledger = new Ledger(report);
        const [first, second, stated] = ledger.facts;
        if (first === undefined || second === undefined || stated === undefined)
          throw new Error("a case has its facts");
        const exact = rateCheck({
          stated,
          numerator: rounded(second),
          denominator: minus(rounded(first), rounded(second)),
          inputs: [first, second],
          formula: { zh: "", en: "" },
        });
        const [check] = statedGrowth.check(ledger, []);
        const isOpposite = change.sign * right.sign < 0;
        expect(check?.verdict ?? null).toBe(isOpposite ? null : (exact?.verdict ?? null));
      }),
      { numRuns: 500 },
    );
  });
});

describe("digitsOf(fact)", () => {
  it("groups the thousands of the whole part, and nothing that is grouped", () => {
    const text = fc.oneof(
      fc.tuple(fc.nat(99_999_999), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
      fc.string({ unit: fc.constantFrom("0", "1", "9", ",", ".", "-", "％"), maxLength: 12 }),
    );
    fc.assert(
      fc.property(text, (digits) => {
        const [whole = "", ...rest] = digits.split(".");
        const grouped = [whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ","), ...rest].join(".");
        expect(digitsOf({ ...factOf([1, 0]), value_text: digits }).en).toBe(grouped);
      }),
      { numRuns: 500 },
    );
  });
});
