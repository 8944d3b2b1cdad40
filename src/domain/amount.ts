import { Decimal } from "./decimal.ts";
import { remembered } from "./remembered.ts";
import { normalisedUnit } from "./units.ts";

/** A decimal number as text, exact: `"16036.01"`, `"-0.11"`. Money is never a binary float. */
export type DecimalText = string;

/** A printed figure with everything that is needed to quote, add and compare it. */
export interface Amount {
  /** Exact value in `unit`. */
  readonly value: Decimal;
  /** Normalised unit: 万元 for money, else the count's own unit. */
  readonly unit: string;
  /** One unit of the last printed digit, in `unit`: 0.01 for 16036.01 万元, 0.0001 for 515 元. */
  readonly precision: Decimal;
  /** The characters as printed, e.g. `1,484.80`. */
  readonly printed: string;
  /** The unit as printed, e.g. `百元`. */
  readonly printedUnit: string;
}

/** A figure as the reports print it: sign, thousands separators, decimals; full-width forms too. */
const NUMBER = /^([-－–−+＋]?)((?:\d{1,3}(?:,\d{3})+|\d+))(?:\.(\d+))?$/;

/** Digits that a number holds exactly, whatever they are. */
const MOST_DIGITS = 15;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const NOUGHT = 48;
const NINE = 57;

const FULL_WIDTH = /[０-９．，％（）]/g;

/** Without a regular expression: nearly every text asked about has none, and there are many. */
function hasFullWidth(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0xff05 && code <= 0xff19) return true;
  }
  return false;
}

/** Full-width digits and marks as half-width ones; one character stays one character. */
export function halfWidth(text: string): string {
  if (!hasFullWidth(text)) return text;
  return text.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

/**
 * Reads one printed figure.
 *
 * @param printed digits as printed: `1,484.80`, `－3.2`, `(12.5)` (brackets mean minus), `95.84%`.
 * @param printedUnit the unit that the table or sentence prints; `%` inside `printed` wins.
 * @returns null when the text is not one figure: empty, `-`, `—`, words. Null is never zero.
 */
export function parseAmount(printed: string, printedUnit: string): Amount | null {
  const plain = plainAmount(printed, printedUnit);
  if (plain !== null) return plain;
  let text = halfWidth(printed).replace(/[\s\u200b]+/g, "");
  let unitText = printedUnit;
  if (text.endsWith("%")) {
    text = text.slice(0, -1);
    unitText = "%";
  }
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed?.[1] !== undefined) text = `-${bracketed[1]}`;
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  const magnitude = Decimal.of(`${whole.replaceAll(",", "")}${fraction === "" ? "" : `.${fraction}`}`);
  const isNegative = sign !== "" && !/[+＋]/.test(sign);
  return amountOf(isNegative ? magnitude.negated() : magnitude, fraction.length, printed, unitText);
}

/**
 * A figure as nearly all are printed, read digit by digit: `19611.45`, `1,484.80`, `-0.11`.
 *
 * @returns null for any other text, which may still be a figure: in brackets, full-width, very long.
 */
function plainAmount(printed: string, printedUnit: string): Amount | null {
  const { length } = printed;
  const first = printed.charCodeAt(0) === MINUS ? 1 : 0;
  let digits = 0;
  let count = 0;
  let point = -1;
  let comma = -1;
  for (let at = first; at < length; at += 1) {
    const code = printed.charCodeAt(at);
    if (code >= NOUGHT && code <= NINE) {
      digits = digits * 10 + (code - NOUGHT);
      count += 1;
    } else if (code === POINT && point === -1 && at > first) point = at;
    // One to three digits before the first comma, three between two.
    else if (code === COMMA && point === -1 && (comma === -1 ? at > first && at - first <= 3 : at - comma === 4))
      comma = at;
    else return null;
  }
  if (count === 0 || count > MOST_DIGITS || point === length - 1) return null;
  if (comma !== -1 && (point === -1 ? length : point) - comma !== 4) return null;
  const decimals = point === -1 ? 0 : length - point - 1;
  return amountOf(Decimal.scaled(first === 1 ? -digits : digits, decimals), decimals, printed, printedUnit);
}

/** Unit and value put together. */
function amountOf(value: Decimal, decimals: number, printed: string, printedUnit: string): Amount {
  const { unit, factor, precisions } = scaleOf(printedUnit);
  const precision = precisions[decimals] ?? Decimal.power(-decimals).times(factor);
  return { value: value.times(factor), unit, precision, printed, printedUnit };
}

/** What a printed unit is normalised to, and one unit of the last digit by the usual numbers of decimals. */
interface Scale {
  readonly unit: string;
  readonly factor: Decimal;
  readonly precisions: readonly Decimal[];
}

/** Money is printed with six decimals at most, as a rule. */
const USUAL_DECIMALS = 6;

const scaleOf = remembered((printedUnit): Scale => {
  const { unit, factor } = normalisedUnit(printedUnit) ?? { unit: printedUnit, factor: Decimal.one };
  const precisions = Array.from({ length: USUAL_DECIMALS + 1 }, (_, decimals) =>
    Decimal.power(-decimals).times(factor),
  );
  return { unit, factor, precisions };
});

/** The same figure with its sign turned: «减少 0.11 万元» is printed without a minus. */
export function negated(amount: Amount): Amount {
  return { ...amount, value: amount.value.negated() };
}

/** Plain decimal notation, never exponential: what goes into a DECIMAL column. */
export function decimalText(value: Decimal): DecimalText {
  return value.toFixed();
}
