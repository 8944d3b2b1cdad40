import { LONGEST_FORMULA, LONGEST_NAME, userMetricId, userMetricOf } from "../model/formula/index.ts";
import type { UserMetricResult, UserMetricText } from "../model/formula/index.ts";
import type { Param } from "./param.ts";

/** An address holds no more definitions than this. */
const MOST_CARRIED = 10;

/** More definitions than this are nobody's. */
export const MOST_KEPT = 100;

/** A definition with where it comes from. */
export interface RegisteredMetric {
  readonly result: UserMetricResult;
  readonly id: string;
  readonly text: UserMetricText;
  /** Kept on this device; otherwise it lives in the address alone. */
  readonly kept: boolean;
}

/** Whether a text may name a reader's metric: the signs that separate definitions in an address may not. */
export function isMetricName(name: string): boolean {
  return name.trim() !== "" && name.length <= LONGEST_NAME && !/[;=\p{Cc}]/u.test(name);
}

/** Metrics that a reader defined, as `name=formula;name=formula`. A formula is judged where it is computed. */
export function definitions(): Param<readonly UserMetricText[]> {
  return {
    parse: (text) => {
      const parts = text.split(";").map((part) => {
        const at = part.indexOf("=");
        return { name: part.slice(0, Math.max(at, 0)), formula: part.slice(at + 1) };
      });
      const fine = ({ name, formula }: UserMetricText): boolean =>
        isMetricName(name) && formula.length <= LONGEST_FORMULA;
      return parts.length <= MOST_CARRIED && parts.every(fine) ? parts : undefined;
    },
    print: (value) =>
      value
        .slice(0, MOST_CARRIED)
        .map(({ name, formula }) => `${name}=${formula.replaceAll(";", " ")}`)
        .join(";"),
    fallback: [],
  };
}

/** Definitions of the device and of the address by their names; the address comes first. */
export function merged(kept: readonly UserMetricText[], ofAddress: readonly UserMetricText[]): RegisteredMetric[] {
  const byId = (texts: readonly UserMetricText[]) => new Map(texts.map((text) => [userMetricId(text.name), text]));
  const own = byId(kept);
  return [...new Map([...own, ...byId(ofAddress)])].map(([id, text]) => ({
    id,
    text,
    result: userMetricOf(text),
    kept: own.get(id)?.formula === text.formula,
  }));
}

/** What lies on the device may be anything: only names and formulas come in. */
export function keptDefinitions(value: unknown): UserMetricText[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST_KEPT).flatMap((each: unknown) => {
    if (typeof each !== "object" || each === null || !("name" in each) || !("formula" in each)) return [];
    const { name, formula } = each;
    return typeof name === "string" &&
      typeof formula === "string" &&
      isMetricName(name) &&
      formula.length <= LONGEST_FORMULA
      ? [{ name, formula }]
      : [];
  });
}
