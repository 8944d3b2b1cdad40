import { Decimal } from "./decimal.ts";
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

/** As most figures are printed. */
const PLAIN = /^\d+(?:\.\d+)?$/;

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
  if (PLAIN.test(printed)) return amountOf(printed, false, printed, printedUnit);
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
  const digits = `${whole.replaceAll(",", "")}${fraction === "" ? "" : `.${fraction}`}`;
  return amountOf(digits, sign !== "" && !/[+＋]/.test(sign), printed, unitText);
}

/** Digits without separators, sign and unit put together. */
function amountOf(digits: string, negative: boolean, printed: string, printedUnit: string): Amount {
  const point = digits.indexOf(".");
  const precision = Decimal.power(point === -1 ? 0 : point + 1 - digits.length);
  const magnitude = Decimal.of(digits);
  const value = negative ? magnitude.negated() : magnitude;
  const { unit, factor } = normalisedUnit(printedUnit) ?? { unit: printedUnit, factor: Decimal.one };
  return { value: value.times(factor), unit, precision: precision.times(factor), printed, printedUnit };
}

/** The same figure with its sign turned: «减少 0.11 万元» is printed without a minus. */
export function negated(amount: Amount): Amount {
  return { ...amount, value: amount.value.negated() };
}

/** Plain decimal notation, never exponential: what goes into a DECIMAL column. */
export function decimalText(value: Decimal): DecimalText {
  return value.toFixed();
}
