import Big from "big.js";
import { englishUnit } from "../domain/english-units.ts";
import { LANGUAGE_TAGS } from "./locale.ts";
import type { Locale } from "./locale.ts";

export const MONEY_UNITS = ["wan", "yuan", "yi"] as const;
/** The unit that a reader sees money in: 万元, 元 or 亿元. The data is in 万元. */
export type MoneyUnit = (typeof MONEY_UNITS)[number];

/** A number to print: decimal text is printed exactly, a double by its shortest decimal form. */
export type Printable = number | string;

export interface FormatSettings {
  readonly locale: Locale;
  readonly moneyUnit: MoneyUnit;
}

/** Powers of ten from 万元 to the unit shown. */
const MONEY_SHIFT = { wan: 0, yuan: 4, yi: -4 } as const satisfies Record<MoneyUnit, number>;

const MONEY_UNIT_NAMES = {
  zh: { wan: "万元", yuan: "元", yi: "亿元" },
  en: { wan: englishUnit("万元", true), yuan: englishUnit("元", true), yi: englishUnit("亿元", true) },
} as const satisfies Record<Locale, Record<MoneyUnit, string>>;

const MINUS = "−";
const MAX_DECIMALS = 12;
/** Below this a number is taken for the noise of a computation and printed as zero. */
const LEAST = 1e-6;

/**
 * Prints numbers in one language and one money unit. Every method gives text; a null value gives
 * null, never an empty text or a zero: its caller shows a status mark instead.
 */
export class Format {
  readonly locale: Locale;
  readonly moneyUnit: MoneyUnit;
  readonly #numbers = new Map<number, Intl.NumberFormat>();

  constructor(settings: FormatSettings) {
    this.locale = settings.locale;
    this.moneyUnit = settings.moneyUnit;
  }

  /** Thousands grouped, exactly `decimals` decimals, half away from zero, a true minus sign. */
  number(value: Printable, decimals: number): string {
    const rounded = new Big(value).round(decimals, Big.roundHalfUp);
    return this.#numberFormat(decimals)
      .format(rounded.toFixed(decimals) as Intl.StringNumericLiteral)
      .replace("-", MINUS);
  }

  /** As `number`, with a plus sign before a positive value: differences. */
  signed(value: Printable, decimals: number): string {
    const text = this.number(value, decimals);
    return new Big(value).round(decimals, Big.roundHalfUp).gt(0) ? `+${text}` : text;
  }

  /**
   * As `number`, but what is not zero is not printed as zero: so many decimals more that two digits
   * of it are seen (0.0047, not 0.00).
   */
  seen(value: Printable, decimals: number): string {
    // Nearly every number is far from zero: a look at its size tells.
    if (Math.abs(Number(value)) >= 10 ** -decimals) return this.number(value, decimals);
    const exact = new Big(value);
    const hidden = !exact.eq(0) && exact.abs().gte(LEAST) && exact.round(decimals, Big.roundHalfUp).eq(0);
    return this.number(value, hidden ? 1 - exact.e : decimals);
  }

  /** A percentage whose value is in percent already: 95.2 → `95.2%`. */
  percent(value: Printable, decimals = 1): string {
    return `${this.seen(value, decimals)}%`;
  }

  /** A ratio to something: 1.25 → `1.25×`. */
  ratio(value: Printable, decimals = 2): string {
    return `${this.seen(value, decimals)}×`;
  }

  /**
   * The number of an amount in 万元 (or 万元 per something), in the reader's unit. `decimals` are
   * those of the amount in 万元; they shift with the unit, so no digit is lost or invented.
   */
  amount(wan: Printable, decimals: number): string {
    const shift = MONEY_SHIFT[this.moneyUnit];
    const shifted = new Big(wan).times(new Big(10).pow(shift));
    return this.seen(shifted.toFixed(), Math.min(MAX_DECIMALS, Math.max(0, decimals - shift)));
  }

  /** An amount in 万元 with its unit: `22.65 万元`, `226,500 元`. */
  money(wan: Printable, decimals: number): string {
    return `${this.amount(wan, decimals)} ${this.unit("万元")}`;
  }

  /** The number alone of a value in a unit of the data; money follows the reader's unit. */
  bare(value: Printable, unit: string, decimals: number): string {
    return isMoneyUnit(unit) ? this.amount(value, decimals) : this.seen(value, decimals);
  }

  /**
   * The number alone of a round value on an axis, with the decimals that it has and no others. As all
   * numbers of a chart it is in the reader's unit: an axis in 元 says 50,000 where the data has 5 万元.
   */
  tick(value: number, unit: string): string {
    const shift = isMoneyUnit(unit) ? MONEY_SHIFT[this.moneyUnit] : 0;
    const shown = new Big(value.toPrecision(12)).times(new Big(10).pow(shift));
    return this.number(shown.toFixed(), Math.max(0, shown.c.length - 1 - shown.e));
  }

  /** A value with its unit: `22.65 万元/人`, `95.2%`, `365 人`. */
  value(value: Printable, unit: string, decimals: number): string {
    if (unit === "%") return this.percent(value, decimals);
    if (unit === "") return this.seen(value, decimals);
    const name = Math.abs(Number(value)) === 1 && !isMoneyUnit(unit) ? this.#nameOf(unit, false) : this.unit(unit);
    return `${this.bare(value, unit, decimals)} ${name}`;
  }

  /**
   * The name of a unit of the data as shown: a leading 万元 becomes the reader's money unit, parts
   * joined by `/` are named one by one. A unit that starts with another money unit (元/人次) stays:
   * it is the unit of a price, chosen by its metric. What is counted stands in the plural in English.
   */
  unit(unit: string): string {
    return this.#nameOf(unit, true);
  }

  #nameOf(unit: string, isMany: boolean): string {
    const [first = "", ...rest] = unit.split("/");
    const head = isMoneyUnit(first) ? MONEY_UNIT_NAMES[this.locale][this.moneyUnit] : this.#unitName(first, isMany);
    return [head, ...rest.map((part) => this.#unitName(part, false))].join("/");
  }

  #unitName(unit: string, isMany: boolean): string {
    return this.locale === "en" ? englishUnit(unit, isMany) : unit;
  }

  #numberFormat(decimals: number): Intl.NumberFormat {
    const known = this.#numbers.get(decimals);
    if (known !== undefined) return known;
    const made = new Intl.NumberFormat(LANGUAGE_TAGS[this.locale], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    this.#numbers.set(decimals, made);
    return made;
  }
}

/** Whether amounts in this unit follow the reader's money unit: 万元 and 万元 per something. */
function isMoneyUnit(unit: string): boolean {
  return unit === "万元" || unit.startsWith("万元/");
}
