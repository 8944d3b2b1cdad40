/** How `round` settles what lies between two neighbours. */
export type Rounding = "down" | "half_up" | "half_even";

/** Longest text whose digits a double holds exactly, whatever they are. */
const SAFE_DIGITS = 15;
/** Decimals of a quotient that does not end earlier. */
const QUOTIENT_DECIMALS = 20;
const POWERS: readonly number[] = Array.from({ length: SAFE_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

const power = (exponent: number): bigint => 10n ** BigInt(exponent);
const absolute = (digits: bigint): bigint => (digits < 0n ? -digits : digits);

/**
 * An exact decimal number: an integer and how many of its digits are decimals.
 *
 * A compile makes millions of them, with hardly ever more than fifteen digits: integers that a
 * double holds exactly are kept as numbers, longer ones as BigInt, and no result depends on which.
 * That is several times faster than a general library's arrays of digits.
 */
export class Decimal {
  static readonly zero: Decimal = new Decimal(0, 0);
  static readonly one: Decimal = new Decimal(1, 0);

  /** A safe integer, or a BigInt; the value is digits ÷ 10^scale. */
  private readonly digits: number | bigint;
  private readonly scale: number;

  private constructor(digits: number | bigint, scale: number) {
    this.digits = digits;
    this.scale = scale;
  }

  /**
   * @param value plain decimal notation (`"-12.50"`), or a whole number.
   * @throws RangeError for anything else.
   */
  static of(value: string | number): Decimal {
    if (typeof value === "number") {
      if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number that is held exactly`);
      return new Decimal(value, 0);
    }
    const negative = value.charCodeAt(0) === MINUS;
    let digits = 0;
    let point = -1;
    for (let at = negative ? 1 : 0; at < value.length; at += 1) {
      const code = value.charCodeAt(at);
      if (code >= NOUGHT && code <= NINE) digits = digits * 10 + (code - NOUGHT);
      else if (code === POINT && point === -1) point = at;
      else throw new RangeError(`"${value}" is no decimal number`);
    }
    const first = negative ? 1 : 0;
    const count = value.length - first - (point === -1 ? 0 : 1);
    if (count === 0 || point === first || point === value.length - 1) {
      throw new RangeError(`"${value}" is no decimal number`);
    }
    const scale = point === -1 ? 0 : value.length - point - 1;
    return count <= SAFE_DIGITS
      ? new Decimal(negative ? -digits : digits, scale)
      : new Decimal(BigInt(value.replace(".", "")), scale);
  }

  /** digits ÷ 10^scale, for a safe integer and a scale that is not negative. */
  static scaled(digits: number, scale: number): Decimal {
    return new Decimal(digits, scale);
  }

  /** 10^exponent, for a whole number of either sign. */
  static power(exponent: number): Decimal {
    if (exponent <= 0) return new Decimal(1, exponent === 0 ? 0 : -exponent);
    return exponent <= SAFE_DIGITS ? new Decimal(POWERS[exponent] ?? 1, 0) : new Decimal(power(exponent), 0);
  }

  plus(other: Decimal): Decimal {
    const scale = this.scale > other.scale ? this.scale : other.scale;
    const left = this.safeAt(scale);
    const right = other.safeAt(scale);
    if (left !== null && right !== null) {
      const sum = left + right;
      if (Number.isSafeInteger(sum)) return new Decimal(sum, scale);
    }
    return new Decimal(this.at(scale) + other.at(scale), scale);
  }

  minus(other: Decimal): Decimal {
    return this.plus(other.negated());
  }

  negated(): Decimal {
    return new Decimal(-this.digits, this.scale);
  }

  times(other: Decimal): Decimal {
    if (other === Decimal.one) return this;
    const scale = this.scale + other.scale;
    if (typeof this.digits === "number" && typeof other.digits === "number") {
      const product = this.digits * other.digits;
      if (Number.isSafeInteger(product)) return new Decimal(product, scale);
    }
    return new Decimal(BigInt(this.digits) * BigInt(other.digits), scale);
  }

  /**
   * The quotient, rounded half up after twenty decimals.
   *
   * @throws RangeError for a division by zero.
   */
  over(other: Decimal): Decimal {
    const divisor = BigInt(other.digits);
    if (divisor === 0n) throw new RangeError("division by zero");
    const shift = QUOTIENT_DECIMALS + other.scale - this.scale;
    const numerator = shift >= 0 ? BigInt(this.digits) * power(shift) : BigInt(this.digits);
    return new Decimal(halfUp(numerator, shift >= 0 ? divisor : divisor * power(-shift)), QUOTIENT_DECIMALS);
  }

  abs(): Decimal {
    return this.digits < 0 ? this.negated() : this;
  }

  /** Below 0, 0 or above 0 as this number is less than, equal to or greater than the other. */
  cmp(other: Decimal): number {
    const scale = this.scale > other.scale ? this.scale : other.scale;
    const left = this.safeAt(scale) ?? this.at(scale);
    const right = other.safeAt(scale) ?? other.at(scale);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  eq(other: Decimal): boolean {
    return this.cmp(other) === 0;
  }

  lt(other: Decimal): boolean {
    return this.cmp(other) < 0;
  }

  lte(other: Decimal): boolean {
    return this.cmp(other) <= 0;
  }

  gt(other: Decimal): boolean {
    return this.cmp(other) > 0;
  }

  gte(other: Decimal): boolean {
    return this.cmp(other) >= 0;
  }

  isZero(): boolean {
    return this.digits === 0 || this.digits === 0n;
  }

  /** −1, 0 or 1. */
  get sign(): number {
    return this.digits > 0 ? 1 : this.digits < 0 ? -1 : 0;
  }

  /** Decimals without trailing zeros: 2 for 7.80 − 0.05 = 7.75, 1 for 7.80. */
  get decimals(): number {
    let { digits, scale } = this;
    if (typeof digits === "number") {
      while (scale > 0 && digits % 10 === 0) {
        digits /= 10;
        scale -= 1;
      }
    } else {
      while (scale > 0 && digits % 10n === 0n) {
        digits /= 10n;
        scale -= 1;
      }
    }
    return scale;
  }

  /** The neighbour with at most so many decimals; halves away from zero unless told otherwise. */
  round(decimals = 0, rounding: Rounding = "half_up"): Decimal {
    const cut = this.scale - decimals;
    if (cut <= 0) return this;
    const digits = BigInt(this.digits);
    const unit = power(cut);
    const floor = digits / unit;
    if (rounding === "down") return Decimal.ofInteger(floor, decimals);
    if (rounding === "half_up") return Decimal.ofInteger(halfUp(digits, unit), decimals);
    const twice = 2n * absolute(digits % unit);
    const up = twice > unit || (twice === unit && floor % 2n !== 0n);
    return Decimal.ofInteger(up ? floor + (digits < 0n ? -1n : 1n) : floor, decimals);
  }

  /** Plain notation, never exponential: without trailing zeros, or rounded half up to exactly so many decimals. */
  toFixed(decimals?: number): string {
    if (decimals === undefined && typeof this.digits === "number")
      return plainText(this.digits, this.decimals, this.scale);
    const { digits, scale } = decimals === undefined ? this : this.round(decimals);
    const kept = decimals ?? this.decimals;
    const whole = String(digits < 0 ? -digits : digits).padStart(scale + 1, "0");
    const point = whole.length - scale;
    const fraction = kept === 0 ? "" : `.${whole.slice(point, point + kept).padEnd(kept, "0")}`;
    const text = whole.slice(0, point) + fraction;
    return digits < 0 ? `-${text}` : text;
  }

  /** The nearest double. */
  toNumber(): number {
    return Number(this.toFixed());
  }

  private static ofInteger(digits: bigint, scale: number): Decimal {
    const number = Number(digits);
    return new Decimal(Number.isSafeInteger(number) ? number : digits, scale);
  }

  /** The digits at a scale that is not less than the own one. */
  private at(scale: number): bigint {
    return BigInt(this.digits) * power(scale - this.scale);
  }

  /** The same as a number; null when a double might not hold it. */
  private safeAt(scale: number): number | null {
    if (typeof this.digits !== "number") return null;
    if (scale === this.scale) return this.digits;
    const factor = POWERS[scale - this.scale];
    if (factor === undefined) return null;
    const digits = this.digits * factor;
    return Number.isSafeInteger(digits) ? digits : null;
  }
}

const MINUS = 45;
const POINT = 46;
const NOUGHT = 48;
const NINE = 57;

/** One unit of each decimal: half of all numbers printed are precisions. */
const STEPS: readonly string[] = Array.from({ length: 8 }, (_, decimals) => `0.${"1".padStart(decimals, "0")}`);

/** Money is printed with two decimals as a rule. */
const HUNDREDTHS: readonly string[] = Array.from({ length: 100 }, (_, rest) => `.${String(rest).padStart(2, "0")}`);

/** A safe integer ÷ 10^scale, of which only so many decimals are not 0. */
function plainText(digits: number, decimals: number, scale: number): string {
  const significant = digits / (POWERS[scale - decimals] ?? 1);
  if (decimals === 0) return String(significant);
  if (significant === 1) return STEPS[decimals] ?? `0.${"1".padStart(decimals, "0")}`;
  const magnitude = significant < 0 ? -significant : significant;
  const text = decimals === 2 ? hundredths(magnitude) : withPoint(String(magnitude), decimals);
  return digits < 0 ? `-${text}` : text;
}

function hundredths(magnitude: number): string {
  // Both exact, as a quotient that is no whole number is not.
  const rest = magnitude % 100;
  return `${(magnitude - rest) / 100}${HUNDREDTHS[rest] ?? ""}`;
}

function withPoint(digits: string, decimals: number): string {
  const padded = digits.padStart(decimals + 1, "0");
  const point = padded.length - decimals;
  return `${padded.slice(0, point)}.${padded.slice(point)}`;
}

/** The integer quotient, halves away from zero. */
function halfUp(numerator: bigint, divisor: bigint): bigint {
  const floor = numerator / divisor;
  if (2n * absolute(numerator % divisor) < absolute(divisor)) return floor;
  return floor + (numerator < 0n === divisor < 0n ? 1n : -1n);
}
