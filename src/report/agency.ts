import type { AgencyRow } from "../domain/records.ts";
import type { AgencyLevel } from "../domain/statements.ts";

/** What is known of an agency beyond its printed name. */
export interface KnownAgency extends AgencyRow {
  /** Other names under which reports print it. */
  readonly aliases: readonly string[];
}

/** Agencies known beforehand, and ids for the others. */
export interface AgencyDirectory {
  readonly agencies: readonly KnownAgency[];
  /** A stable id in lower-case ASCII for an agency that is not listed; by default a hash of its name. */
  readonly slugOf?: (name: string) => string;
}

/** Names are compared without brackets' width, white space and «本级». */
function nameKey(name: string): string {
  return name
    .replace(/\s+/g, "")
    .replace(/[（(]?本级[)）]?$/, "")
    .replace(/[（(]/g, "（")
    .replace(/[)）]/g, "）");
}

/** FNV-1a over the UTF-16 units, as eight hexadecimal digits. */
export function hashedSlug(name: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0;
  }
  return `agency-${hash.toString(16).padStart(8, "0")}`;
}

const MUNICIPALITY = /^(?:北京|天津|上海|重庆)市/;
/** 青禾县城市管理局 is of a county and of no city; a 社区 or 园区 is no district. */
const REGION =
  /^([\u4e00-\u9fa5]{2,7}?(?:省|自治区))?((?:(?![县区旗])[\u4e00-\u9fa5]){2,6}?(?:市|自治州|地区|盟|州))?([\u4e00-\u9fa5]{1,12}?自治[县旗]|[\u4e00-\u9fa5]{1,7}?(?:(?<![社园校景灌片辖小库林发范税])区|县|旗|市))?/;

/** Parties and leagues stand before the place: 中共某某市委, 共青团某某县委. */
const ORGANISATION =
  /^(?:中共|中国共产党|中国共产主义青年团|共青团|中国国民党革命委员会|中国民主同盟|中国民主建国会|中国民主促进会|中国农工民主党|中国致公党|九三学社|台湾民主自治同盟)/;

/** Province, prefecture and county as far as the name itself says. */
function regionOf(name: string): Pick<AgencyRow, "province" | "prefecture" | "county" | "level"> {
  const municipality = MUNICIPALITY.exec(name)?.[0] ?? null;
  if (municipality !== null) {
    const county = /^([\u4e00-\u9fa5]{1,7}?(?:区|县))/.exec(name.slice(municipality.length))?.[1] ?? null;
    return { province: municipality, prefecture: municipality, county, level: county === null ? "province" : "county" };
  }
  const [, province = null, prefecture = null, county = null] = REGION.exec(name) ?? [];
  let level: AgencyLevel | null = null;
  if (
    county !== null ||
    (prefecture === null && /^[\u4e00-\u9fa5]{1,7}?[县区旗]/.test(name.slice((province ?? "").length)))
  )
    level = "county";
  else if (prefecture !== null) level = "prefecture";
  else if (province !== null) level = "province";
  return { province, prefecture, county, level };
}

/** What bodies of this field are called for short beside their place; the insurance agency itself by its place alone. */
const SHORT_KINDS: readonly (readonly [RegExp, string])[] = [
  [/人力资源和?社会保障/, "人社"],
  [/医疗保(?:障|险)/, "医保"],
  [/城乡居民/, "居保"],
  [/机关事业/, "机保"],
  [/失业保险/, "失业保险"],
  [/工伤保险/, "工伤保险"],
  [/社会(?:劳动)?保险|社保/, ""],
];
const PLACE_END = /(?:维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|地区|省|市|州|盟|区|县|旗)$/;

/** The place without its rank and, for another body than the insurance agency, its kind: `东山`, `青禾人社`. */
function shortNameOf(key: string, region: Pick<AgencyRow, "province" | "prefecture" | "county">): string {
  const printed = region.county ?? region.prefecture ?? region.province;
  if (printed === null) return key;
  const bare = printed.replace(PLACE_END, "");
  const place = bare.length >= 2 ? bare : printed;
  const kind = SHORT_KINDS.find(([pattern]) => pattern.test(key))?.[1];
  if (kind !== undefined) return `${place}${kind}`;
  const rest = key.slice(key.indexOf(printed) + printed.length);
  // 西湖区委政法委员会: without its rank the place would not be the committee's; a party keeps its name.
  if (rest.startsWith("委")) return /^中(?:共|国共产党)/.test(key) ? `${printed}${rest}` : key;
  return `${place}${rest.replace(/（[^（）]*）$/, "")}`.slice(0, 12);
}

/** The agency of a printed name: as listed, else as far as the name itself tells. */
export function agencyOf(name: string, directory: AgencyDirectory): AgencyRow {
  const key = nameKey(name);
  const known = directory.agencies.find((agency) =>
    [agency.name, ...agency.aliases].some((other) => nameKey(other) === key),
  );
  if (known !== undefined) {
    const { aliases: _aliases, ...row } = known;
    return row;
  }
  const region = regionOf(key.replace(ORGANISATION, ""));
  return {
    agency_id: (directory.slugOf ?? hashedSlug)(key),
    name,
    short_name: shortNameOf(key, region),
    name_en: null,
    region_code: null,
    ...region,
  };
}
