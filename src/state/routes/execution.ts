import type { Basis } from "../../domain/status.ts";
import { choice, id, ids } from "../param.ts";

export const executionParams = {
  /** Which budget the rate divides by. */
  base: choice(["initial_budget", "adjusted_budget"], "initial_budget"),
  basis: choice(["comparable", "reported"] as const satisfies readonly Basis[], "comparable"),
  /** What the stages are drawn as: parts of the base, or amounts. */
  show: choice(["percent", "amount"], "percent"),
  sort: choice(["miss", "rate", "amount", "agency"], "miss"),
  agencies: ids(),
  /** The agency whose function items are shown; null: the one that missed its budget most. */
  focus: id(null),
  /** How projects are ranked. */
  projects: choice(["rate", "score", "gap"], "rate"),
};
