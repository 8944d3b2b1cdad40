import Big from "big.js";
import { check, constantFrom, integer, property, tuple, type Arbitrary } from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, type Rounding } from "../../src/domain/decimal.ts";

/** Plain decimal notation: mostly the size of printed figures, sometimes longer than a double holds. */
const text: Arbitrary<string> = tuple(
  constantFrom("", "-"),
  integer({ min: 1, max: 24 }),
  integer({ min: 0, max: 22 }),
  integer({ min: 0, max: 2 ** 31 - 1 }),
  constantFrom(3, 7, 1),
).map(([sign, whole, fraction, seed, step]) => {
  const digit = (index: number) => String((Math.floor(seed / (index + 1)) + index * step) % 10);
  const digits = (from: number, length: number) => Array.from({ length }, (_, at) => digit(from + at)).join("");
  const short = seed % 3 !== 0;
  const [left, right] = short ? [1 + (whole % 8), fraction % 5] : [whole, fraction];
  return `${sign}${digits(0, left)}${right === 0 ? "" : `.${digits(left, right)}`}`;
});

function holds(name: string, agrees: (left: string, right: string) => boolean): void {
  it(name, () => {
    const outcome = check(property(text, text, agrees), { numRuns: 2000, seed: 20 });
    expect(outcome.counterexample).toBeNull();
  });
}

const plain = (value: Big): string => value.toFixed().replace(/^-(?=0(?:\.0+)?$)/, "");

describe("Decimal, beside a general library", () => {
  holds("reads and prints", (left) => Decimal.of(left).toFixed() === plain(new Big(left)));
  holds("adds", (a, b) => Decimal.of(a).plus(Decimal.of(b)).toFixed() === plain(new Big(a).plus(b)));
  holds("subtracts", (a, b) => Decimal.of(a).minus(Decimal.of(b)).toFixed() === plain(new Big(a).minus(b)));
  holds("multiplies", (a, b) => Decimal.of(a).times(Decimal.of(b)).toFixed() === plain(new Big(a).times(b)));
  holds("compares", (a, b) => Decimal.of(a).cmp(Decimal.of(b)) === new Big(a).cmp(b));
  holds("divides to twenty decimals", (a, b) => {
    if (new Big(b).eq(0)) return true;
    return Decimal.of(a).over(Decimal.of(b)).toFixed() === plain(new Big(a).div(b));
  });
  holds("makes doubles", (a) => Decimal.of(a).toNumber() === Number(a) + 0);
  const modes: readonly (readonly [Rounding, 0 | 1 | 2])[] = [
    ["down", 0],
    ["half_up", 1],
    ["half_even", 2],
  ];
  for (const [mode, number] of modes) {
    for (const decimals of [0, 1, 2, 6]) {
      holds(`rounds ${mode} to ${decimals}`, (a) => {
        return Decimal.of(a).round(decimals, mode).toFixed() === plain(new Big(a).round(decimals, number));
      });
    }
  }
  holds("prints a fixed number of decimals", (a, b) => {
    const decimals = b.length % 8;
    const expected = new Big(a).toFixed(decimals).replace(/^-(?=0(?:\.0+)?$)/, "");
    return Decimal.of(a).toFixed(decimals) === expected;
  });
  holds("counts decimals without trailing zeros", (a) => {
    return Decimal.of(a).decimals === (/\.(\d+)/.exec(new Big(a).toFixed())?.[1]?.length ?? 0);
  });
});

describe("Decimal.of(value)", () => {
  it("takes halves away from zero", () => {
    expect(["2.5", "-2.5", "0.5", "-0.5"].map((half) => Decimal.of(half).round().toFixed())).toEqual([
      "3",
      "-3",
      "1",
      "-1",
    ]);
  });

  it("knows no minus zero", () => {
    expect(Decimal.of("0").negated().toFixed()).toBe("0");
    expect(Decimal.of("-0.001").toFixed(2)).toBe("0.00");
    expect(Decimal.of(0).negated().isZero()).toBe(true);
  });

  it("gives powers of ten of either sign", () => {
    expect([-4, -1, 0, 3, 20].map((exponent) => Decimal.power(exponent).toFixed())).toEqual([
      "0.0001",
      "0.1",
      "1",
      "1000",
      `1${"0".repeat(20)}`,
    ]);
  });

  for (const wrong of ["", "-", ".", ".5", "5.", "1e3", "1,000", "１", " 1", "--1", "1.2.3", "NaN"]) {
    it(`refuses "${wrong}"`, () => {
      expect(() => Decimal.of(wrong)).toThrow(RangeError);
    });
  }

  it("refuses numbers that are not whole or not held exactly", () => {
    for (const wrong of [0.1, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => Decimal.of(wrong)).toThrow(RangeError);
    }
  });

  it("does not divide by zero", () => {
    expect(() => Decimal.of(1).over(Decimal.of("0.00"))).toThrow(RangeError);
  });
});
