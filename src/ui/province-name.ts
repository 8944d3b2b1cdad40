import { provinceInEnglish } from "../domain/provinces.ts";
import type { Locale } from "../i18n/locale.ts";

/** A province in the reader's language, from its name in the data. */
export function provinceName(name: string, locale: Locale): string {
  return locale === "en" ? provinceInEnglish(name) : name;
}
