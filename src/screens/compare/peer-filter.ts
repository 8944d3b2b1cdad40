import { sizeBandOf } from "../../compare/index.ts";
import type { Likeness } from "../../compare/index.ts";
import type { AgencySizesRow, ReportsRow } from "../../model/queries/index.ts";
import type { Choice } from "./choice.ts";

type Filter = Pick<Choice, "agencies" | "level" | "province" | "size" | "kind" | "year">;

/**
 * Whether an agency is compared: named, of the level, in the province, within the band of size. The
 * agency in focus is not exempt: a filter that leaves it out says so by its missing row.
 *
 * @param sizes empty while unknown: then size leaves nobody out.
 */
export function isCompared(
  choice: Filter,
  reports: readonly ReportsRow[],
  sizes: readonly AgencySizesRow[],
): (agencyId: string) => boolean {
  const { agencies, level, province, size } = choice;
  if (agencies.size === 0 && level === null && province === null && size === null) return () => true;
  const placed = new Map(reports.map((row) => [row.agency_id, row]));
  const bands = size === null || sizes.length === 0 ? null : sizeOfAgencies(sizes, choice);
  return (agencyId) => {
    const row = placed.get(agencyId);
    return (
      (agencies.size === 0 || agencies.has(agencyId)) &&
      (level === null || row?.level === level) &&
      (province === null || row?.province === province) &&
      (bands === null || sizeBandOf(bands.get(agencyId)?.headcount ?? null) === size)
    );
  };
}

/** The size of each agency by its report of the year and kind asked for, else its latest that knows one. */
function sizeOfAgencies(
  sizes: readonly AgencySizesRow[],
  { kind, year }: Pick<Choice, "kind" | "year">,
): ReadonlyMap<string, AgencySizesRow> {
  const found = new Map<string, AgencySizesRow>();
  const worth = (row: AgencySizesRow): number =>
    (row.headcount === null && row.basic === null ? 0 : 4) +
    (row.fiscal_year === year ? 2 : 0) +
    (row.report_kind === kind ? 1 : 0);
  for (const row of sizes) {
    const known = found.get(row.agency_id);
    if (known === undefined || worth(row) >= worth(known)) found.set(row.agency_id, row);
  }
  return found;
}

/** What is known of each agency when others like one are looked for. */
export function likenesses(
  agencies: readonly ReportsRow[],
  sizes: readonly AgencySizesRow[],
  choice: Pick<Choice, "kind" | "year">,
): Likeness[] {
  const known = sizeOfAgencies(sizes, choice);
  return agencies.map(({ agency_id, level, province }) => {
    const size = known.get(agency_id);
    return {
      agency_id,
      level,
      province,
      fiscal_year: size?.fiscal_year ?? null,
      headcount: size?.headcount ?? null,
      basic: size?.basic ?? null,
    };
  });
}
