import Big from "big.js";
import type { ExecutionFunctionsRow, ExecutionStagesRow, MetricValuesRow } from "../../model/queries/index.ts";
import type { ReaderRules } from "../../model/reader-rules.ts";

/** The metrics that the stages of a year are made of. */
export const STAGE_METRICS = [
  "execution.final_to_initial",
  "execution.final_to_adjusted",
  "execution.adjusted_to_initial",
  "execution.final",
] as const;

/**
 * The stages on the comparable basis as the reader wants them.
 *
 * @param values of `STAGE_METRICS`, as the reader wants them, of the reports that she changes.
 */
export function assumedStages(
  rows: readonly ExecutionStagesRow[],
  values: readonly MetricValuesRow[],
): readonly ExecutionStagesRow[] {
  if (values.length === 0) return rows;
  const byKey = new Map(values.map((row) => [`${row.report_id} ${row.metric_id}`, row]));
  return rows.map((row) => {
    const of = (metric: (typeof STAGE_METRICS)[number]): MetricValuesRow | undefined =>
      row.basis === "comparable" ? byKey.get(`${row.report_id} ${metric}`) : undefined;
    const [toInitial, toAdjusted, added, spent] = STAGE_METRICS.map(of);
    if (!toInitial || !toAdjusted || !added || !spent) return row;
    const final = toInitial.numerator ?? toAdjusted.numerator ?? spent.numerator;
    const initial = toInitial.denominator_value;
    return {
      ...row,
      initial,
      adjusted: toAdjusted.denominator_value,
      final,
      final_to_initial: toInitial.value,
      final_to_initial_status: toInitial.status,
      final_to_initial_note_zh: toInitial.note_zh,
      final_to_initial_note_en: toInitial.note_en,
      final_to_adjusted: toAdjusted.value,
      final_to_adjusted_status: toAdjusted.status,
      final_to_adjusted_note_zh: toAdjusted.note_zh,
      final_to_adjusted_note_en: toAdjusted.note_en,
      adjusted_to_initial: added.value,
      adjusted_to_initial_status: added.status,
      excluded_final: moved(row.excluded_final, row.final, final),
      excluded_initial: moved(row.excluded_initial, row.initial, initial),
    };
  });
}

/** What is taken out now that `before` has become `now`. */
function moved(excluded: number, before: number | null, now: number | null): number {
  return before === null || now === null ? excluded : new Big(excluded).plus(before).minus(now).toNumber();
}

/** Function items with the pass-through money that the reader leaves in them; her own money names no item. */
export function assumedFunctions(
  rows: readonly ExecutionFunctionsRow[],
  rules: ReaderRules | null,
): readonly ExecutionFunctionsRow[] {
  if (rules === null || rules.without.length === 0) return rows;
  return rows.map((row) => {
    const left = (rules.items.get(row.report_id) ?? []).filter(
      ({ adjustment_id, measure, code }) =>
        rules.without.includes(adjustment_id) && measure === "final" && (code?.startsWith(row.code) ?? false),
    );
    if (left.length === 0) return row;
    const excluded = left.reduce((sum, item) => sum.minus(item.amount_wan), new Big(row.excluded_final)).toNumber();
    const isRate = row.final !== null && row.initial !== null && row.initial !== 0;
    const rate = isRate ? (100 * new Big(row.final ?? 0).minus(excluded).toNumber()) / (row.initial ?? 1) : null;
    return { ...row, excluded_final: excluded, comparable_to_initial: rate };
  });
}
