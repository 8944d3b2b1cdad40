import { overwriteGetLocale } from "./generated/runtime.js";

export const LOCALES = ["zh", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** BCP 47 tags for `lang` attributes and `Intl`. */
export const LANGUAGE_TAGS = { zh: "zh-CN", en: "en" } as const satisfies Record<Locale, string>;

/**
 * Lets every message function read the language from `read`. When `read` reads reactive state
 * (the URL), each message in a template is rendered anew on a switch, without a reload.
 */
export function bindLocale(read: () => Locale): void {
  overwriteGetLocale(read);
}

/** The text of a value that carries both languages as columns or fields: `name_zh`/`name_en` as `{zh, en}`. */
export function inLocale(locale: Locale, text: { readonly zh: string; readonly en: string }): string {
  return text[locale];
}
