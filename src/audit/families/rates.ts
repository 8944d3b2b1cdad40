import type { Decimal } from "../../domain/decimal.ts";
import type { FactRow } from "../../domain/records.ts";
import { both, digitsOf, figure, nameOf, placeOf, sizeOf } from "../describe.ts";
import type { Ledger } from "../ledger.ts";
import type { RateVerdict, Rounded } from "../tolerance.ts";
import { decimalsOf, judgeRate, precisionOf, quotient, rounded, valueOf } from "../tolerance.ts";
import type { Bilingual, Check, Rule } from "../types.ts";
import { outwards } from "./nearby.ts";

/** Stated rates held against their own amounts. */

const RATE_MESSAGE: Bilingual = {
  zh: "{place}「{what}」印为 {stated}，按 {formula} 复算为 {recomputed}{how}。",
  en: "{place}: “{what}” is stated as {stated}, while {formula} gives {recomputed}{how}.",
};

/** A stated rate, its recomputation, and the figures behind it. */
export interface Recomputation {
  readonly stated: FactRow;
  readonly numerator: Rounded;
  readonly denominator: Rounded;
  /** Figures that the recomputation uses. */
  readonly inputs: readonly FactRow[];
  /** «1.64 ÷ 6», in both languages. */
  readonly formula: Bilingual;
}

const HOW: Record<Exclude<RateVerdict, "equal" | "different">, Bilingual> = {
  truncated: { zh: "，系截断而未四舍五入", en: ": cut off instead of rounded" },
  within_inputs: { zh: "，在所印金额的舍入误差之内", en: ": within the rounding of the printed amounts" },
  filled_up: { zh: "，系少取一位小数后补 0", en: ": rounded to one digit less and filled up with a zero" },
  last_digit: { zh: "，末位相差不超过一个单位", en: ": at most one unit of the last digit off" },
};

/**
 * The check of a stated rate; null where the denominator is zero, which is no recomputation at all.
 *
 * @param bases other amounts that may be the base really used: the message names the first that fits.
 */
export function rateCheck(one: Recomputation, bases: () => readonly Base[] = () => []): Check | null {
  if (one.denominator.value.isZero()) return null;
  const step = precisionOf(one.stated);
  const verdict = judgeRate(valueOf(one.stated), step, one.numerator, one.denominator);
  const exact = quotient(one.numerator.value, one.denominator.value);
  const shown = exact.round(decimalsOf(step) + (verdict === "equal" ? 0 : 2));
  const really = verdict === "different" ? bases().find((base) => fits(one.stated, base)) : undefined;
  const how = verdict === "equal" ? NOTHING : verdict === "different" ? baseNote(really) : HOW[verdict];
  return {
    verdict: verdict === "equal" ? "passed" : verdict === "different" ? "failed" : "rounding",
    facts: [one.stated, ...one.inputs, ...(really === undefined ? [] : [really.fact])],
    stated: valueOf(one.stated),
    expected: shown,
    unit: "%",
    fill: { formula: one.formula, recomputed: both`${figure(shown)}%`, how, what: nameOf(one.stated) },
  };
}

/**
 * Whether a rate clearly is numerator ÷ denominator rounded to its printed digits: `rateCheck` would
 * say that it holds. No for whatever is near a tie or too large to tell in binary.
 */
export function isClearly(stated: FactRow, numerator: FactRow, denominator: FactRow): boolean {
  return isClearlyQuotient(stated, Number(numerator.value), Number(denominator.value));
}

/** The same of two numbers that are exact, or as near to what is exact as a double can be. */
export function isClearlyQuotient(stated: FactRow, numerator: number, denominator: number): boolean {
  const decimals = decimalsIn(stated.precision ?? "");
  const step = 10 ** -decimals;
  if (Number(stated.precision) !== step || decimalsIn(stated.value ?? "") > decimals) return false;
  const exact = (100 * numerator) / denominator;
  // A double is good for fifteen digits, of which this leaves three.
  return Math.abs(exact) < 1e12 * step && Math.abs(exact - Number(stated.value)) < 0.49 * step;
}

function decimalsIn(text: string): number {
  const point = text.indexOf(".");
  return point === -1 ? 0 : text.length - point - 1;
}

