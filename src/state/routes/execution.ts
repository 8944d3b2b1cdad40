import type { Basis } from "../../domain/status.ts";
import { choice, id, ids } from "../param.ts";

export const executionParams = {
  /** Which budget the rate divides by. */
  base: choice(["initial_budget", "adjusted_budget"], "initial_budget"),
  basis: choice(["comparable", "reported"] as const satisfies readonly Basis[], "comparable"),
  agencies: ids(),
  focus: id(null),
  sort: choice(["rate", "score", "budget"], "rate"),
};
