import { choice, ids } from "../param.ts";

export const threePublicParams = {
  /** Which part of 三公 is on top; ids are those of the item vocabulary without `three_public.`. */
  component: choice(["total", "overseas", "vehicle_purchase", "vehicle_operation", "reception"], "total"),
  /** The one budget that every completion on the screen is measured against. */
  base: choice(["adjusted_budget", "initial_budget", "budget"], "adjusted_budget"),
  /** The price that is ranked: a metric of the dictionary. */
  price: choice(
    [
      "reception.cost_per_visitor",
      "reception.visitors_per_visit",
      "vehicles.cost_per_vehicle",
      "per_staff.three_public",
    ],
    "reception.cost_per_visitor",
  ),
  agencies: ids(),
};
