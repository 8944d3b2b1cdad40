import type { Format } from "../../i18n/format.ts";
import * as m from "../../i18n/generated/messages.js";
import type { Locale } from "../../i18n/locale.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";
import { LinkedTextBuilder } from "../../ui/linked-text.ts";
import type { TextPiece } from "../../ui/linked-text.ts";
import { agencyLabel, cardOf, placeOf } from "../../ui/metric-value.ts";
import { statusName } from "../../ui/status-text.ts";
import type { Completion } from "./completion.ts";
import { amountCard, baseName, budgetPlace, completionCard, finalPlace, subjectName } from "./texts.ts";
import type { Component, ThreePublicState } from "./three-public.svelte.ts";

/** Names a sentence gives before it says how many more there are. */
const MOST_NAMED = 4;

/** The price that belongs to a component; overseas travel and purchases have none. */
const PRICE_OF: Partial<Record<Component, { metric: string; unit: string; decimals: number }>> = {
  total: { metric: "reception.cost_per_visitor", unit: "元", decimals: 0 },
  reception: { metric: "reception.cost_per_visitor", unit: "元", decimals: 0 },
  vehicle_operation: { metric: "vehicles.cost_per_vehicle", unit: "万元", decimals: 2 },
};

/** Parts of a list as running text. */
export function listText(parts: readonly string[], locale: Locale): string {
  return parts.join(locale === "zh" ? "、" : ", ");
}

/** Whose budget was under-spent most, by how much, and at what price: text with its numbers as links. */
export function headline(screen: ThreePublicState, format: Format, locale: Locale): TextPiece[] {
  const builder = new LinkedTextBuilder();
  const subject = subjectName(screen.values.component, locale);
  const base = baseName(screen.values.base, locale);
  const name = (line: Completion): string => agencyLabel(line.row, locale);
  const rate = (line: Completion): string =>
    builder.mark({
      text: format.percent(line.rate ?? 0),
      place: finalPlace(line),
      card: completionCard(line, format, locale),
    });
  const amounts = (line: Completion) => ({
    final: builder.mark({
      text: format.amount(line.row.final ?? 0, 2),
      place: finalPlace(line),
      card: amountCard(line, "final", format, locale),
    }),
    budget: builder.mark({
      text: format.money(line.budget ?? 0, 2),
      place: budgetPlace(line),
      card: amountCard(line, "budget", format, locale),
    }),
  });

  const first = screen.underspent;
  let text: string;
  if (first !== null) {
    text = m.three_public_lead({ agency: name(first), subject, base, rate: rate(first), ...amounts(first) });
    if (screen.mostLeft !== null) {
      const most = screen.mostLeft;
      text += m.three_public_lead_most_left({
        agency: name(most),
        unspent: builder.mark({
          text: format.money(most.unspent ?? 0, 2),
          place: finalPlace(most),
          card: completionCard(most, format, locale),
        }),
      });
    }
  } else if (screen.computable.length > 0) text = m.three_public_lead_none_under({ subject, base });
  else text = m.three_public_lead_none({ subject, base });

  const over = screen.computable.filter((line) => (line.rate ?? 0) > 100);
  if (over.length > 0) {
    const named = over.slice(0, MOST_NAMED).map((line) => `${name(line)} ${rate(line)}`);
    text += m.three_public_overspent({ count: over.length, agencies: listText(named, locale) });
  }
  text += pricePart(screen, builder, format, locale);
  return builder.pieces(text + m.three_public_end());
}

function pricePart(screen: ThreePublicState, builder: LinkedTextBuilder, format: Format, locale: Locale): string {
  const price = PRICE_OF[screen.values.component];
  if (price === undefined) return "";
  const position = screen.positionOf(price.metric);
  const rows = position.rows.filter(({ counted }) => counted).map(({ row }) => row);
  if (rows.length === 0) return "";
  const item = (row: MetricValuesRow): string =>
    m.three_public_price_item({
      agency: agencyLabel(row, locale),
      price: builder.mark({
        text: format.value(row.value ?? 0, price.unit, price.decimals),
        place: placeOf(row),
        card: cardOf(row, format, locale, position.n),
      }),
    });
  const named = rows.slice(0, MOST_NAMED).map(item);
  if (rows.length > named.length) named.push(m.three_public_more_agencies({ count: rows.length - named.length }));
  const list = listText(named, locale);
  return price.metric === "vehicles.cost_per_vehicle"
    ? m.three_public_lead_vehicle({ list })
    : m.three_public_lead_visitor({ list });
}

/** Base, years, n and who is missing for what reason. */
export function basisText(screen: ThreePublicState, locale: Locale): string {
  const years = screen.chosen.map((row) => row.fiscal_year);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const n = screen.computable.length;
  const missing = screen.lines.filter((line) => line.rate === null);
  const named = missing
    .slice(0, MOST_NAMED)
    .map((line) =>
      m.three_public_status_of({ agency: agencyLabel(line.row, locale), status: statusName(line.status, locale) }),
    );
  if (missing.length > named.length) {
    named.push(m.three_public_more_agencies({ count: missing.length - named.length }));
  }
  return [
    m.three_public_basis({
      base: baseName(screen.values.base, locale),
      years:
        from === to
          ? m.three_public_years_one({ year: String(from) })
          : m.three_public_years_range({ from: String(from), to: String(to) }),
      total: screen.lines.length,
      n,
    }),
    named.length === 0 ? "" : m.three_public_basis_missing({ list: listText(named, locale) }),
    n > 0 && n <= 5 ? m.three_public_basis_few({ n }) : "",
  ].join("");
}
