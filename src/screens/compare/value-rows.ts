import { containing } from "../../domain/items.ts";
import type { Basis, Denominator } from "../../domain/status.ts";
import { withAssumedHeadcount } from "../../model/assumption.ts";
import type { Metric } from "../../model/metrics/index.ts";
import type { AdjustmentsRow, MetricValuesRow } from "../../model/queries/index.ts";
import { assumptionKey } from "./choice.ts";
import type { Choice } from "./choice.ts";

/** One way to compute the metric on show. */
export interface Reading {
  readonly basis: Basis;
  readonly denominator: Denominator | null;
}

/** The rows of every reading, one per agency. */
export type RowsByReading = ReadonlyMap<string, readonly MetricValuesRow[]>;

export const readingKey = ({ basis, denominator }: Reading): string => `${basis}/${denominator ?? ""}`;

/**
 * One report per agency: that of the year asked for, else its latest.
 *
 * @param rows of one metric and kind of report, all readings.
 */
export function rowsByReading(
  rows: readonly MetricValuesRow[],
  choice: Pick<Choice, "year" | "agencies">,
): RowsByReading {
  const chosen = new Map<string, { year: number; report_id: string }>();
  for (const { agency_id, fiscal_year, report_id } of rows) {
    if (choice.agencies.size > 0 && !choice.agencies.has(agency_id)) continue;
    if (choice.year !== null && choice.year !== fiscal_year) continue;
    const known = chosen.get(agency_id);
    if (known === undefined || known.year < fiscal_year) chosen.set(agency_id, { year: fiscal_year, report_id });
  }
  return grouped(
    rows.filter((row) => chosen.get(row.agency_id)?.report_id === row.report_id),
    readingKey,
  );
}

/** Rows by a key, in their order. */
export function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** Whether a pass-through item lies within what the metric counts. */
export function touches(adjustment: AdjustmentsRow, metric: Metric): boolean {
  if (!adjustment.metric_groups.split(",").some((group) => group.trim() === metric.group)) return false;
  const reach: readonly string[] = [adjustment.item, ...containing(adjustment.item)];
  const within = (concept: string | null): boolean => concept !== null && reach.includes(concept);
  const { numerator, denominator } = metric.adjusts;
  return (
    (adjustment.side !== "denominator" && within(numerator)) || (adjustment.side !== "numerator" && within(denominator))
  );
}

/** Money that the comparable basis takes out of a report for this metric, and what that does. */
export interface PassThrough {
  readonly report_id: string;
  readonly items: readonly AdjustmentsRow[];
  readonly reported: MetricValuesRow;
  readonly comparable: MetricValuesRow;
  /** The reader left it in. All items of a report go together: for some of them there is no row in the model. */
  readonly keptIn: boolean;
}

/** The reports on show whose value differs between the bases because of the items listed. */
export function passThroughs(
  groups: RowsByReading,
  choice: Pick<Choice, "metric" | "denominator" | "without">,
  adjustments: readonly AdjustmentsRow[],
): PassThrough[] {
  const of = (basis: Basis) => groups.get(readingKey({ basis, denominator: choice.denominator })) ?? [];
  const comparable = new Map(of("comparable").map((row) => [row.report_id, row]));
  const touching = grouped(
    adjustments.filter((each) => touches(each, choice.metric)),
    (each) => each.report_id,
  );
  return of("reported").flatMap((reported) => {
    const items = touching.get(reported.report_id);
    const other = comparable.get(reported.report_id);
    if (items === undefined || other === undefined) return [];
    const differs = reported.numerator !== other.numerator || reported.denominator_value !== other.denominator_value;
    if (!differs) return [];
    const keptIn = items.every((each) => choice.without.has(each.adjustment_id));
    return [{ report_id: reported.report_id, items, reported, comparable: other, keptIn }];
  });
}

/**
 * The rows as the reader wants them: pass-through money left in where it is switched off, headcounts
 * filled in where none is disclosed. Both keep their mark: an assumed value moves nobody's median.
 */
export function shownRows(
  groups: RowsByReading,
  choice: Pick<Choice, "metric" | "basis" | "denominator" | "assumed">,
  passed: readonly PassThrough[],
  keptInNote: { readonly zh: string; readonly en: string },
): MetricValuesRow[] {
  const kept = new Map(passed.filter((each) => each.keptIn).map((each) => [each.report_id, each.reported]));
  return (groups.get(readingKey(choice)) ?? []).map((row) => {
    const reported = choice.basis === "comparable" ? kept.get(row.report_id) : undefined;
    const based: MetricValuesRow =
      reported === undefined
        ? row
        : {
            ...reported,
            basis: "comparable",
            note_zh: joined(keptInNote.zh, reported.note_zh, "；"),
            note_en: joined(keptInNote.en, reported.note_en, "; "),
          };
    const headcount = choice.assumed.get(assumptionKey(row.report_id, choice.denominator));
    return headcount === undefined || !canAssume(based, choice.metric)
      ? based
      : withAssumedHeadcount(based, choice.metric, headcount);
  });
}

/** Whether only the headcount is missing, so that a reader's number would give a value. */
export function canAssume(row: MetricValuesRow, metric: Metric): boolean {
  return metric.perStaff && row.value === null && row.numerator !== null && row.denominator_value === null;
}

function joined(first: string, second: string | null, by: string): string {
  return second === null ? first : `${first}${by}${second}`;
}

/** The first rows, and those around the focus: a chart is an answer, not a list of thousands. */
export function chartRows<Row>(rows: readonly Row[], isFocus: (row: Row) => boolean, most = 30): readonly Row[] {
  if (rows.length <= most) return rows;
  const around = 5;
  const focus = rows.findIndex(isFocus);
  const top = focus < 0 ? most : most - 2 * around - 1;
  return rows.filter((_, index) => index < top || (focus >= 0 && Math.abs(index - focus) <= around));
}
