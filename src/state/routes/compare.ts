import type { Basis, Denominator } from "../../domain/status.ts";
import { amounts, choice, id, ids, whole } from "../param.ts";

const BASES = ["comparable", "reported"] as const satisfies readonly Basis[];
const DENOMINATORS = [
  "in_service",
  "in_service_plus_temporary",
  "establishment",
] as const satisfies readonly Denominator[];

export const compareParams = {
  /** null: basic expenditure per head, the metric whose answer is prepared. */
  metric: id(null),
  basis: choice(BASES, "comparable"),
  denominator: choice(DENOMINATORS, "in_service"),
  kind: choice(["final", "budget"], "final"),
  /** Fiscal year; null: the latest report of each agency. */
  year: whole([1990, 2100], null),
  agencies: ids(),
  /** The agency that sentences and differences are about; null: the highest. */
  focus: id(null),
  /** The agency it is held against; `median`: that of the others; null: the nearest that can be split as far. */
  peer: id(null),
  sort: choice(["value", "agency", "ratio", "numerator", "headcount"], "value"),
  /** `turned`: least first, or names from the end. */
  order: choice(["usual", "turned"], "usual"),
  /** Pass-through adjustments that the reader switched off, by adjustment_id. */
  without: ids(),
  /** Headcounts typed in by the reader, by report_id; `report_id.establishment` for another headcount than staff in service. */
  assume: amounts(),
  /** The report whose headcount is being typed in. */
  fill: id(null),
  /** The part of the gap whose printed lines are shown; null: the largest. */
  part: id(null),
};
