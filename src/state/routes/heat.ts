import { choice, id, text, whole } from "../param.ts";
import { basis, denominator, group } from "./reading.ts";

export const heatParams = {
  group,
  /** Whether the 款 of 人均 have columns of their own. */
  classes: choice(["fold", "show"], "fold"),
  basis,
  denominator,
  kind: choice(["final", "budget"], "final"),
  /** Fiscal year; null: the latest report of each agency. */
  year: whole([1990, 2100], null),
  /** The metric that orders the rows; null: by name. */
  sort: id(null),
  order: choice(["falling", "rising"], "falling"),
  /** The cell whose details are shown: its agency and metric; without a metric, the agency's row. */
  agency: id(null),
  metric: id(null),
  /** Part of an agency's name. */
  find: text(60),
};
