import { inLocale } from "./locale.ts";
import type { Locale } from "./locale.ts";

/** A name within a sentence: English begins it with a small letter, but for a word in capitals. */
export function midSentence(locale: Locale, name: { readonly zh: string; readonly en: string }): string {
  const text = inLocale(locale, name);
  return locale === "en" && !/^\p{Lu}{2}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
