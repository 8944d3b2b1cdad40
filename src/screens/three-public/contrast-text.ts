import type { ExplainedFactor } from "../../compare/index.ts";
import type { Format } from "../../i18n/format.ts";
import * as m from "../../i18n/generated/messages.js";
import type { Locale } from "../../i18n/locale.ts";
import { LinkedTextBuilder } from "../../ui/linked-text.ts";
import type { TextPiece } from "../../ui/linked-text.ts";
import { agencyLabel, cardOf, placeOf } from "../../ui/metric-value.ts";
import type { Contrast, Reason, Spread } from "./contrast.ts";
import type { ThreePublicState } from "./three-public.svelte.ts";

const FACTOR_NAMES: Readonly<Record<string, () => string>> = {
  visits_per_staff: m.three_public_factor_visits_per_staff,
  visitors_per_visit: m.three_public_factor_visitors_per_visit,
  cost_per_visitor: m.three_public_factor_cost_per_visitor,
  vehicles_per_staff: m.three_public_factor_vehicles_per_staff,
  cost_per_vehicle: m.three_public_factor_cost_per_vehicle,
};

/** What sets agencies apart, quantity or price: one text per sentence, none where nothing can be said. */
export function contrastSentences(screen: ThreePublicState, format: Format, locale: Locale): TextPiece[][] {
  const { staff, visitor } = screen.spreads;
  const spread = staff === null || visitor === null ? [] : [spreadSentence(staff, visitor, format, locale)];
  const reason = screen.reason === null ? [] : [reasonSentence(screen.reason, format, locale)];
  return [...reason, ...spread, ...screen.contrasts.map((contrast) => contrastSentence(contrast, format, locale))];
}

function spreadSentence(staff: Spread, visitor: Spread, format: Format, locale: Locale): TextPiece[] {
  const builder = new LinkedTextBuilder();
  const of = (spread: Spread, text: string): string =>
    builder.mark({
      text,
      place: placeOf(spread.highest),
      card: cardOf(spread.highest, format, locale, 2),
    });
  return builder.pieces(
    m.three_public_spread({
      highest: agencyLabel(staff.highest, locale),
      lowest: agencyLabel(staff.lowest, locale),
      staff: of(staff, format.number(staff.ratio, 1)),
    }) + m.three_public_spread_visitor({ visitor: of(visitor, format.number(visitor.ratio, 1)) }),
  );
}

/** In one sentence: how much of the gap are guests and cars, how much of it their number and how much their price. */
function reasonSentence(reason: Reason, format: Format, locale: Locale): TextPiece[] {
  const builder = new LinkedTextBuilder();
  const percent = (share: number): string => format.percent(100 * share, 0);
  const gap = builder.mark({
    text: format.value(reason.gap, "万元/人", 3),
    place: placeOf(reason.focus),
    card: cardOf(reason.focus, format, locale, 2),
  });
  const parts = {
    focus: agencyLabel(reason.focus, locale),
    other: agencyLabel(reason.other, locale),
    ratio: format.number((reason.focus.value ?? 0) / (reason.other.value ?? 1), 1),
    gap,
    vehicles: percent(reason.vehicles),
    reception: percent(reason.reception),
    quantity: percent(reason.quantity),
    price: percent(reason.price),
  };
  const driver = reason.quantity >= reason.price ? m.three_public_reason_quantity : m.three_public_reason_price;
  const rest = Math.abs(reason.rest) < 0.005 ? "" : m.three_public_reason_rest({ rest: percent(reason.rest) });
  return builder.pieces(driver(parts) + rest + m.three_public_end());
}

function contrastSentence(contrast: Contrast, format: Format, locale: Locale): TextPiece[] {
  const builder = new LinkedTextBuilder();
  const { explanation, focus, other, kind } = contrast;
  const fact = (id: string): string | null =>
    id.startsWith("visits")
      ? focus.visits_fact_id
      : id.startsWith("visitors")
        ? focus.visitors_fact_id
        : id.startsWith("vehicles")
          ? focus.vehicles_fact_id
          : focus.final_fact_id;
  const names = [agencyLabel(focus, locale), agencyLabel(other, locale)] as const;
  const ratio = (factor: ExplainedFactor | undefined): string => {
    if (factor === undefined) return "–";
    const place = fact(factor.id);
    return builder.mark({
      text: format.number(factor.ratio, factor.ratio < 10 ? 2 : 1),
      place: place === null ? null : { report: focus.report_id, fact: place },
      card: {
        title: FACTOR_NAMES[factor.id]?.() ?? factor.id,
        value: format.ratio(factor.ratio),
        inputs: [
          { label: names[0], value: significant(factor.focus, locale) },
          { label: names[1], value: significant(factor.other, locale) },
        ],
      },
    });
  };
  const [quantity, ...rest] = explanation.factors;
  const common = { focus: names[0], other: names[1], ratio: format.number(explanation.ratio, 1) };
  const lead =
    kind === "reception"
      ? m.three_public_contrast_reception({
          ...common,
          visits: ratio(quantity),
          group: ratio(rest[0]),
          price: ratio(rest[1]),
        })
      : m.three_public_contrast_vehicles({ ...common, vehicles: ratio(quantity), price: ratio(rest[0]) });
  const driver = explanation.factors.find((factor) => factor.id === explanation.driver);
  const tail =
    driver === undefined || driver.share === null
      ? m.three_public_contrast_none()
      : m.three_public_contrast_driver({
          share: format.percent(100 * driver.share, 0),
          driver: FACTOR_NAMES[driver.id]?.() ?? driver.id,
        });
  return builder.pieces(lead + tail);
}

/** Three significant digits: factors are quotients of any size. */
function significant(value: number, locale: Locale): string {
  return value.toLocaleString(locale, { maximumSignificantDigits: 3 });
}
