import Big from "big.js";
import {
  assumptionKey,
  canAssume,
  headcountNote,
  NOT_BORROWED,
  withAssumedHeadcount,
  withoutBorrowing,
  withReaderAdjustment,
} from "./assumption.ts";
import type { ReaderAdjustment } from "./assumption.ts";
import type { Metric } from "./metrics/index.ts";
import { concernsGroup, reachOf, sumTaken, takenBy, withTaken } from "./pass-through.ts";
import type { Taken } from "./pass-through.ts";
import type { AdjustmentsRow } from "./queries/adjustments.sql.ts";
import type { AgencyFiguresRow } from "./queries/agency-figures.sql.ts";
import type { HeadcountsRow } from "./queries/headcounts.sql.ts";
import type { MetricValuesRow } from "./queries/metric-values.sql.ts";

/** What a reader assumes and changes, as it acts on values: one set of rules for every screen. */
export interface ReaderRules {
  /** Pass-through items of the data, by report. */
  readonly items: ReadonlyMap<string, readonly AdjustmentsRow[]>;
  /** Those that the reader leaves in, by adjustment_id. */
  readonly without: readonly string[];
  /** Money that she takes out, by report. */
  readonly own: ReadonlyMap<string, readonly ReaderAdjustment[]>;
  /** Whether a headcount may be taken from another report of the agency. */
  readonly borrow: boolean;
  /** Headcounts by `assumptionKey`. */
  readonly assumed: ReadonlyMap<string, number>;
}

