import { choice, id, ids } from "../param.ts";

export const threePublicParams = {
  /** Which part of 三公 is on top; ids are those of the item vocabulary without `three_public.`. */
  component: choice(["total", "overseas", "vehicle_purchase", "vehicle_operation", "reception"], "total"),
  /** Which budget the completion is measured against. */
  base: choice(["initial_budget", "adjusted_budget", "budget"], "budget"),
  agencies: ids(),
  focus: id(null),
};
