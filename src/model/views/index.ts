import { adjustmentEffectView } from "./adjustment-effect.sql.ts";
import { doubtView } from "./doubt.sql.ts";
import { economicClassView } from "./economic-class.sql.ts";
import { executionView } from "./execution.sql.ts";
import { functionClassView } from "./function-class.sql.ts";
import { headcountView } from "./headcount.sql.ts";
import { inputView } from "./input.sql.ts";
import { itemView } from "./item.sql.ts";
import { measureView } from "./measure.sql.ts";
import { mergerView } from "./merger.sql.ts";
import { metricInputView } from "./metric-input.sql.ts";
import { metricValueSourceView } from "./metric-value-source.sql.ts";
import { metricValueView } from "./metric-value.sql.ts";
import { metricWayView } from "./metric-way.sql.ts";
import { metricView } from "./metric.sql.ts";
import { performanceView } from "./performance.sql.ts";
import { quantityView } from "./quantity.sql.ts";
import { staffDenominatorView } from "./staff-denominator.sql.ts";
import { threePublicView } from "./three-public.sql.ts";
import type { ModelView } from "./view.ts";

/** All views in the order in which they can be created: each reads only those before it. */
export const VIEWS: readonly ModelView[] = [
  itemView,
  measureView,
  metricView,
  metricWayView,
  doubtView,
  mergerView,
  performanceView,
  inputView,
  quantityView,
  headcountView,
  staffDenominatorView,
  adjustmentEffectView,
  metricInputView,
  metricValueSourceView,
  metricValueView,
  threePublicView,
  executionView,
  economicClassView,
  functionClassView,
];

export type { EconomicClassViewRow } from "./economic-class.sql.ts";
export type { ExecutionViewRow } from "./execution.sql.ts";
export type { FunctionClassViewRow } from "./function-class.sql.ts";
export type { HeadcountViewRow } from "./headcount.sql.ts";
export type { InputRow } from "./input.sql.ts";
export type { MetricInputRow } from "./metric-input.sql.ts";
export type { MetricValueSourceRow } from "./metric-value-source.sql.ts";
export type { PerformanceViewRow } from "./performance.sql.ts";
export type { StaffDenominatorRow } from "./staff-denominator.sql.ts";
export type { ThreePublicViewRow } from "./three-public.sql.ts";
export type { ModelView, ViewColumn } from "./view.ts";
