import { agencyLevel } from "../domain/statements.ts";
import { ReportError, type AgencyDirectory, type KnownAgency } from "../report/index.ts";
import type { CsvRecord } from "./csv.ts";

function agencyOf({ line, cells }: CsvRecord, sourceName: string): KnownAgency {
  const text = (column: string): string | null => {
    const cell = cells[column] ?? "";
    return cell === "" ? null : cell;
  };
  const required = (column: string): string => {
    const cell = text(column);
    if (cell !== null) return cell;
    throw new ReportError(
      sourceName,
      line,
      `the column ${column} is empty.`,
      "Correct this line of the reference file.",
    );
  };
  const agency_id = required("agency_id");
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(agency_id)) {
    throw new ReportError(
      sourceName,
      line,
      `agency_id is "${agency_id}"; expected lower-case letters, digits and single hyphens.`,
      "Correct this line of the reference file.",
    );
  }
  return {
    agency_id,
    name: required("name"),
    aliases: (text("aliases") ?? "").split("|").filter((alias) => alias !== ""),
    short_name: required("short_name"),
    name_en: text("name_en"),
    province: text("province"),
    prefecture: text("prefecture"),
    county: text("county"),
    level: agencyLevel(cells["level"] ?? null),
    region_code: text("region_code"),
  };
}

/** What the reference list knows of agencies; a row that cannot be used is an error of its own. */
export function directoryOf(
  records: readonly CsvRecord[],
  sourceName: string,
): { directory: AgencyDirectory; errors: ReportError[] } {
  const agencies: KnownAgency[] = [];
  const errors: ReportError[] = [];
  for (const record of records) {
    try {
      agencies.push(agencyOf(record, sourceName));
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      errors.push(error);
    }
  }
  return { directory: { agencies }, errors };
}
