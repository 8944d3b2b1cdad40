import { STATUSES } from "../domain/status.ts";
import type { Bias, StatusId } from "../domain/status.ts";
import * as m from "../i18n/generated/messages.js";
import type { Locale } from "../i18n/locale.ts";
import { inLocale } from "../i18n/locale.ts";

/** The name of a status in the reader's language. */
export function statusName(status: StatusId, locale: Locale): string {
  const found = STATUSES.find((entry) => entry.id === status);
  return found === undefined ? status : inLocale(locale, found);
}

/** A note beside the name of its status, without what the name says already: «未披露» «在职人数，披露或填入后可算». */
export function noteBeside(name: string, note: string | null): string | null {
  if (note === null || !note.toLowerCase().startsWith(name.toLowerCase())) return note;
  return note.slice(name.length).replace(/^[：:，,\s]+/u, "");
}

/** Which way a value errs, in words. */
export function biasText(bias: Bias): string {
  return { up: m.bias_up, down: m.bias_down, unknown: m.bias_unknown }[bias]();
}

/** An arrow beside the words, never instead of them. */
export const BIAS_ARROWS = { up: "↑", down: "↓", unknown: "↕" } as const satisfies Record<Bias, string>;
