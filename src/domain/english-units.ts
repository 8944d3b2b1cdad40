/** English names of units, the same in findings and on every screen; a unit that is not here is printed as it is. */
const ENGLISH_UNITS: Readonly<Record<string, string>> = {
  万元: "¥10k",
  元: "¥",
  亿元: "¥100m",
  人: "person",
  辆: "vehicle",
  批次: "visit",
  人次: "visitor",
  分: "points",
  个: "items",
  倍: "×",
  "台(套)": "sets",
  平方米: "m²",
  百人: "100 staff",
};

/** More than one of them: a unit that is not here has no plural. */
const ENGLISH_PLURALS: Readonly<Record<string, string>> = {
  person: "people",
  vehicle: "vehicles",
  visit: "visits",
  visitor: "visitors",
};

/** The English name of a unit of the data: «¥10k» for 万元; what is counted in the plural where it is many. */
export function englishUnit(unit: string, isMany: boolean): string {
  const one = ENGLISH_UNITS[unit] ?? unit;
  return isMany ? (ENGLISH_PLURALS[one] ?? one) : one;
}
