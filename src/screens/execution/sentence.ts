import type { Format } from "../../i18n/format.ts";
import * as m from "../../i18n/generated/messages.js";
import type { Locale } from "../../i18n/locale.ts";
import { LinkedTextBuilder } from "../../ui/linked-text.ts";
import type { TextPiece } from "../../ui/linked-text.ts";
import { agencyLabel } from "../../ui/metric-value.ts";
import { statusName } from "../../ui/status-text.ts";
import type { ExecutionState } from "./execution.svelte.ts";
import type { StageLine } from "./stage-line.ts";
import { baseName, BASIS_NAMES, budgetPlace, finalPlace, listText, otherBasis, rateCard } from "./texts.ts";

/** Names a sentence gives before it says how many more there are. */
const MOST_NAMED = 4;

/** Whose budget was missed most under which base: text with its numbers as links. */
export function headline(screen: ExecutionState, format: Format, locale: Locale): TextPiece[] {
  const builder = new LinkedTextBuilder();
  const base = baseName(screen.values.base, locale);
  const name = (line: StageLine): string => agencyLabel(line.row, locale);
  const n = screen.computable.length;
  const rate = (line: StageLine): string =>
    builder.mark({
      text: format.percent(line.rate ?? 0),
      place: finalPlace(line),
      card: rateCard(line, format, locale, n),
    });

  const { missed, missedOtherWay } = screen;
  if (missed === null) {
    const text = n > 0 ? m.execution_lead_exact({ base }) : m.execution_lead_none({ base });
    return builder.pieces(text + m.execution_end());
  }
  let text: string = m.execution_lead({
    agency: name(missed),
    base,
    rate: rate(missed),
    final: builder.mark({ text: format.amount(missed.row.final ?? 0, 2), place: finalPlace(missed) }),
    budget: builder.mark({ text: format.money(missed.budget ?? 0, 2), place: budgetPlace(missed) }),
  });
  if (missedOtherWay !== null) {
    const parts = { agency: name(missedOtherWay), rate: rate(missedOtherWay) };
    text += (missedOtherWay.rate ?? 0) < 100 ? m.execution_below_most(parts) : m.execution_above_most(parts);
  }
  const rest = screen.computable.filter((line) => line !== missed && line !== missedOtherWay);
  if (rest.length > 0) {
    const named = rest.slice(0, MOST_NAMED).map((line) => m.execution_item({ agency: name(line), rate: rate(line) }));
    if (rest.length > named.length) named.push(m.execution_more_agencies({ count: rest.length - named.length }));
    text += m.execution_others({ list: listText(named, locale) });
  }
  return builder.pieces(text + m.execution_end());
}

/** Base, basis, years, n, who is missing, and what the other basis would say of the headline. */
export function basisText(screen: ExecutionState, format: Format, locale: Locale): string {
  const years = screen.chosen.map((row) => row.fiscal_year);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const n = screen.computable.length;
  const missing = screen.lines.filter((line) => line.rate === null);
  const named = missing
    .slice(0, MOST_NAMED)
    .map((line) =>
      m.execution_status_of({ agency: agencyLabel(line.row, locale), status: statusName(line.status, locale) }),
    );
  if (missing.length > named.length) named.push(m.execution_more_agencies({ count: missing.length - named.length }));
  const { missed } = screen;
  const { base, basis } = screen.values;
  return [
    m.execution_basis({
      base: baseName(base, locale),
      basis: BASIS_NAMES[basis](),
      years:
        from === to
          ? m.execution_years_one({ year: String(from) })
          : m.execution_years_range({ from: String(from), to: String(to) }),
      total: screen.lines.length,
      n,
    }),
    named.length === 0 ? "" : m.execution_basis_missing({ list: listText(named, locale) }),
    missed === null || missed.other_rate === null
      ? ""
      : m.execution_basis_other({
          agency: agencyLabel(missed.row, locale),
          basis: BASIS_NAMES[otherBasis(basis)](),
          rate: format.percent(missed.other_rate),
        }),
    n > 0 && n <= 5 ? m.execution_basis_few({ n }) : "",
  ].join("");
}
