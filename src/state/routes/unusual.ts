import type { Basis } from "../../domain/status.ts";
import { METRIC_GROUPS } from "../../model/metrics/index.ts";
import { choice, id } from "../param.ts";

export const unusualParams = {
  /** Broken rules, positions, or both. */
  show: choice(["all", "rules", "positions"], "all"),
  /** Prompts by degree × money, by degree alone, or by money alone. */
  order: choice(["both", "degree", "amount"], "both"),
  group: choice(["all", ...METRIC_GROUPS.map((group) => group.id)], "all"),
  basis: choice(["comparable", "reported"] as const satisfies readonly Basis[], "comparable"),
  agency: id(null),
};
