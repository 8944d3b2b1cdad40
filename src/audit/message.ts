import { addends, cellNameOf, differenceText, figure, placeOf, printed, unitName } from "./describe.ts";
import type { Bilingual, Rule, Trouble } from "./types.ts";

/**
 * The values every message may use, from the check itself:
 *
 * - `{what}` `{place}` `{stated}` the questioned figure, where it stands, what it prints;
 * - `{other}` `{otherPlace}` `{otherStated}` the first figure held against it;
 * - `{expected}` `{difference}` `{unit}` exact numbers;
 * - `{parts}` `{count}` the right side of the identity;
 * - `{line}` the first line of all.
 *
 * A place that has no value stays as it is.
 */
export function messageOf(rule: Rule, check: Trouble): Bilingual {
  // Both languages mostly have the same places.
  const known: Record<string, string | Bilingual | undefined> = { ...check.fill };
  const fill = (language: "zh" | "en") => {
    let text = "";
    let isPlace = false;
    for (const part of partsOf(rule.message[language])) {
      if (isPlace) {
        const value = (known[part] ??= valueOf(part, check));
        text += value === undefined ? `{${part}}` : typeof value === "string" ? value : value[language];
      } else text += part;
      isPlace = !isPlace;
    }
    return text;
  };
  return { zh: fill("zh"), en: fill("en") };
}

/** The text of a message around its places, and at every second index the name of a place. */
function partsOf(message: string): readonly string[] {
  const known = PARTS.get(message);
  if (known !== undefined) return known;
  const parts = message.split(/\{(\w+)\}/);
  PARTS.set(message, parts);
  return parts;
}

/** By message: as many as the catalogue has. */
const PARTS = new Map<string, readonly string[]>();

function valueOf(name: string, check: Trouble): string | Bilingual | undefined {
  const { facts, stated, expected, equation, unit } = check;
  const [first, second] = facts;
  switch (name) {
    case "what":
      return first && cellNameOf(first);
    case "place":
      return first && placeOf(first);
    case "stated":
      return first && printed(first);
    case "other":
      return second && cellNameOf(second);
    case "otherPlace":
      return second && placeOf(second);
    case "otherStated":
      return second && printed(second);
    case "expected":
      return expected === null ? undefined : figure(expected, first);
    case "difference":
      return stated === null || expected === null ? undefined : differenceText(stated.minus(expected).abs(), first);
    case "unit":
      return unit === null ? undefined : unitName(first?.unit === unit ? first.unit_text : unit);
    case "parts":
      return addends(equation?.right ?? facts.slice(1), equation?.minus);
    case "count":
      return String((equation?.right ?? facts.slice(1)).length + (equation?.minus ?? []).length);
    case "line":
      return String(check.lines?.[0] ?? first?.source_line ?? "");
    default:
      return undefined;
  }
}
