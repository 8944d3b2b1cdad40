import { addends, cellNameOf, differenceText, figure, placeOf, printed } from "./describe.ts";
import type { Bilingual, Rule, Trouble } from "./types.ts";

/**
 * The values every message may use, from the check itself:
 *
 * - `{what}` `{place}` `{stated}` the questioned figure, where it stands, what it prints;
 * - `{other}` `{otherPlace}` `{otherStated}` the first figure held against it;
 * - `{expected}` `{difference}` `{unit}` exact numbers;
 * - `{parts}` `{count}` the right side of the identity.
 */
export function messageOf(rule: Rule, check: Trouble): Bilingual {
  const values = valuesOf(check);
  const fill = (language: "zh" | "en") =>
    rule.message[language].replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      if (value === undefined) return place;
      return typeof value === "string" ? value : value[language];
    });
  return { zh: fill("zh"), en: fill("en") };
}

function valuesOf(check: Trouble): Record<string, string | Bilingual> {
  const [first, second] = check.facts;
  const right = check.equation?.right ?? check.facts.slice(1);
  const minus = check.equation?.minus ?? [];
  const lines = [...(check.lines ?? []), ...check.facts.map((fact) => fact.source_line)];
  const values: Record<string, string | Bilingual> = {
    count: String(right.length + minus.length),
    parts: addends(right, minus),
    line: String(lines[0] ?? ""),
  };
  if (first !== undefined) {
    values["what"] = cellNameOf(first);
    values["place"] = placeOf(first);
    values["stated"] = printed(first);
  }
  if (second !== undefined) {
    values["other"] = cellNameOf(second);
    values["otherPlace"] = placeOf(second);
    values["otherStated"] = printed(second);
  }
  if (check.expected !== null) values["expected"] = figure(check.expected, first);
  if (check.stated !== null && check.expected !== null) {
    values["difference"] = differenceText(check.stated.minus(check.expected).abs(), first);
  }
  if (check.unit !== null) values["unit"] = first?.unit === check.unit ? first.unit_text : check.unit;
  return { ...values, ...check.fill };
}
