import { itemOf } from "../../domain/items.ts";
import type { ItemId } from "../../domain/items.ts";
import type { Format } from "../../i18n/format.ts";
import * as m from "../../i18n/generated/messages.js";
import { inLocale } from "../../i18n/locale.ts";
import type { Locale } from "../../i18n/locale.ts";
import { metricOf } from "../../model/metrics/index.ts";
import { BASES } from "../../model/metrics/ways.ts";
import { agencyLabel } from "../../ui/metric-value.ts";
import type { SourceCard, SourcePlace } from "../../ui/source-card.ts";
import { statusName } from "../../ui/status-text.ts";
import type { Base, Completion } from "./completion.ts";
import type { Component, PRICES } from "./three-public.svelte.ts";

export const COMPONENT_NAMES = {
  total: m.three_public_component_total,
  overseas: m.three_public_component_overseas,
  vehicle_purchase: m.three_public_component_vehicle_purchase,
  vehicle_operation: m.three_public_component_vehicle_operation,
  reception: m.three_public_component_reception,
} as const satisfies Record<Component, () => string>;

export const BASE_NAMES = {
  adjusted_budget: m.three_public_base_adjusted_budget,
  initial_budget: m.three_public_base_initial_budget,
  budget: m.three_public_base_budget,
} as const satisfies Record<Base, () => string>;

export const PRICE_NAMES = {
  "reception.cost_per_visitor": m.three_public_price_visitor,
  "reception.visitors_per_visit": m.three_public_price_group,
  "vehicles.cost_per_vehicle": m.three_public_price_vehicle,
  "per_staff.three_public": m.three_public_price_staff,
} as const satisfies Record<(typeof PRICES)[number], () => string>;

/** The full name of a budget, as the metrics print it. */
export function baseName(base: Base, locale: Locale): string {
  return inLocale(locale, BASES[base]);
}

/** The component as the name of a chart, which is read where nothing else says 三公. */
export function chartSubject(component: Component, locale: Locale): string {
  return inLocale(locale, itemOf(`three_public.${component}` satisfies ItemId));
}

/** The component in running text: «“三公”», «公务接待费». */
export function subjectName(component: Component, locale: Locale): string {
  if (component === "total") return m.three_public_subject_total();
  const item: ItemId = `three_public.${component}`;
  const { zh, en } = itemOf(item);
  return locale === "en" ? en.toLocaleLowerCase("en") : zh;
}

export function budgetPlace(line: Completion): SourcePlace | null {
  return line.budget_fact_id === null
    ? null
    : { report: line.row.report_id, line: line.budget_line, fact: line.budget_fact_id };
}

export function finalPlace({ row }: Completion): SourcePlace | null {
  return row.final_fact_id === null ? null : { report: row.report_id, line: row.final_line, fact: row.final_fact_id };
}

export function statedPlace({ row }: Completion): SourcePlace | null {
  return row.stated_fact_id === null
    ? null
    : { report: row.report_id, line: row.stated_line, fact: row.stated_fact_id };
}

/** Decimals that a value of the data has, at most three: what is quoted is quoted as printed. */
export function printedDecimals(value: number): number {
  return Math.min(3, String(value).split(".")[1]?.length ?? 0);
}

/** Why a completion has its status, in words; null where there is nothing to say. */
export function completionNote(line: Completion, format: Format, locale: Locale): string | null {
  const { row, budget, base } = line;
  const stated = row.stated_completion;
  switch (line.status) {
    case "contradicted":
      return stated === null || line.rate === null
        ? null
        : m.three_public_note_contradicted({
            stated: format.percent(stated, printedDecimals(stated)),
            rate: format.percent(line.rate),
          });
    case "undefined":
      return m.three_public_note_zero({ final: format.number(row.final ?? 0, printedDecimals(row.final ?? 0)) });
    case "unclear_basis":
      return stated === null
        ? null
        : m.three_public_note_unclear({ stated: format.percent(stated, printedDecimals(stated)) });
    case "undisclosed":
      return row.final === null
        ? m.three_public_note_no_final()
        : budget === null
          ? m.three_public_note_no_budget({ base: baseName(base, locale) })
          : null;
    default:
      return null;
  }
}

/** What a completion says about itself on hover. */
export function completionCard(line: Completion, format: Format, locale: Locale): SourceCard {
  const { row } = line;
  const component = locale === "en" ? row.component_en : row.component_zh;
  const inputs = [
    { label: m.three_public_final(), value: row.final },
    { label: baseName(line.base, locale), value: line.budget },
  ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value: format.money(value, 2) }]));
  return {
    title: `${agencyLabel(row, locale)} · ${component} · ${m.three_public_completion()}`,
    value: line.rate === null ? statusName(line.status, locale) : format.percent(line.rate),
    formula: metricOf("three_public.completion")?.formula ?? "",
    inputs,
    status: line.status,
    note: completionNote(line, format, locale),
  };
}

/** An amount with its name and year. */
export function amountCard(line: Completion, which: "final" | "budget", format: Format, locale: Locale): SourceCard {
  const { row } = line;
  const component = locale === "en" ? row.component_en : row.component_zh;
  const value = which === "final" ? row.final : line.budget;
  const name = which === "final" ? m.three_public_final() : baseName(line.base, locale);
  return {
    title: `${agencyLabel(row, locale)} ${String(row.fiscal_year)} · ${component} · ${name}`,
    ...(value === null ? {} : { value: format.money(value, printedDecimals(value)) }),
  };
}
