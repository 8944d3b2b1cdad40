import { USER_GROUP } from "../metrics/metric.ts";
import type { InputName, Metric } from "../metrics/metric.ts";
import type { Formula, FormulaProblem, FormulaTerm } from "./formula.ts";
import { parseFormula } from "./parse-formula.ts";

/** What a reader wrote. */
export interface UserMetricText {
  readonly name: string;
  readonly formula: string;
}

/** A metric that a reader defined: usable wherever one of the dictionary is. */
export interface UserMetric extends Metric {
  readonly text: UserMetricText;
  readonly terms: Formula;
}

export type UserMetricResult =
  | { readonly ok: true; readonly metric: UserMetric }
  | { readonly ok: false; readonly text: UserMetricText; readonly problem: FormulaProblem };

const PREFIX = "my.";

/** Longest name of a reader’s metric; the signs that separate definitions in a link are left out of it. */
export const LONGEST_NAME = 40;

/** The id of a reader’s metric: that of its name, so that a better formula keeps links and choices alive. */
export function userMetricId(name: string): string {
  let hash = 0x811c9dc5;
  for (const character of name.trim()) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return `${PREFIX}${(hash >>> 0).toString(36)}`;
}

export function isUserMetric(metric: Metric): metric is UserMetric {
  return metric.group === USER_GROUP.id;
}

/** Money by visitors or visits is a price in 元, as in the dictionary; money by money a percentage. */
function unitOf(upper: string, lower: string | null): { readonly unit: string; readonly factor: Metric["factor"] } {
  if (lower === null) return { unit: upper, factor: 1 };
  if (upper === lower) return { unit: "%", factor: 100 };
  if (upper === "万元" && (lower === "人次" || lower === "批次")) return { unit: `元/${lower}`, factor: 10000 };
  return { unit: `${upper}/${lower}`, factor: 1 };
}

function sumName(terms: readonly FormulaTerm[], language: keyof InputName): string {
  return terms
    .map((term, index) => `${term.sign < 0 ? "−" : index === 0 ? "" : "+"}${term.name[language]}`)
    .join(language === "zh" ? "" : " ");
}

const named = (terms: readonly FormulaTerm[]): InputName => ({ zh: sumName(terms, "zh"), en: sumName(terms, "en") });

/** A metric from what a reader wrote, or the place where the formula cannot be understood. */
export function userMetricOf(text: UserMetricText): UserMetricResult {
  const read = parseFormula(text.formula);
  if (!read.ok) return { ok: false, text, problem: read.problem };
  const { numerator, denominator } = read.formula;
  const lower = denominator === "staff" ? "人" : (denominator?.[0]?.unit ?? null);
  const { unit, factor } = unitOf(numerator[0]?.unit ?? "", lower);
  const times = factor === 1 ? "" : `${String(factor)} * `;
  const metric: UserMetric = {
    id: userMetricId(text.name),
    group: USER_GROUP.id,
    zh: text.name,
    en: text.name,
    unit,
    polarity: "neutral",
    shape: denominator === null ? "amount" : "ratio",
    factor,
    formula: denominator === null ? "numerator" : `${times}numerator / denominator_value`,
    numeratorName: named(numerator),
    denominatorName:
      denominator === null ? null : denominator === "staff" ? { zh: "人数", en: "headcount" } : named(denominator),
    ways: [],
    adjusts: { numerator: null, denominator: null },
    perStaff: denominator === "staff",
    caveatZh: `读者自定义：${text.formula}。缺任何一项即不可算；口径由定义者负责。`,
    caveatEn: `Defined by a reader: ${text.formula}. Not computable where any part is missing; its meaning is the reader’s.`,
    text,
    terms: read.formula,
  };
  return { ok: true, metric };
}

/** The unit of one side of a metric’s division, as the data keeps it. */
export function unitOfSide(metric: UserMetric, side: "numerator" | "denominator"): string {
  const { numerator, denominator } = metric.terms;
  if (side === "numerator") return numerator[0]?.unit ?? "";
  return denominator === "staff" ? "人" : (denominator?.[0]?.unit ?? "");
}
