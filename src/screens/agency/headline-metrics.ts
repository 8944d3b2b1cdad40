/** What the page of an agency sets against the others; every other metric is a link away. */
export const HEADLINE_METRICS = [
  "per_staff.total",
  "per_staff.basic",
  "per_staff.personnel",
  "per_staff.operating",
  "per_staff.wages",
  "structure.project_share",
  "structure.operating_share",
  "execution.final_to_initial",
  "execution.final_to_adjusted",
  "three_public.final",
  "three_public.completion",
  "reception.cost_per_visitor",
  "vehicles.cost_per_vehicle",
  "procurement.sme_share",
  "performance.self_score",
] as const;
