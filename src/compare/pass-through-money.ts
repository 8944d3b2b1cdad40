import Big from "big.js";

/** Pass-through money inside the two sides of a value, in their units. */
export interface PassThroughMoney {
  readonly numerator: number;
  readonly denominator: number;
}

interface Sides {
  readonly numerator: number | null;
  readonly denominator_value: number | null;
}

/** The money that a value as reported holds and the same value without pass-through money does not. */
export function moneyBetween(reported: Sides, without: Sides): PassThroughMoney {
  const between = (whole: number | null, rest: number | null): number =>
    whole === null || rest === null ? 0 : new Big(whole).minus(rest).toNumber();
  return {
    numerator: between(reported.numerator, without.numerator),
    denominator: between(reported.denominator_value, without.denominator_value),
  };
}
