import { withAssumedHeadcount, withoutBorrowing, withReaderAdjustment } from "../../model/assumption.ts";
import type { Metric } from "../../model/metrics/index.ts";
import { sumTaken, takenBy, withTaken } from "../../model/pass-through.ts";
import type { Taken } from "../../model/pass-through.ts";
import type { AdjustmentsRow, MetricValuesRow } from "../../model/queries/index.ts";
import type { ReaderAdjustment } from "../../state/reader-adjustments.ts";
import { assumptionKey } from "./choice.ts";
import type { Choice } from "./choice.ts";
import { canAssume, grouped, readingKey } from "./value-rows.ts";
import type { Reading, RowsByReading } from "./value-rows.ts";

/** The choices of a reader that change values. */
export type ReaderChoice = Pick<Choice, "without" | "own" | "borrow" | "assumed" | "year">;

/** What is done to each report's values, by report; made once per choice. */
export interface ReaderRules {
  readonly choice: ReaderChoice;
  readonly items: ReadonlyMap<string, readonly AdjustmentsRow[]>;
  readonly own: ReadonlyMap<string, readonly ReaderAdjustment[]>;
}

export function readerRules(choice: ReaderChoice, adjustments: readonly AdjustmentsRow[]): ReaderRules {
  return {
    choice,
    items: grouped(adjustments, (each) => each.report_id),
    own: grouped(choice.own, (each) => each.report_id),
  };
}

/** What an item of the data takes out of a row as reported; null where it lies outside the metric. */
export function takenByItem(row: MetricValuesRow, metric: Metric, item: AdjustmentsRow): Taken | null {
  return takenBy(row, metric, {
    side: item.side,
    concept: item.item,
    amount: item.amount_wan,
    half_unit: item.half_unit,
    measure: item.measure,
    groups: item.metric_groups,
  });
}

/** What a reader's own item takes out; null where it lies outside the metric. */
export function takenByReader(row: MetricValuesRow, metric: Metric, own: ReaderAdjustment): Taken | null {
  return takenBy(row, metric, {
    side: own.side,
    concept: own.concept,
    amount: own.amount,
    half_unit: 0,
    measure: null,
    groups: null,
  });
}

/**
 * One value as the reader wants it, each step leaving its mark: pass-through items out or in, money
 * of her own out, no borrowed headcount, an assumed one in. As reported stays as reported, but for
 * the headcount.
 *
 * @param row on the basis asked for.
 * @param reported the same value as reported; absent where the basis is the reported one.
 */
function readerRow(
  row: MetricValuesRow,
  reported: MetricValuesRow | undefined,
  metric: Metric,
  { choice, items, own }: ReaderRules,
): MetricValuesRow {
  let result = row;
  if (row.basis === "comparable" && reported !== undefined) {
    const touching = (items.get(row.report_id) ?? []).flatMap((item) => {
      const taken = takenByItem(reported, metric, item);
      return taken === null ? [] : [{ item, taken }];
    });
    const left = touching.filter(({ item }) => choice.without.has(item.adjustment_id));
    if (left.length > 0) result = keptIn(row, reported, metric, touching, left);
    for (const each of own.get(row.report_id) ?? []) {
      const taken = takenByReader(result, metric, each);
      if (taken !== null) result = withReaderAdjustment(result, metric, taken, ownNote(each));
    }
  }
  if (!choice.borrow) result = withoutBorrowing(result);
  if (choice.year !== null && row.fiscal_year !== choice.year) result = standIn(result, choice.year);
  const headcount = choice.assumed.get(assumptionKey(row.report_id, row.denominator));
  return headcount === undefined || !canAssume(result, metric)
    ? result
    : withAssumedHeadcount(result, metric, headcount);
}

interface Touching {
  readonly item: AdjustmentsRow;
  readonly taken: Taken;
}

function keptIn(
  row: MetricValuesRow,
  reported: MetricValuesRow,
  metric: Metric,
  touching: readonly Touching[],
  left: readonly Touching[],
): MetricValuesRow {
  const out = touching.filter((each) => !left.includes(each));
  const computed = withTaken(
    { ...reported, basis: "comparable" as const },
    metric,
    sumTaken(out.map(({ taken }) => taken)),
  );
  const names = (list: readonly Touching[], language: "zh" | "en"): string =>
    list.map(({ item }) => (language === "zh" ? item.label_zh : item.label_en)).join(language === "zh" ? "、" : ", ");
  const zh = `读者选择不剔除：${names(left, "zh")}`;
  const en = `left in by the reader: ${names(left, "en")}`;
  const zhOut = out.length === 0 ? null : `已剔除：${names(out, "zh")}`;
  const enOut = out.length === 0 ? null : `taken out: ${names(out, "en")}`;
  return {
    ...computed,
    fact_ids: row.fact_ids,
    note_zh: [zh, zhOut, reported.note_zh].filter((text) => text !== null).join("；"),
    note_en: [en, enOut, reported.note_en].filter((text) => text !== null).join("; "),
  };
}

/** The reason in the reader's own words, in both languages the same. */
function ownNote({ amount, reason }: ReaderAdjustment): { zh: string; en: string } {
  const isIn = amount.startsWith("-");
  const size = amount.replace("-", "");
  const because = reason === "" ? "" : reason;
  return {
    zh: `用户调整：${isIn ? "计入" : "剔除"} ${size} 万元${because === "" ? "" : `（${because}）`}`,
    en: `reader’s adjustment: ${size} ¥10k ${isIn ? "put in" : "taken out"}${because === "" ? "" : ` (${because})`}`,
  };
}

function standIn(row: MetricValuesRow, wanted: number): MetricValuesRow {
  const zh = `取 ${String(row.fiscal_year)} 年，${String(wanted)} 年没有报告`;
  const en = `of ${String(row.fiscal_year)}: there is no report of ${String(wanted)}`;
  return {
    ...row,
    note_zh: row.note_zh === null ? zh : `${zh}；${row.note_zh}`,
    note_en: row.note_en === null ? en : `${en}; ${row.note_en}`,
  };
}

/** Every reading as the reader wants it: switches and assumptions reach all that is made of values. */
export function readerGroups(raw: RowsByReading, metric: Metric, rules: ReaderRules): RowsByReading {
  return new Map(
    [...raw].map(([key, rows]) => {
      const asReported = readingKey({ basis: "reported", denominator: rows[0]?.denominator ?? null });
      const reported = new Map((raw.get(asReported) ?? []).map((row) => [row.report_id, row]));
      return [key, rows.map((row) => readerRow(row, reported.get(row.report_id), metric, rules))];
    }),
  );
}

/** Rows of several metrics in one reading as the reader wants them, so that parts still add up to their whole. */
export function readerParts(
  rows: readonly MetricValuesRow[],
  { basis, denominator }: Reading,
  metricOf: (id: string) => Metric | null,
  rules: ReaderRules,
): MetricValuesRow[] {
  const key = (row: MetricValuesRow): string => `${row.report_id} ${row.metric_id} ${row.denominator ?? ""}`;
  const reported = new Map(rows.filter((row) => row.basis === "reported").map((row) => [key(row), row]));
  return rows
    .filter((row) => row.basis === basis && (row.denominator === null || row.denominator === denominator))
    .map((row) => {
      const metric = metricOf(row.metric_id);
      return metric === null ? row : readerRow(row, reported.get(key(row)), metric, rules);
    });
}
