import type { Format } from "../../i18n/format.ts";
import * as m from "../../i18n/generated/messages.js";

/** A time for a reader: `8.4 ms`, `1.25 s`. */
export function elapsedText(milliseconds: number, format: Format): string {
  return milliseconds < 1000
    ? m.sql_milliseconds({ n: format.number(milliseconds, milliseconds < 10 ? 1 : 0) })
    : m.sql_seconds({ n: format.number(milliseconds / 1000, 2) });
}
