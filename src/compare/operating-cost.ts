import Big from "big.js";

/** 机关运行经费 as 公用经费 under another name, or less than it; `unknown` where 公用经费 is not stated. */
export type OperatingCostDefinition = "operating" | "narrower" | "unknown";

/** Two amounts of one report that differ by less than the last printed digit of 万元 are the same figure. */
const SAME_WITHIN = "0.01";

/**
 * How a report defines its 机关运行经费, told by the amounts.
 *
 * @param own 机关运行经费, 万元. @param operating 公用经费 of the same report, 万元.
 * @returns null where there is no 机关运行经费 to define.
 */
export function operatingCostDefinition(own: number | null, operating: number | null): OperatingCostDefinition | null {
  if (own === null) return null;
  if (operating === null) return "unknown";
  return new Big(own).minus(operating).abs().lt(SAME_WITHIN) ? "operating" : "narrower";
}
