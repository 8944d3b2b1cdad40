import { ITEMS } from "../../domain/items.ts";
import type { ItemId } from "../../domain/items.ts";
import { ECONOMIC_CLASSES, ECONOMIC_GROUPS, economicClassName } from "../metrics/economic-classes.ts";
import type { InputName } from "../metrics/metric.ts";

/** What a name in a formula stands for. */
export interface Named {
  readonly item: ItemId;
  readonly code: string | null;
  readonly unit: string;
  readonly name: InputName;
}

/** Items that a formula may add up: one figure per report, in a unit. Classes are asked for by their codes. */
const USABLE = ITEMS.filter(
  (item) =>
    item.unit !== null &&
    !["project", "income.function", "expenditure.function", "expenditure.economic"].includes(item.id),
);

const CODED: readonly Named[] = [...ECONOMIC_GROUPS, ...ECONOMIC_CLASSES].map(({ code, zh, en }) => ({
  item: "expenditure.economic",
  code,
  unit: "万元",
  name: { zh: `${zh}（${code}）`, en: `${en} (${code})` },
}));

const itemNamed = ({ id, zh, en, unit }: (typeof USABLE)[number]): Named => ({
  item: id,
  code: null,
  unit: unit ?? "",
  name: { zh, en },
});

/** Everything with a name, for completion: text to write, and what it is. */
export const FORMULA_NAMES: readonly { readonly text: string; readonly named: Named }[] = [
  ...USABLE.map((item) => ({ text: item.id, named: itemNamed(item) })),
  ...CODED.map((named) => ({ text: named.code ?? "", named })),
];

const BY_ID = new Map(FORMULA_NAMES.map(({ text, named }) => [text, named]));

/** Chinese names, the longest first, so that 公用经费 is not taken out of a longer name. An item comes before a class of that name. */
const CHINESE: readonly (readonly [zh: string, named: Named])[] = [
  ...new Map([
    ...[...ECONOMIC_GROUPS, ...ECONOMIC_CLASSES].flatMap(({ code, zh }) => {
      const named = BY_ID.get(code);
      return named === undefined ? [] : [[zh, named] as const];
    }),
    ...USABLE.map((item) => [item.zh, itemNamed(item)] as const),
  ]),
].toSorted(([a], [b]) => b.length - a.length);

export function namedById(id: string): Named | null {
  return BY_ID.get(id) ?? null;
}

/** The longest Chinese name that begins at a place of the text; null when none does. */
export function chineseNameAt(text: string, at: number): { readonly length: number; readonly named: Named } | null {
  for (const [zh, named] of CHINESE) if (text.startsWith(zh, at)) return { length: zh.length, named };
  return null;
}

/** An economic class (3xx, 3xxxx) or a function class (2xx, 2xxxx, 2xxxxxx) by its code; null for what is neither. */
export function namedByCode(code: string): Named | null {
  const known = BY_ID.get(code);
  if (known !== undefined) return known;
  if (/^3\d{2}(\d{2})?$/.test(code)) {
    const name = economicClassName(code) ?? { zh: "经济分类", en: "economic class" };
    return {
      item: "expenditure.economic",
      code,
      unit: "万元",
      name: { zh: `${name.zh} ${code}`, en: `${name.en} ${code}` },
    };
  }
  if (/^2\d{2}(\d{2}){0,2}$/.test(code)) {
    return {
      item: "expenditure.function",
      code,
      unit: "万元",
      name: { zh: `功能分类 ${code}`, en: `function class ${code}` },
    };
  }
  return null;
}
