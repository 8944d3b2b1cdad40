import { choice, id } from "../param.ts";
import { basis, denominator, group } from "./reading.ts";

export const pairParams = {
  /** Agencies; null: the two that disclose most. */
  a: id(null),
  b: id(null),
  basis,
  denominator,
  group,
  /** Rows as in the dictionary, or those that differ most first. */
  order: choice(["code", "ratio"], "code"),
  /** Whether rows that are zero for both stand among the others. */
  zeros: choice(["fold", "show"], "fold"),
};
