import type { Format } from "../i18n/format.ts";
import * as m from "../i18n/generated/messages.js";

/** Says how much is read at every tenth: more often a screen reader would speak without end. */
export function toldInTenths(format: Format, say: (text: string) => void): (share: number) => void {
  let tenths = 0;
  return (share) => {
    const now = Math.floor(10 * share);
    if (now === tenths) return;
    tenths = now;
    say(m.table_reading({ share: format.percent(10 * now, 0) }));
  };
}
