import type { ReportsRow } from "./reports.sql.ts";

/** The latest final accounts of the two agencies that disclose most figures; fewer where there are fewer. */
export function defaultPair(reports: readonly ReportsRow[]): readonly ReportsRow[] {
  return reports
    .filter((row) => row.latest_final)
    .toSorted((a, b) => b.facts - a.facts || (a.agency_id < b.agency_id ? -1 : 1))
    .slice(0, 2);
}
