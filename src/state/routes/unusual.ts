import { choice, id } from "../param.ts";
import { basis, group } from "./reading.ts";

export const unusualParams = {
  /** Broken rules, positions, or both. */
  show: choice(["all", "rules", "positions"], "all"),
  /** Prompts by degree × money, by degree alone, or by money alone. */
  order: choice(["both", "degree", "amount"], "both"),
  group,
  basis,
  agency: id(null),
};
