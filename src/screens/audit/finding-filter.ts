import type { Severity } from "../../domain/records.ts";
import type { FindingsRow } from "../../model/queries/index.ts";

/** What the reader wants to see; null and «all» leave a choice open. */
export interface FindingFilter {
  readonly agency: string | null;
  readonly report: string | null;
  readonly severity: Severity | "all";
  readonly category: string | null;
  readonly rule: string | null;
  readonly find: string;
}

export type Grouping = "report" | "rule" | "severity";

export interface FindingGroup {
  /** Report id, rule id or severity. */
  readonly key: string;
  readonly findings: readonly FindingsRow[];
  /** Findings of the group that are not among `findings`, because the list is shown in parts. */
  readonly all: readonly FindingsRow[];
}

/** Text as it is searched: case, white space and the commas between thousands do not count. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .replace(/\s+/g, "");
}

/** Everything of a finding that a search looks at. */
function searched(finding: FindingsRow): string {
  return folded(`${finding.message_zh}\n${finding.message_en}\n${finding.rule_id}\n${finding.agency_name}`);
}

/** The findings that pass, in their order. */
export function filterFindings(rows: readonly FindingsRow[], filter: FindingFilter): FindingsRow[] {
  const words = folded(filter.find);
  return rows.filter(
    (row) =>
      (filter.agency === null || row.agency_id === filter.agency) &&
      (filter.report === null || row.report_id === filter.report) &&
      (filter.severity === "all" || row.severity === filter.severity) &&
      (filter.category === null || row.category === filter.category) &&
      (filter.rule === null || row.rule_id === filter.rule) &&
      (words === "" || searched(row).includes(words)),
  );
}

const KEYS = {
  report: (row: FindingsRow) => row.report_id,
  rule: (row: FindingsRow) => row.rule_id,
  severity: (row: FindingsRow) => row.severity,
} as const satisfies Record<Grouping, (row: FindingsRow) => string>;

/** Findings in groups; groups stand in the order of `order`, then as they come. */
export function groupFindings(
  rows: readonly FindingsRow[],
  by: Grouping,
  order: readonly string[],
): { readonly key: string; readonly all: readonly FindingsRow[] }[] {
  const groups = new Map<string, FindingsRow[]>();
  for (const row of rows) {
    const key = KEYS[by](row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const place = new Map(order.map((key, index) => [key, index]));
  return [...groups]
    .map(([key, all]) => ({ key, all }))
    .toSorted((one, other) => (place.get(one.key) ?? order.length) - (place.get(other.key) ?? order.length));
}

/** The first `count` findings of the groups, group by group. */
export function firstOf(
  groups: readonly { readonly key: string; readonly all: readonly FindingsRow[] }[],
  count: number,
): FindingGroup[] {
  let left = count;
  const shown: FindingGroup[] = [];
  for (const { key, all } of groups) {
    if (left <= 0) break;
    shown.push({ key, all, findings: all.slice(0, left) });
    left -= all.length;
  }
  return shown;
}

/** How many findings of each severity. */
export function countSeverities(rows: readonly FindingsRow[]): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, rounding: 0, info: 0 };
  for (const row of rows) counts[row.severity] += 1;
  return counts;
}
