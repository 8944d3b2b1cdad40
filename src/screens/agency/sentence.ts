import type { Format } from "../../i18n/format.ts";
import * as m from "../../i18n/generated/messages.js";
import type { Locale } from "../../i18n/locale.ts";
import { midSentence } from "../../i18n/mid-sentence.ts";
import { LinkedTextBuilder } from "../../ui/linked-text.ts";
import type { TextPiece } from "../../ui/linked-text.ts";
import { cardOf, decimalsOf, placeOf } from "../../ui/metric-value.ts";
import { reportName } from "../../ui/report-name.ts";
import { statusName } from "../../ui/status-text.ts";
import type { AgencyState } from "./agency.svelte.ts";

/** What the agency spent, what that is per head, and where that stands: text with its numbers as links. */
export function headline(screen: AgencyState, format: Format, locale: Locale): TextPiece[] {
  const builder = new LinkedTextBuilder();
  const { report } = screen;
  if (report === null) return [];
  const total = screen.figureOf.get("expenditure.total");
  let text: string =
    total === undefined || total.value === null
      ? m.agency_lead_none({ report: reportName(report, locale) })
      : m.agency_lead({
          report: reportName(report, locale),
          total: builder.mark({
            text: format.money(total.value, 2),
            place: { report: total.report_id, line: total.source_line, fact: total.fact_id },
          }),
        });
  const line = screen.headline;
  if (line !== null) {
    const { row, metric, placed, n } = line;
    text +=
      row.value === null
        ? m.agency_lead_no_value({ metric: midSentence(locale, metric), status: statusName(row.status, locale) })
        : m.agency_lead_value({
            metric: midSentence(locale, metric),
            value: builder.mark({
              text: format.value(row.value, metric.unit, decimalsOf(metric.unit)),
              place: placeOf(row),
              card: cardOf(row, format, locale, n, metric),
            }),
          });
    if (placed?.counted === true && placed.ratio !== null && n > 1) {
      text += m.agency_lead_ratio({ others: n - 1, ratio: format.number(placed.ratio, 2) });
    }
  }
  return builder.pieces(text + m.agency_lead_end());
}

/** Basis, peers, and how few they are. */
export function basisText(screen: AgencyState, locale: Locale): string {
  const { basis } = screen.choice;
  const others = Math.max(0, screen.grid.rows.length - 1);
  const few = screen.headline !== null && screen.headline.n > 0 && screen.headline.n <= 5;
  return [
    m.agency_basis({
      basis: basis === "comparable" ? m.basis_comparable() : m.basis_reported(),
      others,
    }),
    few ? m.agency_few({ n: screen.headline?.n ?? 0 }) : "",
  ]
    .filter((part) => part !== "")
    .join(locale === "zh" ? " · " : " · ");
}
