import type { Basis, Denominator } from "../../domain/status.ts";
import { METRIC_GROUPS } from "../../model/metrics/index.ts";
import { choice, id, text, whole } from "../param.ts";

export const heatParams = {
  group: choice(["all", ...METRIC_GROUPS.map((group) => group.id)], "all"),
  /** Whether the 款 of 人均 have columns of their own. */
  classes: choice(["fold", "show"], "fold"),
  basis: choice(["comparable", "reported"] as const satisfies readonly Basis[], "comparable"),
  denominator: choice(
    ["in_service", "in_service_plus_temporary", "establishment"] as const satisfies readonly Denominator[],
    "in_service",
  ),
  kind: choice(["final", "budget"], "final"),
  /** Fiscal year; null: the latest report of each agency. */
  year: whole([1990, 2100], null),
  /** The metric that orders the rows; null: by name. */
  sort: id(null),
  order: choice(["falling", "rising"], "falling"),
  /** Part of an agency's name. */
  find: text(60),
};
