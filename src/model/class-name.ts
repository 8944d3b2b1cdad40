import { ECONOMIC_CLASSES as PRINTED_CLASSES } from "../domain/economic-classes.ts";
import { economicClassName } from "./metrics/index.ts";
import type { EconomicClass } from "./metrics/index.ts";

/**
 * Classes that no metric of the dictionary is about, but that stand beside figures. Apart from the
 * dictionary, which the first screen waits for.
 */
const FURTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["309", "Capital expenditure (capital construction)"],
  ["311", "Subsidies to enterprises (capital construction)"],
  ["312", "Subsidies to enterprises"],
  ["313", "Subsidies to social security funds"],
  ["30701", "Interest on domestic debt"],
  ["30702", "Interest on foreign debt"],
  ["31001", "Construction and purchase of buildings"],
  ["31002", "Office equipment"],
  ["31003", "Special equipment"],
  ["31005", "Infrastructure"],
  ["31006", "Major repairs"],
  ["31007", "Information networks and software"],
  ["31008", "Stockpiles"],
  ["31009", "Compensation for land"],
  ["31010", "Resettlement subsidies"],
  ["31011", "Compensation for structures and crops"],
  ["31012", "Compensation for demolition"],
  ["31013", "Purchase of official vehicles"],
  ["31019", "Purchase of other vehicles"],
  ["31021", "Cultural relics and exhibits"],
  ["31022", "Intangible assets"],
  ["31099", "Other capital expenditure"],
  ["39906", "Gifts"],
  ["39907", "State compensation"],
  ["39908", "Subsidies to non-profit and self-governing bodies"],
  ["39999", "Other expenditure"],
]);

/** The name of any economic class of the outline, for labels beside figures; null for a code that it does not have. */
export function classNameOf(code: string): EconomicClass | null {
  const en = FURTHER_NAMES.get(code);
  const zh = PRINTED_CLASSES.find((entry) => entry.code === code)?.names[0];
  return en === undefined || zh === undefined ? economicClassName(code) : { code, zh, en };
}
