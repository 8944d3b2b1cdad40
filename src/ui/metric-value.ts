import { STATEMENTS } from "../domain/statements.ts";
import * as m from "../i18n/generated/messages.js";
import type { Format } from "../i18n/format.ts";
import { inLocale } from "../i18n/locale.ts";
import type { Locale } from "../i18n/locale.ts";
import { metricOf } from "../model/metrics/index.ts";
import type { Metric } from "../model/metrics/index.ts";
import type { UserMetric } from "../model/formula/user-metric.ts";
import type { MetricValuesRow } from "../model/queries/index.ts";
import type { UrlState } from "../state/url.svelte.ts";
import type { SourceCard, SourcePlace } from "./source-card.ts";
import { statusName } from "./status-text.ts";

/** What an agency is called on charts and in tables; rows of every query carry both names. */
export function agencyLabel(
  row: { readonly short_name: string; readonly name_en: string | null },
  locale: Locale,
): string {
  return locale === "en" ? (row.name_en ?? row.short_name) : row.short_name;
}

/** Decimals a value of this unit is printed with, money counted in 万元. */
export function decimalsOf(unit: string): number {
  if (unit.startsWith("万元")) return 2;
  // A count per count is seldom whole; a price in 元 is fine enough without decimals.
  return unit === "%" || (unit.includes("/") && !unit.startsWith("元")) ? 1 : 0;
}

/** A metric's formula in words, 本年支出合计 ÷ 人数; the reader's own is her text. */
export function formulaText(metric: Metric, locale: Locale): string {
  if ("text" in metric) return (metric as UserMetric).text.formula;
  const numerator = inLocale(locale, metric.numeratorName);
  if (metric.denominatorName === null) return numerator;
  const ratio = `${numerator} ÷ ${inLocale(locale, metric.denominatorName)}`;
  const times = metric.factor === 1 ? "" : ` × ${String(metric.factor)}`;
  return metric.shape === "change" ? `(${ratio} − 1)${times}` : `${ratio}${times}`;
}

/** Where the first input of a value is printed: the place a click on it leads to. */
export function placeOf(row: MetricValuesRow): SourcePlace | null {
  if (row.numerator_fact_id === null && row.denominator_fact_id === null) return null;
  if (row.numerator_fact_id === null) {
    return {
      report: row.denominator_report_id ?? row.report_id,
      line: row.denominator_line,
      fact: row.denominator_fact_id,
    };
  }
  return { report: row.report_id, line: row.numerator_line, fact: row.numerator_fact_id };
}

/** Where both inputs of a value are printed, for a citation. */
export function inputPlaces(row: MetricValuesRow): (SourcePlace | null)[] {
  const { denominator_report_id, denominator_line: line, denominator_fact_id: fact } = row;
  return [placeOf(row), fact === null ? null : { report: denominator_report_id ?? row.report_id, line, fact }];
}

/** The address of a printed place, for marks of a chart; null leads nowhere. */
export function hrefOf(url: UrlState, place: SourcePlace | null): string | null {
  if (place === null) return null;
  return url.href("source", {
    report: place.report,
    line: place.line ?? null,
    from: place.from ?? null,
    to: place.to ?? null,
    fact: place.fact ?? null,
  });
}

/**
 * What a metric's value says about itself on hover: formula, inputs as printed, status, n.
 *
 * @param metric where it may be a reader's own: from the registry; else that of the dictionary.
 */
export function cardOf(
  row: MetricValuesRow,
  format: Format,
  locale: Locale,
  n: number,
  metric: Metric | null = metricOf(row.metric_id),
): SourceCard {
  const unit = metric?.unit ?? "";
  const inputs = [
    { label: row.numerator_label, text: row.numerator_text, unit: row.numerator_unit_text },
    { label: row.denominator_label, text: row.denominator_text, unit: row.denominator_unit_text },
  ].flatMap(({ label, text, unit: printed }) =>
    text === null ? [] : [{ label: label ?? "", value: `${text} ${printed ?? ""}`.trim() }],
  );
  return {
    title: `${agencyLabel(row, locale)} · ${metric === null ? row.metric_id : inLocale(locale, metric)}`,
    value: row.value === null ? statusName(row.status, locale) : format.value(row.value, unit, decimalsOf(unit)),
    inputs,
    status: row.status,
    bias: row.bias,
    note: locale === "en" ? row.note_en : row.note_zh,
    n,
    ...(row.numerator_line === null
      ? {}
      : { where: placeText(row, row.numerator_statement ?? "", row.numerator_line, locale) }),
    ...(metric === null ? {} : { formula: formulaText(metric, locale) }),
  };
}

/** A printed place in words: «株洲 2020 决算 · 支出表 第 175 行». */
export function placeText(
  row: Pick<MetricValuesRow, "short_name" | "name_en" | "fiscal_year" | "report_kind">,
  statement: string,
  line: number,
  locale: Locale,
): string {
  const known = STATEMENTS.find(({ id }) => id === statement);
  const parts = {
    agency: agencyLabel(row, locale),
    year: row.fiscal_year,
    statement: known === undefined ? statement : inLocale(locale, known),
    line,
  };
  return row.report_kind === "final" ? m.place_final(parts) : m.place_budget(parts);
}

/** The card as plain text, for a mark of a chart. */
export function cardText(card: SourceCard): string {
  const inputs = (card.inputs ?? []).map(({ label, value }) => `${label} ${value}`);
  return [card.title, card.value, card.formula, ...inputs, card.note].filter((part) => part).join("\n");
}
