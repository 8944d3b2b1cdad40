import type { PassThroughMoney } from "../../compare/index.ts";
import type { Metric } from "../../model/metrics/index.ts";
import { sumTaken, withTaken } from "../../model/pass-through.ts";
import type { Taken } from "../../model/pass-through.ts";
import type { AdjustmentsRow, MetricValuesRow } from "../../model/queries/index.ts";
import type { ReaderAdjustment } from "../../model/assumption.ts";
import { takenByItem, takenByReader } from "../../model/reader-rules.ts";
import type { ReaderRules } from "../../model/reader-rules.ts";

/** One item that lies within the metric, with what it does to the value as reported. */
export interface ListedItem {
  readonly item: AdjustmentsRow;
  readonly taken: Taken;
  /** The reader left it in. */
  readonly keptIn: boolean;
  /** value without it − value as reported, in the metric's unit; null where there is no value. */
  readonly effect: number | null;
}

/** One adjustment of the reader's own. */
export interface OwnItem {
  readonly own: ReaderAdjustment;
  /** null: it lies outside this metric. */
  readonly effect: number | null;
  readonly applies: boolean;
}

/** Money that the comparable basis takes out of a report for this metric, and what that does. */
export interface PassThrough {
  readonly report_id: string;
  readonly items: readonly ListedItem[];
  readonly own: readonly OwnItem[];
  readonly reported: MetricValuesRow;
  /** With the reader's switches and adjustments; on the reported basis the same as `reported`. */
  readonly shown: MetricValuesRow;
  /** 万元 that either side of the value on show still contains. */
  readonly inside: PassThroughMoney;
}

/**
 * The reports on show that hold money handed on, or money the reader takes out.
 *
 * @param reported the values as reported, `shown` the same as the reader wants them.
 * @param items of the data, by report.
 */
export function passThroughs(
  reported: readonly MetricValuesRow[],
  shown: readonly MetricValuesRow[],
  metric: Metric,
  items: ReadonlyMap<string, readonly AdjustmentsRow[]>,
  rules: Pick<ReaderRules, "without" | "own"> | null,
): PassThrough[] {
  const byReport = new Map(shown.map((row) => [row.report_id, row]));
  return reported.flatMap((row) => {
    const now = byReport.get(row.report_id);
    if (now === undefined) return [];
    const listed = (items.get(row.report_id) ?? []).flatMap((item): ListedItem[] => {
      const taken = takenByItem(row, metric, item);
      const keptIn = rules?.without.includes(item.adjustment_id) ?? false;
      return taken === null ? [] : [{ item, taken, keptIn, effect: effectOf(row, metric, taken) }];
    });
    const added = (rules?.own.get(row.report_id) ?? []).map((each): OwnItem => {
      const taken = takenByReader(row, metric, each);
      return { own: each, applies: taken !== null, effect: taken === null ? null : effectOf(row, metric, taken) };
    });
    if (listed.length === 0 && added.length === 0) return [];
    const isReported = now.basis === "reported";
    const left = sumTaken(listed.filter((each) => isReported || each.keptIn).map(({ taken }) => taken));
    const inside = { numerator: left.upper.toNumber(), denominator: left.lower.toNumber() };
    return [{ report_id: row.report_id, items: listed, own: added, reported: row, shown: now, inside }];
  });
}

function effectOf(row: MetricValuesRow, metric: Metric, taken: Taken): number | null {
  const { value } = withTaken(row, metric, taken);
  return value === null || row.value === null ? null : value - row.value;
}
