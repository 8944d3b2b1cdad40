import * as m from "../i18n/generated/messages.js";
import type { Locale } from "../i18n/locale.ts";
import { agencyLabel } from "./metric-value.ts";

export interface NamedReport {
  readonly short_name: string;
  readonly name_en: string | null;
  readonly fiscal_year: number;
  readonly report_kind: "final" | "budget";
}

/** «株洲 2020 决算». */
export function reportName(row: NamedReport, locale: Locale): string {
  const parts = { agency: agencyLabel(row, locale), year: row.fiscal_year };
  return row.report_kind === "final" ? m.report_final(parts, { locale }) : m.report_budget(parts, { locale });
}
