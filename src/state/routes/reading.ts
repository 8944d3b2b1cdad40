import type { Basis, Denominator } from "../../domain/status.ts";
import { METRIC_GROUPS, USER_GROUP } from "../../model/metrics/index.ts";
import { choice } from "../param.ts";

/** How values are read: parts that several screens have in their address. */
export const basis = choice(["comparable", "reported"] as const satisfies readonly Basis[], "comparable");

export const denominator = choice(
  ["in_service", "in_service_plus_temporary", "establishment"] as const satisfies readonly Denominator[],
  "in_service",
);

/** All metrics, a group of the dictionary, or the reader's own. */
export const group = choice(["all", USER_GROUP.id, ...METRIC_GROUPS.map(({ id }) => id)], "all");
