/** Digits after the point of every DECIMAL column of the contract. */
export const SCALE = 6;
/** DECIMAL(18,6) holds 18 digits. */
const LIMIT = 10n ** 18n;

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Decimal text as the integer that a DECIMAL(18,6) stores: `"7.8"` → `7800000n`.
 *
 * @throws RangeError when the text is no decimal, has more than six decimals or does not fit.
 */
export function unscaledDecimal(text: string): bigint {
  return BigInt(unscaledSmall(text) ?? unscaledAny(text));
}

/** The same for digits that a double holds exactly, as nearly all have; null for any other text. */
export function unscaledSmall(text: string): number | null {
  const negative = text.startsWith("-");
  const point = text.indexOf(".");
  const decimals = point === -1 ? 0 : text.length - point - 1;
  const first = negative ? 1 : 0;
  if (text.length - first > SAFE_DIGITS - SCALE || decimals > SCALE || point === first || point === text.length - 1) {
    return null;
  }
  let digits = 0;
  for (let at = first; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (at === point) continue;
    if (digit < 0 || digit > 9) return null;
    digits = digits * 10 + digit;
  }
  if (text.length === first) return null;
  const unscaled = digits * (POWERS[SCALE - decimals] ?? 1);
  return negative ? -unscaled : unscaled;
}

/** Digits of which any number is held exactly. */
const SAFE_DIGITS = 15;
const POWERS: readonly number[] = Array.from({ length: SCALE + 1 }, (_, exponent) => 10 ** exponent);

function unscaledAny(text: string): bigint {
  const match = DECIMAL.exec(text);
  if (match === null) throw new RangeError(`"${text}" is no decimal number`);
  const [, sign = "", whole = "", fraction = ""] = match;
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > SCALE) throw new RangeError(`${text} has more than ${SCALE} decimals`);
  const magnitude = BigInt(whole + significant.padEnd(SCALE, "0"));
  if (magnitude >= LIMIT) throw new RangeError(`${text} has more than 12 digits before the point`);
  return sign === "-" ? -magnitude : magnitude;
}

/** Days since 1970-01-01 of `YYYY-MM-DD`. */
export function epochDays(date: string): number {
  const days = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  if (!Number.isInteger(days)) throw new RangeError(`"${date}" is no date`);
  return days;
}
