import type { MeasureId } from "../../domain/measures.ts";
import type { ReportKind } from "../../domain/statements.ts";
import type { UnitKind } from "./lead.ts";
import type { State } from "./state.ts";
import type { Subject } from "./subject.ts";
import type { Measured } from "./words.ts";

/** The figure's column where its own words leave it open. */
export interface MeasureContext {
  readonly kind: UnitKind;
  readonly reportKind: ReportKind;
  readonly fiscalYear: number;
  readonly subject: Subject | undefined;
  /** The rest of the sentence behind the figure. */
  readonly following: string;
  /** The heading above. */
  readonly heading: string;
}

/** «二、2021年“三公”经费决算情况» in a budget: what is told below was spent, not budgeted. */
const OF_FINALS = /决算|执行情况/;

/** «涉及预算金额22086万元», «共涉及资金530万元»: what was budgeted for the projects evaluated. */
const EVALUATED_BUDGET = /涉及.{0,8}(?:资金|金额)/;
/** «2023年计划购置公务用车1辆» in the final account of 2022. */
const PLANNED = /^(?:拟|计划|预计|预算)|(?:拟|计划|预计|预算安排)(?=购|新增|配|更新)/;
const isPlanned = ({ rest }: Measured, { subject }: MeasureContext): boolean =>
  PLANNED.test(rest) || (subject?.item?.endsWith("vehicle_purchase") === true && PLANNED.test(subject.label));

/** «预算收入2315.6万元，其中年初预算2200.1万元，调整追加115.5万元»: the adjusted budget. */
const MADE_OF_ADJUSTMENTS = /^[^。]{0,12}年初预算[^。]{0,24}(?:调整|追加|追减)/;

/** «年初预算1372.45万元，调整追加112.35万元»: the difference between two budgets. */
const ADJUSTMENT = /^(?:年中|中期)?(?:预算)?(?:调整)?(?:追加|追减|调增|调减)(?:预算)?$/;

/** The measure of a figure: its words, else its unit, the breakdown it stands in, the report's kind. */
export function measureOf(reading: Measured, state: State, context: MeasureContext): MeasureId {
  const { kind } = context;
  const isPrior = state.year !== null && state.year < context.fiscalYear && !state.asOf;
  const isNext = context.reportKind === "final" && !state.asOf && (state.year ?? 0) > context.fiscalYear;
  if (isNext && reading.words === "" && isPlanned(reading, context)) return "budget";
  if (kind === "money" && EVALUATED_BUDGET.test(`${reading.rest}${reading.words}`)) return "budget";
  if (reading.words === "") {
    const measure = unspoken(reading, state, context);
    if (!isPrior) return measure;
    const isSpent = measure === "budget" && OF_FINALS.test(context.heading) && !context.heading.includes("预算");
    return priorOf(isSpent ? "final" : measure);
  }
  if (reading.measure === "final") return kind === "percent" ? "actual" : isPrior ? "prior_final" : "final";
  if (reading.measure === "executed" && context.subject?.item !== "project") {
    // «2025年当年预算执行数为3.39万元» in the budget of 2026: what was spent the year before.
    if (isPrior) return "prior_final";
    if (/实际/.test(reading.words)) return ownMeasure(context);
  }
  // «收入预算3256万元，比2021年3108万元增加»: a budget stands beside the budget of the year before.
  if (reading.measure === "prior_final" && context.reportKind === "budget" && !/决算|执行|实际/.test(reading.words)) {
    return "prior_budget";
  }
  if (reading.measure !== "budget") return reading.measure;
  if (isPrior) return "prior_budget";
  return MADE_OF_ADJUSTMENTS.test(context.following) ? "adjusted_budget" : "budget";
}

function ownMeasure({ reportKind }: MeasureContext): MeasureId {
  return reportKind === "budget" ? "budget" : "final";
}

function priorOf(measure: MeasureId): MeasureId {
  if (measure === "budget") return "prior_budget";
  return measure === "final" ? "prior_final" : measure;
}

/** A figure beside a bare name: 基本支出301.43万元, 参保率100%, 得9分. */
function unspoken(reading: Measured, state: State, context: MeasureContext): MeasureId {
  if (context.kind === "percent") return /^完成/.test(context.following) ? "completion_rate" : "actual";
  if (context.kind === "points") return "score";
  if (context.kind === "money") {
    if (context.subject?.item === "project") return /追加|预算/.test(reading.rest) ? "budget" : "executed";
    if (ADJUSTMENT.test(reading.rest)) return "budget_change";
    const inherited = state.wholes.at(-1)?.measure ?? null;
    if (inherited !== null) return inherited;
  }
  return ownMeasure(context);
}
