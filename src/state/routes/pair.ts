import type { Basis, Denominator } from "../../domain/status.ts";
import { METRIC_GROUPS } from "../../model/metrics/index.ts";
import { choice, id } from "../param.ts";

export const pairParams = {
  /** Agencies; null: the two that disclose most. */
  a: id(null),
  b: id(null),
  basis: choice(["comparable", "reported"] as const satisfies readonly Basis[], "comparable"),
  denominator: choice(
    ["in_service", "in_service_plus_temporary", "establishment"] as const satisfies readonly Denominator[],
    "in_service",
  ),
  group: choice(["all", ...METRIC_GROUPS.map((group) => group.id)], "all"),
  /** Rows as in the dictionary, or those that differ most first. */
  order: choice(["code", "ratio"], "code"),
};
