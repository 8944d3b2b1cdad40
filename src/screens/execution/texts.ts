import type { Basis } from "../../domain/status.ts";
import type { Format } from "../../i18n/format.ts";
import * as m from "../../i18n/generated/messages.js";
import { inLocale } from "../../i18n/locale.ts";
import type { Locale } from "../../i18n/locale.ts";
import { metricOf } from "../../model/metrics/index.ts";
import { BASES } from "../../model/metrics/ways.ts";
import { agencyLabel } from "../../ui/metric-value.ts";
import type { SourceCard, SourcePlace } from "../../ui/source-card.ts";
import { statusName } from "../../ui/status-text.ts";
import type { FunctionLine } from "./function-line.ts";
import type { Base, StageLine } from "./stage-line.ts";

export const BASE_NAMES = {
  initial_budget: m.execution_base_initial_budget,
  adjusted_budget: m.execution_base_adjusted_budget,
} as const satisfies Record<Base, () => string>;

export const BASIS_NAMES = {
  comparable: m.basis_comparable,
  reported: m.basis_reported,
} as const satisfies Record<Basis, () => string>;

/** The metric that holds the final against a base. */
export const RATE_METRICS = {
  initial_budget: "execution.final_to_initial",
  adjusted_budget: "execution.final_to_adjusted",
} as const satisfies Record<Base, string>;

export function baseName(base: Base, locale: Locale): string {
  return inLocale(locale, BASES[base]);
}

export function otherBasis(basis: Basis): Basis {
  return basis === "comparable" ? "reported" : "comparable";
}

/** Decimals that a value of the data has, at most three: what is quoted is quoted as printed. */
export function printedDecimals(value: number): number {
  return Math.min(3, String(value).split(".")[1]?.length ?? 0);
}

/** Parts of a list as running text. */
export function listText(parts: readonly string[], locale: Locale): string {
  return parts.join(locale === "zh" ? "、" : ", ");
}

/** A place in a report, or null where the fact is not known. */
export function factPlace(report: string, fact: string | null, line: number | null = null): SourcePlace | null {
  return fact === null ? null : { report, line, fact };
}

export function finalPlace({ row }: StageLine): SourcePlace | null {
  return factPlace(row.report_id, row.final_fact_id, row.final_line);
}

export function budgetPlace(line: StageLine): SourcePlace | null {
  return factPlace(line.row.report_id, line.budget_fact_id, line.budget_line);
}

export function statedPlace({ row }: StageLine): SourcePlace | null {
  return factPlace(row.report_id, row.stated_fact_id, row.stated_line);
}

/** Note of a line's rate in the reader's language. */
export function noteOf(line: StageLine, locale: Locale): string | null {
  return locale === "en" ? line.note_en : line.note_zh;
}

/** What a rate says about itself on hover. */
export function rateCard(line: StageLine, format: Format, locale: Locale, n: number): SourceCard {
  const metric = metricOf(RATE_METRICS[line.base]);
  const inputs = [
    { label: metric === null ? "" : inLocale(locale, metric.numeratorName), value: line.row.final },
    { label: baseName(line.base, locale), value: line.budget },
  ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value: format.money(value, 2) }]));
  return {
    title: `${agencyLabel(line.row, locale)} ${String(line.row.fiscal_year)} · ${m.execution_stages_title({ base: baseName(line.base, locale) })} · ${BASIS_NAMES[line.row.basis]()}`,
    value: line.rate === null ? statusName(line.status, locale) : format.percent(line.rate),
    ...(metric === null ? {} : { formula: metric.formula }),
    inputs,
    status: line.status,
    note: noteOf(line, locale),
    n,
  };
}

/** Why an item has no rate, or a doubtful one; null where there is nothing to say. */
export function functionNote(line: FunctionLine, format: Format): string | null {
  const stated = line.row.stated_completion;
  const quoted = stated === null ? "" : format.percent(stated, printedDecimals(stated));
  switch (line.why) {
    case null:
      return null;
    case "no_initial":
      return m.execution_no_initial();
    case "passed_through":
      return m.execution_passed_through();
    case "stated_only":
      return m.execution_stated_only({ rate: quoted });
    case "undisclosed":
      return m.execution_initial_undisclosed();
    case "contradicted":
      return m.execution_contradicted({ stated: quoted, rate: format.percent(line.rate ?? 0) });
  }
}
