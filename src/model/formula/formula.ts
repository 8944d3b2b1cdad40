import type { ItemId } from "../../domain/items.ts";
import type { MeasureId } from "../../domain/measures.ts";
import type { ReportKind } from "../../domain/statements.ts";
import type { InputName } from "../metrics/metric.ts";

/** One figure of a reader's formula. */
export interface FormulaTerm {
  readonly sign: 1 | -1;
  readonly item: ItemId;
  /** Economic or function class; null for the item as a whole. */
  readonly code: string | null;
  /** As asked for with `@`; null: what was spent, or counted, and in a budget what is planned. */
  readonly measure: MeasureId | null;
  readonly unit: string;
  readonly name: InputName;
}

/** A reader's formula, understood: sums of figures, one division at most. */
export interface Formula {
  readonly numerator: readonly FormulaTerm[];
  /** `staff`: the headcount selected on screen; null: nothing, the sum itself is the value. */
  readonly denominator: readonly FormulaTerm[] | "staff" | null;
}

/** Why a formula cannot be understood; the place is a span of its text, 0-based, `to` exclusive. */
export interface FormulaProblem {
  readonly kind:
    | "empty"
    | "too_long"
    | "too_many_terms"
    | "unknown_character"
    | "unknown_name"
    | "unknown_code"
    | "unknown_measure"
    | "expected_name"
    | "expected_operator"
    | "needs_parentheses"
    | "unclosed"
    | "second_division"
    | "mixed_units"
    | "staff_alone";
  readonly from: number;
  readonly to: number;
  /** What stands there. */
  readonly text: string;
}

export type FormulaResult =
  { readonly ok: true; readonly formula: Formula } | { readonly ok: false; readonly problem: FormulaProblem };

export const LONGEST_FORMULA = 300;
export const MOST_TERMS = 12;

/** Columns that a formula may ask for: amounts in the item’s own unit, no rates. */
export const FORMULA_MEASURES = [
  "final",
  "budget",
  "initial_budget",
  "adjusted_budget",
  "executed",
  "prior_final",
  "prior_budget",
  "change",
  "budget_change",
  "actual",
  "score",
] as const satisfies readonly MeasureId[];

/** The columns a figure is looked for in, in order, where the formula names none. */
const USUAL_MEASURES = {
  final: ["final", "actual", "score"],
  budget: ["budget", "initial_budget"],
} as const satisfies Readonly<Record<ReportKind, readonly MeasureId[]>>;

/** The columns one term may be fed from in a kind of report, in order. */
export function measuresOf(term: FormulaTerm, kind: ReportKind): readonly MeasureId[] {
  return term.measure === null ? USUAL_MEASURES[kind] : [term.measure];
}