const NOTHING: Bilingual = { zh: "", en: "" };

/** An amount that would explain a rate, with the quotient it would make. */
export interface Base {
  readonly fact: FactRow;
  readonly numerator: Rounded;
  readonly denominator: Rounded;
}

function fits(stated: FactRow, base: Base): boolean {
  if (base.denominator.value.sign <= 0) return false;
  // Hundreds of amounts are tried and hardly any fits: a coarse look in binary spares exact division.
  const rough = (100 * base.numerator.value.toNumber()) / base.denominator.value.toNumber();
  if (Math.abs(rough - Number(stated.value)) > 2 * Number(stated.precision ?? 1)) return false;
  const verdict = judgeRate(valueOf(stated), precisionOf(stated), base.numerator, base.denominator);
  return verdict === "equal" || verdict === "truncated";
}

function baseNote(base: Base | undefined): Bilingual {
  if (base === undefined) return NOTHING;
  const name = nameOf(base.fact);
  const place = placeOf(base.fact);
  return {
    zh: `；以${place.zh}「${name.zh}」${digitsOf(base.fact).zh} 为基数则与所印相符，基数恐有误`,
    en: `; with “${name.en}” ${digitsOf(base.fact).en} (${place.en}) as the base it would agree`,
  };
}

/** A base stands near the rate told of it: of a report full of wrong rates each is held against so many amounts at most. */
const MOST_BASES = 1000;

/**
 * Amounts that may serve as the base of a rate: the nearest first, of one distance in printed order. None in a trial,
 * where every rate is held against its amounts again and none is explained.
 */
export function possibleBases(ledger: Ledger, stated: FactRow, used: readonly FactRow[]): FactRow[] {
  if (ledger.isTrial) return [];
  const found: FactRow[] = [];
  for (const fact of outwards(ledger.derived(amountsOf), stated.source_line)) {
    if (fact.code !== null && fact.source_line !== stated.source_line) continue;
    if (used.some((other) => other.value === fact.value)) continue;
    found.push(fact);
    if (found.length === MOST_BASES) break;
  }
  return found;
}

/** Amounts of money but those of projects and their indicators, zeros left out, in printed order. */
function amountsOf(ledger: Ledger): readonly FactRow[] {
  return ledger.facts.filter(
    ({ unit, item, value }) =>
      unit === "万元" && item !== null && value !== "0" && item !== "project" && item !== "project.indicator",
  );
}

/** «1.64 ÷ 6», the printed digits. */
export function division(numerator: FactRow, denominator: FactRow): Bilingual {
  return both`${digitsOf(numerator)} ÷ ${digitsOf(denominator)}`;
}

/** A change over what was before it: «0.11 ÷ (0.37 − 0.11)», «−0.11 ÷ (0.37 + 0.11)». */
export function changeOverBefore(change: FactRow, own: FactRow): Bilingual {
  const falls = change.value?.startsWith("-") === true;
  const size = sizeOf(change);
  return both`${falls ? "−" : ""}${size} ÷ (${digitsOf(own)} ${falls ? "+" : "−"} ${size})`;
}

export function ratioOf(stated: FactRow, numerator: FactRow, denominator: FactRow): Recomputation {
  return {
    stated,
    numerator: rounded(numerator),
    denominator: rounded(denominator),
    inputs: [numerator, denominator],
    formula: division(numerator, denominator),
  };
}

type Described = Pick<Rule, "id" | "holds" | "inputs" | "cases"> & Partial<Pick<Rule, "severity" | "category">>;

export function rateRule(rule: Described & { readonly checks: (ledger: Ledger) => readonly (Check | null)[] }): Rule {
  const { id, holds, inputs, cases, category = "stated_ratio", severity = "error" } = rule;
  return {
    id,
    holds,
    inputs,
    cases,
    category,
    severity,
    message: RATE_MESSAGE,
    check: (ledger: Ledger): readonly Check[] => rule.checks(ledger).filter((check) => check !== null),
  };
}

/** Zero in the money's own unit. */
export function isZero(value: Decimal | FactRow): boolean {
  return ("fact_id" in value ? valueOf(value) : value).isZero();
}
