import type { Basis, Denominator } from "../../domain/status.ts";
import { choice, id } from "../param.ts";

export const agencyParams = {
  /** null: the first agency of the data. */
  agency: id(null),
  /** The report shown; null: the latest final account. */
  report: id(null),
  basis: choice(["comparable", "reported"] as const satisfies readonly Basis[], "comparable"),
  denominator: choice(
    ["in_service", "in_service_plus_temporary", "establishment"] as const satisfies readonly Denominator[],
    "in_service",
  ),
};