/** What an item of the data takes out of a row as reported; null where it lies outside the metric. */
export function takenByItem(
  row: Pick<MetricValuesRow, "numerator_measure" | "denominator_measure">,
  metric: Metric,
  item: AdjustmentsRow,
): Taken | null {
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

interface Touching {
  readonly item: AdjustmentsRow;
  readonly taken: Taken;
}

/** The items of the data that lie within a value as reported. */
function touchingItems(reported: MetricValuesRow, metric: Metric, { items }: ReaderRules): readonly Touching[] {
  return (items.get(reported.report_id) ?? []).flatMap((item) => {
    const taken = takenByItem(reported, metric, item);
    return taken === null ? [] : [{ item, taken }];
  });
}

/** Money, 万元, that the reader leaves in the two sides of a value on the comparable basis; null for none. */
export function leftIn(
  reported: MetricValuesRow,
  metric: Metric,
  rules: ReaderRules,
): { readonly numerator: number; readonly denominator: number } | null {
  const left = touchingItems(reported, metric, rules).filter(({ item }) => rules.without.includes(item.adjustment_id));
  if (left.length === 0) return null;
  const sum = sumTaken(left.map(({ taken }) => taken));
  return { numerator: sum.upper.toNumber(), denominator: sum.lower.toNumber() };
}

/** The items of the data that a value on the comparable basis holds because the reader leaves them in. */
export function itemsLeftIn(
  row: Pick<MetricValuesRow, "basis" | "report_id" | "numerator_measure" | "denominator_measure">,
  metric: Metric,
  { items, without }: Pick<ReaderRules, "items" | "without">,
): readonly AdjustmentsRow[] {
  if (row.basis !== "comparable" || without.length === 0) return [];
  return (items.get(row.report_id) ?? []).filter(
    (item) => without.includes(item.adjustment_id) && takenByItem(row, metric, item) !== null,
  );
}

/**
 * One value as the reader wants it, each step leaving its mark: pass-through items out or in, money
 * of her own out, no borrowed headcount, an assumed one in. As reported stays as reported, but for
 * the headcount.
 *
 * @param row on the basis asked for.
 * @param reported the same value as reported; only items left in need it.
 */
export function readerRow(
  row: MetricValuesRow,
  reported: MetricValuesRow | undefined,
  metric: Metric,
  rules: ReaderRules,
): MetricValuesRow {
  let result = row;
  if (row.basis === "comparable") {
    if (reported !== undefined && rules.without.length > 0) result = withItemsLeftIn(row, reported, metric, rules);
    for (const each of rules.own.get(row.report_id) ?? []) {
      const taken = takenByReader(result, metric, each);
      if (taken !== null) result = withReaderAdjustment(result, metric, taken, each);
    }
  }
  if (!rules.borrow) result = withoutBorrowing(result);
  const headcount = rules.assumed.get(assumptionKey(row.report_id, row.denominator));
  return headcount === undefined || !canAssume(result, metric)
    ? result
    : withAssumedHeadcount(result, metric, headcount);
}

function withItemsLeftIn(
  row: MetricValuesRow,
  reported: MetricValuesRow,
  metric: Metric,
  rules: ReaderRules,
): MetricValuesRow {
  const touching = touchingItems(reported, metric, rules);
  const left = touching.filter(({ item }) => rules.without.includes(item.adjustment_id));
  if (left.length === 0) return row;
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

/**
 * Values of any metrics and bases as the reader wants them, so that parts still add up to their
 * whole. Items left in act where the value as reported is among the rows.
 */
export function readerRows(
  rows: readonly MetricValuesRow[],
  metricOf: (id: string) => Metric | null,
  rules: ReaderRules,
): readonly MetricValuesRow[] {
  const key = (row: MetricValuesRow): string => `${row.report_id} ${row.metric_id} ${row.denominator ?? ""}`;
  const reported = new Map(
    rules.without.length === 0
      ? []
      : rows.filter((row) => row.basis === "reported").map((row) => [key(row), row] as const),
  );
  return rows.map((row) => {
    const metric = metricOf(row.metric_id);
    return metric === null ? row : readerRow(row, reported.get(key(row)), metric, rules);
  });
}

/** Headcounts as the reader wants them: none borrowed where she says so, hers where none is disclosed. */
export function readerHeadcounts(
  rows: readonly HeadcountsRow[],
  { borrow, assumed }: ReaderRules,
): readonly HeadcountsRow[] {
  return rows.map((row) => {
    const own =
      borrow || row.status !== "borrowed"
        ? row
        : { ...row, value: null, lo: null, hi: null, source_report_id: null, fact_id: null, ...NOT_BORROWED };
    const n = assumed.get(assumptionKey(row.report_id, row.denominator));
    if (n === undefined || own.value !== null) return own;
    const note = headcountNote(n);
    return { ...own, value: n, lo: n, hi: n, status: "assumed", bias: null, note_zh: note.zh, note_en: note.en };
  });
}

/** Money, 万元, that is taken out of a report's own figure on the comparable basis. */
export interface TakenOut {
  /** Pass-through items of the data, but for those left in. */
  readonly passed: number;
  /** What the reader takes out besides. */
  readonly own: number;
}

/** What is taken out of a figure of a report, as of 人均 metrics. */
export function takenOut(figure: AgencyFiguresRow, rules: ReaderRules | null): TakenOut {
  if (rules === null) return { passed: figure.pass_through, own: 0 };
  const left = (rules.items.get(figure.report_id) ?? []).filter(
    (item) =>
      rules.without.includes(item.adjustment_id) &&
      item.side !== "denominator" &&
      item.measure === figure.measure &&
      concernsGroup(item.metric_groups, "per_staff") &&
      figure.code === null &&
      reachOf(item.item).includes(figure.item),
  );
  const own = (rules.own.get(figure.report_id) ?? []).filter(
    ({ side, concept }) => side !== "denominator" && reachOf(concept).includes(figure.code ?? figure.item),
  );
  const sum = (amounts: readonly (string | number)[]): Big =>
    amounts.reduce<Big>((total, amount) => total.plus(amount), new Big(0));
  return {
    passed: new Big(figure.pass_through).minus(sum(left.map((item) => item.amount_wan))).toNumber(),
    own: sum(own.map(({ amount }) => amount)).toNumber(),
  };
}
