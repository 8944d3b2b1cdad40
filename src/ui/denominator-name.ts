import type { Denominator } from "../domain/status.ts";
import * as m from "../i18n/generated/messages.js";

const NAMES = {
  in_service: m.denominator_in_service,
  in_service_plus_temporary: m.denominator_in_service_plus_temporary,
  establishment: m.denominator_establishment,
} as const satisfies Record<Denominator, () => string>;

/** A headcount that values per staff divide by, in the reader's language. */
export function denominatorName(denominator: Denominator): string {
  return NAMES[denominator]();
}
