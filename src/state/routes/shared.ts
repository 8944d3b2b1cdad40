import { MONEY_UNITS } from "../../i18n/format.ts";
import { LOCALES } from "../../i18n/locale.ts";
import { choice } from "../param.ts";

/** Parts that every screen has. */
export const sharedParams = {
  lang: choice(LOCALES, "zh"),
  unit: choice(MONEY_UNITS, "wan"),
  theme: choice(["auto", "light", "dark"], "auto"),
};
