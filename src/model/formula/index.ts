export { FORMULA_MEASURES, LONGEST_FORMULA, measuresOf } from "./formula.ts";
export type { Formula, FormulaProblem, FormulaResult, FormulaTerm } from "./formula.ts";
export { FORMULA_NAMES } from "./names.ts";
export { parseFormula } from "./parse-formula.ts";
export { isUserMetric, LONGEST_NAME, unitOfSide, userMetricId, userMetricOf } from "./user-metric.ts";
export type { UserMetric, UserMetricResult, UserMetricText } from "./user-metric.ts";
