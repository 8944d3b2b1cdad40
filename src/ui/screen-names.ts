import * as m from "../i18n/generated/messages.js";
import type { ScreenId } from "../state/routes/index.ts";

const NAMES = {
  overview: m.nav_overview,
  compare: m.nav_compare,
  "three-public": m.nav_three_public,
  execution: m.nav_execution,
  agency: m.nav_agency,
  audit: m.nav_audit,
  heat: m.nav_heat,
  unusual: m.nav_unusual,
  dictionary: m.nav_dictionary,
  pair: m.nav_pair,
  sql: m.nav_sql,
  source: m.nav_source,
} as const satisfies Record<ScreenId, () => string>;

/** The name of a screen in the reader's language, for navigation and document title. */
export function screenName(screen: ScreenId): string {
  return NAMES[screen]();
}
