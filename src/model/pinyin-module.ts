import { METRICS } from "./metrics/index.ts";
import { ITEMS } from "../domain/items.ts";
import { ECONOMIC_CLASSES, ECONOMIC_GROUPS } from "./metrics/economic-classes.ts";

/** The Chinese names a reader searches for by the first letters of their pinyin, by id. */
function namesForPinyin(): ReadonlyMap<string, string> {
  return new Map([
    ...METRICS.map(({ id, zh }) => [id, zh] as const),
    ...ITEMS.map(({ id, zh }) => [id, zh] as const),
    ...[...ECONOMIC_GROUPS, ...ECONOMIC_CLASSES].map(({ code, zh }) => [code, zh] as const),
  ]);
}

/**
 * The generated module: initials by id, a line each, so that a change of a name is one line.
 *
 * @param initials of a Chinese text, `rjgyjf` for 人均公用经费; only the generator has a dictionary for it.
 */
export function pinyinModule(initials: (text: string) => string): string {
  const lines = [...namesForPinyin()].map(([id, zh]) => `  ${JSON.stringify(id)}: ${JSON.stringify(initials(zh))},`);
  return [
    "// Written by «npm run docs» from the dictionary; do not edit.",
    "",
    "/** First letters of the pinyin of a metric’s, item’s or class’s Chinese name, by id. */",
    "export const PINYIN_INITIALS: Readonly<Record<string, string>> = {",
    ...lines,
    "};",
    "",
  ].join("\n");
}
