import { signed } from "../../charts/difference.ts";
import type { Format } from "../../i18n/format.ts";
import * as m from "../../i18n/generated/messages.js";
import { isUserMetric, unitOfSide } from "../../model/formula/index.ts";
import { inputUnit } from "../../model/metrics/index.ts";
import type { Metric } from "../../model/metrics/index.ts";
import { decimalsOf } from "../../ui/metric-value.ts";

/** Below this a figure of two decimals shows less than two digits. */
const SMALL = 0.1;
const MOST_DECIMALS = 4;

/** Prints values of one metric: always its unit, and decimals enough for the least of them. */
export class ValuePrint {
  readonly #format: Format;
  readonly #metric: Metric;
  readonly decimals: number;

  /** @param values of all rows on show: they are printed alike. */
  constructor(format: Format, metric: Metric, values: readonly number[]) {
    this.#format = format;
    this.#metric = metric;
    this.decimals = decimalsFor(metric.unit, values);
  }

  get unit(): string {
    return this.#format.unit(this.#metric.unit);
  }

  /** `22.65 万元/人`, `95.2%`. */
  value(value: number): string {
    return this.#format.value(value, this.#metric.unit, this.decimals);
  }

  /** Without unit, for axes and cells whose heading names it. */
  bare(value: number): string {
    return this.#format.bare(value, this.#metric.unit, this.decimals);
  }

  /** A round value on an axis, without unit. */
  tick(value: number): string {
    return this.#format.tick(value, this.#metric.unit);
  }

  /** The size of a difference: points where values are percentages. */
  gap(value: number): string {
    const size = Math.abs(value);
    return this.#metric.unit === "%" ? m.compare_points({ n: this.bare(size) }) : this.value(size);
  }

  /** `+1.21`, `−0.29`, without unit. */
  signed(value: number): string {
    return signed(value, (size) => this.bare(size));
  }

  /** Whether two values differ at all: a difference below these decimals prints its first digits all the same. */
  differs(gap: number): boolean {
    return /[1-9]/.test(this.bare(Math.abs(gap)));
  }

  /** Whether a part shows at these decimals. */
  shows(value: number): boolean {
    return Math.abs(value) >= 0.5 * 10 ** -this.decimals;
  }

  /** The numerator or the base of a rate, with its unit. */
  input(value: number, side: "numerator" | "denominator"): string {
    const unit = this.inputUnit(side);
    return this.#format.value(value, unit, decimalsOf(unit));
  }

  inputBare(value: number, side: "numerator" | "denominator"): string {
    const unit = this.inputUnit(side);
    return this.#format.bare(value, unit, decimalsOf(unit));
  }

  /** Unit of the data: 万元, 人, 人次. */
  inputUnit(side: "numerator" | "denominator"): string {
    if (isUserMetric(this.#metric)) return unitOfSide(this.#metric, side);
    const [way] = this.#metric.ways;
    if (side === "denominator" && this.#metric.perStaff) return "人";
    const input = side === "numerator" ? way?.numerator : way?.denominator;
    return input === undefined ? "" : inputUnit(input);
  }

  /** Money of a part, in 万元. */
  money(wan: number | string): string {
    return this.#format.money(wan, 2);
  }
}

function decimalsFor(unit: string, values: readonly number[]): number {
  const usual = decimalsOf(unit);
  if (!unit.startsWith("万元") && !unit.includes("/")) return usual;
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  const least = Math.min(...sizes, Infinity);
  if (least >= SMALL || least === Infinity) return usual;
  return Math.min(MOST_DECIMALS, Math.max(usual, 1 - Math.floor(Math.log10(least))));
}
