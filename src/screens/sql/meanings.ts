import type { Locale } from "../../i18n/locale.ts";
import { inLocale } from "../../i18n/locale.ts";
import { namedIn } from "./completion.ts";
import { MODEL_VALUES } from "./model-values.ts";
import type { SchemaEntry } from "./schema.ts";
import { statementAt } from "./statements.ts";

/** What a word of a statement means. */
export interface Meaning {
  readonly name: string;
  readonly meaning: string;
  /** Type and table of a column. */
  readonly detail: string;
}

const WORD = /[\p{L}_][\p{L}\p{N}_.]*/gu;

/**
 * What the word at a character means: a table, a column of the tables that the statement names, a
 * metric id or another word that columns hold. Null where it means nothing known.
 */
export function meaningsAt(
  text: string,
  at: number,
  schema: readonly SchemaEntry[],
  locale: Locale,
): { readonly from: number; readonly to: number; readonly meanings: readonly Meaning[] } | null {
  const span = statementAt(text, at);
  if (span === null) return null;
  const word = [...text.matchAll(WORD)].find((found) => found.index <= at && at <= found.index + found[0].length);
  if (word === undefined) return null;
  const whole = word[0];
  const from = word.index;
  const to = from + whole.length;
  const value = MODEL_VALUES.find((known) => known.value === whole && text[from - 1] === "'");
  if (value !== undefined) {
    return {
      from,
      to,
      meanings: [{ name: whole, meaning: inLocale(locale, value), detail: inLocale(locale, value.kind) }],
    };
  }
  const name = whole.split(".").at(-1)?.toLowerCase() ?? "";
  const meanings = namedIn(text.slice(span.from, span.to), schema).flatMap((entry) =>
    entry.columns
      .filter((column) => column.name.toLowerCase() === name)
      .map((column) => ({
        name: `${entry.name}.${column.name}`,
        meaning: inLocale(locale, column),
        detail: column.type,
      })),
  );
  if (meanings.length > 0) return { from, to, meanings: meanings.slice(0, 6) };
  const table = schema.find((entry) => entry.name.toLowerCase() === whole.toLowerCase());
  if (table !== undefined) {
    const detail = table.columns
      .map((column) => column.name)
      .slice(0, 12)
      .join(", ");
    return { from, to, meanings: [{ name: table.name, meaning: inLocale(locale, table), detail }] };
  }
  return null;
}
