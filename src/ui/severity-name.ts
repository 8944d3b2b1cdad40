import type { Severity } from "../domain/records.ts";
import * as m from "../i18n/generated/messages.js";
import type { Locale } from "../i18n/locale.ts";

const NAMES = {
  error: m.overview_severity_error,
  warning: m.overview_severity_warning,
  rounding: m.overview_severity_rounding,
  info: m.overview_severity_info,
} as const satisfies Record<Severity, (inputs: object, options: object) => string>;

/** The name of a severity, in the reader's language unless another is given. */
export function severityName(severity: Severity, locale?: Locale): string {
  return NAMES[severity]({}, locale === undefined ? {} : { locale });
}
