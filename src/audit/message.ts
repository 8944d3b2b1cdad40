import { addends, cellNameOf, differenceText, figure, placeOf, printed, unitName } from "./describe.ts";
import type { Bilingual, Rule, Trouble } from "./types.ts";

/**
 * The values every message may use, from the check itself:
 *
 * - `{what}` `{place}` `{stated}` the questioned figure, where it stands, what it prints;
 * - `{other}` `{otherPlace}` `{otherStated}` the first figure held against it;
 * - `{expected}` `{difference}` exact numbers, and as `{expectedInUnit}` `{differenceInUnit}` with their unit;
 * - `{parts}` `{count}` the right side of the identity;
 * - `{line}` the first line of all.
 *
 * A place that has no value stays as it is.
 */
export function messageOf(rule: Rule, check: Trouble): Bilingual {
  const { places, zh, en } = templateOf(rule.message);
  // Both languages mostly have the same places.
  const values = places.map(({ name, make }) => check.fill?.[name] ?? make?.(check));
  const fill = (language: "zh" | "en", parts: readonly (string | number)[]) => {
    let text = "";
    for (const part of parts) {
      if (typeof part === "string") text += part;
      else {
        const value = values[part];
        text += value === undefined ? `{${places[part]?.name}}` : typeof value === "string" ? value : value[language];
      }
    }
    return text;
  };
  return { zh: fill("zh", zh), en: fill("en", en) };
}

type Value = string | Bilingual | undefined;

/** A message taken apart: its places, and in each language the texts around them with the indexes of places between. */
interface Template {
  readonly places: readonly { readonly name: string; readonly make: ((check: Trouble) => Value) | undefined }[];
  readonly zh: readonly (string | number)[];
  readonly en: readonly (string | number)[];
}

const TEMPLATES = new WeakMap<Bilingual, Template>();

function templateOf(message: Bilingual): Template {
  const known = TEMPLATES.get(message);
  if (known !== undefined) return known;
  const names: string[] = [];
  const partsOf = (text: string): (string | number)[] =>
    text.split(/\{(\w+)\}/).map((part, index) => {
      if (index % 2 === 0) return part;
      if (!names.includes(part)) names.push(part);
      return names.indexOf(part);
    });
  const [zh, en] = [partsOf(message.zh), partsOf(message.en)];
  const template = { places: names.map((name) => ({ name, make: VALUES.get(name) })), zh, en };
  TEMPLATES.set(message, template);
  return template;
}

function expectedOf({ facts: [first], expected }: Trouble): Bilingual | undefined {
  return expected === null ? undefined : figure(expected, first);
}

function differenceOf({ facts: [first], stated, expected }: Trouble): Bilingual | undefined {
  return stated === null || expected === null ? undefined : differenceText(stated.minus(expected).abs(), first);
}

/** An amount with the unit that the first figure of a check prints: «1.05万元», in English «1 person», «2 people». */
function inUnit(amount: Bilingual | undefined, { facts: [first], unit }: Trouble): Bilingual | undefined {
  if (amount === undefined || unit === null) return undefined;
  const name = unitName(first?.unit === unit ? first.unit_text : unit, amount.en);
  return { zh: amount.zh + name.zh, en: `${amount.en} ${name.en}` };
}

const VALUES: ReadonlyMap<string, (check: Trouble) => Value> = new Map<string, (check: Trouble) => Value>([
  ["what", ({ facts: [first] }) => first && cellNameOf(first)],
  ["place", ({ facts: [first] }) => first && placeOf(first)],
  ["stated", ({ facts: [first] }) => first && printed(first)],
  ["other", ({ facts: [, second] }) => second && cellNameOf(second)],
  ["otherPlace", ({ facts: [, second] }) => second && placeOf(second)],
  ["otherStated", ({ facts: [, second] }) => second && printed(second)],
  ["expected", expectedOf],
  ["expectedInUnit", (check) => inUnit(expectedOf(check), check)],
  ["difference", differenceOf],
  ["differenceInUnit", (check) => inUnit(differenceOf(check), check)],
  ["parts", ({ facts, equation }) => addends(equation?.right ?? facts.slice(1), equation?.minus)],
  [
    "count",
    ({ facts, equation }) => String((equation?.right ?? facts.slice(1)).length + (equation?.minus ?? []).length),
  ],
  ["line", ({ facts: [first], lines }) => String(lines?.[0] ?? first?.source_line ?? "")],
]);
