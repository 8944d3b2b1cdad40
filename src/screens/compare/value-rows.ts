import type { Basis, Denominator } from "../../domain/status.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";
import type { Choice } from "./choice.ts";

/** One way to compute the metric on show. */
export interface Reading {
  readonly basis: Basis;
  readonly denominator: Denominator | null;
}

/** The rows of every reading, one per agency. */
export type RowsByReading = ReadonlyMap<string, readonly MetricValuesRow[]>;

export const readingKey = ({ basis, denominator }: Reading): string => `${basis}/${denominator ?? ""}`;

/**
 * One report per agency: that of the year asked for, else its latest. Where the year may be the
 * nearest one, a report of the year after or before stands in, the later one first.
 *
 * @param rows of one metric and kind of report, all readings.
 * @param isIn whether an agency is compared at all.
 */
export function rowsByReading(
  rows: readonly MetricValuesRow[],
  choice: Pick<Choice, "year" | "nearest">,
  isIn: (agencyId: string) => boolean,
): RowsByReading {
  const chosen = new Map<string, { year: number; report_id: string }>();
  for (const { agency_id, fiscal_year, report_id } of rows) {
    const known = chosen.get(agency_id);
    if (known?.report_id === report_id || !isIn(agency_id)) continue;
    if (nearness(fiscal_year, choice) === null) continue;
    const isBetter = known === undefined || (nearness(known.year, choice) ?? 0) < (nearness(fiscal_year, choice) ?? 0);
    if (isBetter) chosen.set(agency_id, { year: fiscal_year, report_id });
  }
  const groups = new Map<string, MetricValuesRow[]>();
  let last: { readonly reading: Reading; readonly group: MetricValuesRow[] } | null = null;
  for (const row of rows) {
    if (chosen.get(row.agency_id)?.report_id !== row.report_id) continue;
    // Thousands of rows of one reading come together: its key is not made for each.
    if (last?.reading.basis !== row.basis || last.reading.denominator !== row.denominator) {
      const key = readingKey(row);
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      last = { reading: row, group };
    }
    last.group.push(row);
  }
  return groups;
}

/** How well a year answers the one asked for, more is better; null where it does not. */
function nearness(year: number, { year: wanted, nearest }: Pick<Choice, "year" | "nearest">): number | null {
  if (wanted === null) return year;
  const apart = Math.abs(year - wanted);
  if (apart > (nearest ? 1 : 0)) return null;
  return apart === 0 ? 2 : year > wanted ? 1 : 0;
}

/** Rows by a key, in their order. */
export function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = key(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}

/** The first rows, and those around the focus: a chart is an answer, not a list of thousands. */
export function chartRows<Row>(rows: readonly Row[], inFocus: Row | null, most = 30): readonly Row[] {
  if (rows.length <= most) return rows;
  const around = 5;
  const focus = inFocus === null ? -1 : rows.indexOf(inFocus);
  const top = focus < 0 ? most : most - 2 * around - 1;
  return rows.filter((_, index) => index < top || (focus >= 0 && Math.abs(index - focus) <= around));
}
