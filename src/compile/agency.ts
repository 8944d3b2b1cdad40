import type { AgencyRow } from "../domain/records.ts";
import type { AgencyLevel } from "../domain/statements.ts";
import type { CsvRecord } from "./csv.ts";

/** Names are compared without white space, brackets and what stands in them: `（本级）`, `（汇总）`. */
const bare = (name: string): string => name.replace(/\s+|[（(][^）)]*[）)]/g, "");

/**
 * The places an agency's name begins with:
 *
 *     某某省某某市某某区社会保险中心
 *     ^^^^^^   ^^^^^^   ^^^^^^
 */
const PLACES =
  /^(?:(?<province>[\u4e00-\u9fa5]{2,7}?(?:省|自治区))?)(?:(?<prefecture>[\u4e00-\u9fa5]{2,9}?(?:市|自治州|地区|盟))?)(?:(?<county>[\u4e00-\u9fa5]{1,9}?(?:区|县|旗|市))(?=[\u4e00-\u9fa5]{2}))?/;

interface Places {
  readonly province: string | null;
  readonly prefecture: string | null;
  readonly county: string | null;
}

function placesOf(name: string): Places {
  const groups = PLACES.exec(bare(name))?.groups;
  return {
    province: groups?.["province"] ?? null,
    prefecture: groups?.["prefecture"] ?? null,
    county: groups?.["county"] ?? null,
  };
}

function levelOf(places: Places): AgencyLevel | null {
  if (places.county !== null) return "county";
  if (places.prefecture !== null) return "prefecture";
  return places.province === null ? null : "province";
}

/** The narrowest place without its suffix, for charts; the whole name where no place is printed. */
function shortNameOf(name: string, places: Places): string {
  const place = places.county ?? places.prefecture ?? places.province;
  if (place === null) return bare(name);
  const stem = place.replace(/(?:自治区|自治州|地区|省|市|盟|区|县|旗)$/, "");
  return stem.length >= 2 ? stem : place;
}

const LEVELS: readonly AgencyLevel[] = ["province", "prefecture", "county"];

/** What the reference list knows of an agency, `null` where a cell is empty. */
function known(record: CsvRecord, column: keyof AgencyRow): string | null {
  const cell = record.cells[column] ?? "";
  return cell === "" ? null : cell;
}

function referenceOf(name: string, reference: readonly CsvRecord[]): CsvRecord | null {
  const wanted = bare(name);
  const namesOf = ({ cells }: CsvRecord) => [cells["name"] ?? "", ...(cells["aliases"] ?? "").split("|")];
  return reference.find((record) => namesOf(record).some((known) => bare(known) === wanted)) ?? null;
}

/** `<slug>` of a file named `<slug>-<year>-final.txt` or `…-budget.txt`. */
function slugOfFile(sourceName: string): string | null {
  return /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)-\d{4}-(?:final|budget)\.[a-z]+$/.exec(sourceName)?.[1] ?? null;
}

/**
 * The row of an agency: its name as the report prints it, enriched from the reference list where
 * that knows the name. An unknown agency takes its id from a well-named file, else from a hash of
 * its name, so that all its reports meet.
 *
 * @param nameHash hexadecimal digits, the same for the same name.
 */
export function agencyRow(
  name: string,
  sourceName: string,
  reference: readonly CsvRecord[],
  nameHash: string,
): AgencyRow {
  const record = referenceOf(name, reference);
  const places = placesOf(name);
  const found: AgencyRow = {
    agency_id: slugOfFile(sourceName) ?? `agency-${nameHash.slice(0, 8)}`,
    name,
    short_name: shortNameOf(name, places),
    name_en: null,
    ...places,
    level: levelOf(places),
    region_code: null,
  };
  if (record === null) return found;
  const county = known(record, "county");
  return {
    agency_id: known(record, "agency_id") ?? found.agency_id,
    name,
    short_name: known(record, "short_name") ?? found.short_name,
    name_en: known(record, "name_en"),
    province: known(record, "province") ?? found.province,
    prefecture: known(record, "prefecture") ?? found.prefecture,
    county: county ?? found.county,
    level: LEVELS.find((level) => level === record.cells["level"]) ?? found.level,
    region_code: known(record, "region_code"),
  };
}

/** Key under which an agency's reports meet when the reference list does not know it. */
export function agencyKey(name: string): string {
  return bare(name);
}
