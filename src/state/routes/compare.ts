import type { Basis, Denominator } from "../../domain/status.ts";
import { amounts, choice, id, ids, whole } from "../param.ts";

const BASES = ["comparable", "reported"] as const satisfies readonly Basis[];
const DENOMINATORS = [
  "in_service",
  "in_service_plus_temporary",
  "establishment",
] as const satisfies readonly Denominator[];

export const compareParams = {
  /** null: the first metric of the dictionary's per-staff group. */
  metric: id(null),
  basis: choice(BASES, "comparable"),
  denominator: choice(DENOMINATORS, "in_service"),
  kind: choice(["final", "budget"], "final"),
  /** Fiscal year; null: the latest report of each agency. */
  year: whole([1990, 2100], null),
  agencies: ids(),
  /** The agency that sentences and differences are about; null: the highest. */
  focus: id(null),
  /** The agency it is held against; null: the median of the others. */
  peer: id(null),
  sort: choice(["value", "agency", "ratio"], "value"),
  /** Pass-through adjustments that the reader switched off, by adjustment_id. */
  without: ids(),
  /** Headcounts typed in by the reader, by report_id. */
  assume: amounts(),
};
