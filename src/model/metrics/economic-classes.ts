import { ECONOMIC_CLASSES as PRINTED_CLASSES } from "../../domain/economic-classes.ts";

/** An economic class of a department’s budget: 类 with 3 digits, 款 with 5. */
export interface EconomicClass {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Adds the name that the outline prints; the list of printed names is the field’s. */
function withName({ code, en }: { readonly code: string; readonly en: string }): EconomicClass {
  const zh = PRINTED_CLASSES.find((entry) => entry.code === code)?.names[0];
  if (zh === undefined) throw new TypeError(`no economic class ${code}`);
  return { code, zh, en };
}

/** 类 that basic expenditure is spent in. 人员经费 = 301 + 303; 公用经费 = 302 + 307 + 310 + 399. */
export const ECONOMIC_GROUPS = [
  { code: "301", en: "Wages and benefits" },
  { code: "302", en: "Goods and services" },
  { code: "303", en: "Subsidies to persons and households" },
  { code: "307", en: "Debt interest and fees" },
  { code: "310", en: "Capital expenditure" },
  { code: "399", en: "Other expenditure" },
].map(withName);

/** 款 of 301, 302 and 303 in the outline of the Ministry of Finance. */
export const ECONOMIC_CLASSES = [
  { code: "30101", en: "Basic wages" },
  { code: "30102", en: "Allowances" },
  { code: "30103", en: "Bonuses" },
  { code: "30106", en: "Meal allowances" },
  { code: "30107", en: "Performance pay" },
  { code: "30108", en: "Basic pension contributions" },
  { code: "30109", en: "Occupational annuity contributions" },
  { code: "30110", en: "Basic medical insurance contributions" },
  { code: "30111", en: "Civil servants’ medical supplement" },
  { code: "30112", en: "Other social security contributions" },
  { code: "30113", en: "Housing provident fund" },
  { code: "30114", en: "Medical expenses" },
  { code: "30199", en: "Other wages and benefits" },
  { code: "30201", en: "Office expenses" },
  { code: "30202", en: "Printing" },
  { code: "30203", en: "Consulting" },
  { code: "30204", en: "Service charges" },
  { code: "30205", en: "Water" },
  { code: "30206", en: "Electricity" },
  { code: "30207", en: "Post and telecommunications" },
  { code: "30208", en: "Heating" },
  { code: "30209", en: "Property management" },
  { code: "30211", en: "Travel" },
  { code: "30212", en: "Overseas travel on duty" },
  { code: "30213", en: "Repair and maintenance" },
  { code: "30214", en: "Rent" },
  { code: "30215", en: "Meetings" },
  { code: "30216", en: "Training" },
  { code: "30217", en: "Official reception" },
  { code: "30218", en: "Special materials" },
  { code: "30224", en: "Uniforms and bedding" },
  { code: "30225", en: "Special fuel" },
  { code: "30226", en: "Labour services" },
  { code: "30227", en: "Commissioned services" },
  { code: "30228", en: "Trade union fund" },
  { code: "30229", en: "Welfare" },
  { code: "30231", en: "Operation of official vehicles" },
  { code: "30239", en: "Other transport" },
  { code: "30240", en: "Taxes and surcharges" },
  { code: "30299", en: "Other goods and services" },
  { code: "30301", en: "Veteran retirement pay" },
  { code: "30302", en: "Retirement pay" },
  { code: "30303", en: "Discharge pay" },
  { code: "30304", en: "Survivors’ pensions" },
  { code: "30305", en: "Living subsidies" },
  { code: "30306", en: "Relief" },
  { code: "30307", en: "Medical subsidies" },
  { code: "30308", en: "Study grants" },
  { code: "30309", en: "Awards" },
  { code: "30310", en: "Farming subsidies to persons" },
  { code: "30311", en: "Social insurance paid on behalf" },
  { code: "30399", en: "Other subsidies to persons and households" },
].map(withName);

/** Their names by code, for labels beside figures. */
export function economicClassName(code: string): EconomicClass | null {
  return [...ECONOMIC_GROUPS, ...ECONOMIC_CLASSES].find((entry) => entry.code === code) ?? null;
}
