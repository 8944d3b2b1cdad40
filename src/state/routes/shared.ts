import { MONEY_UNITS } from "../../i18n/format.ts";
import { LOCALES } from "../../i18n/locale.ts";
import { dataStamp } from "../data-stamp.ts";
import { definitions } from "../metric-definitions.ts";
import { choice } from "../param.ts";
import { assumptionParams } from "./assumptions.ts";

/** Parts that every screen has. */
export const sharedParams = {
  lang: choice(LOCALES, "zh"),
  unit: choice(MONEY_UNITS, "wan"),
  theme: choice(["auto", "light", "dark"], "auto"),
  /** Metrics that readers defined and this address needs. */
  my: definitions(),
  ...assumptionParams,
  /** The data a shared link was made on; only such a link carries it. */
  data: dataStamp(),
};
