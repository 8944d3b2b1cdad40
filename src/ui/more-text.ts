import type { Format } from "../i18n/format.ts";
import * as m from "../i18n/generated/messages.js";

/**
 * What a press for more of a list says: how many come and how many are left; where all come, that alone.
 *
 * @param page how many come at a time.
 */
export function moreText(page: number, left: number, format: Format): string {
  const all = format.number(left, 0);
  return left <= page ? m.more_rest({ left: all }) : m.more_next({ count: format.number(page, 0), left: all });
}
