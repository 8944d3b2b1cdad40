import type { Locale } from "../../../i18n/locale.ts";
import { inLocale } from "../../../i18n/locale.ts";

interface InBoth {
  readonly zh: string;
  readonly en: string;
}

/** A statement to start from. Only tables and views of the data contract are named. */
export interface Example extends InBoth {
  /** What to know when reading the result: its first line, as a comment. */
  readonly note: InBoth;
  /** Columns in two languages stand as `…_zh`. */
  readonly sql: string;
  /** What is filled in at first for `$name`. */
  readonly params?: Readonly<Record<string, string>>;
  /** How the result is drawn at first. */
  readonly chart?: Readonly<Record<string, string>>;
}

/** The statement as a reader of this language gets it. */
export function exampleText(example: Example, locale: Locale): string {
  const sql = locale === "zh" ? example.sql : example.sql.replace(/\b(name|note|message)_zh\b/g, "$1_en");
  return `-- ${inLocale(locale, example.note)}\n${sql}`;
}
