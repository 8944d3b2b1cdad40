import { RANKED_FROM } from "../../compare/index.ts";
import type { DifferenceKind, Placed, Position } from "../../compare/index.ts";
import * as m from "../../i18n/generated/messages.js";
import type { Locale } from "../../i18n/locale.ts";
import { inLocale } from "../../i18n/locale.ts";
import { midSentence } from "../../i18n/mid-sentence.ts";
import type { Metric } from "../../model/metrics/index.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";
import { agencyLabel } from "../../ui/metric-value.ts";
import { statusName } from "../../ui/status-text.ts";
import { apartText, list } from "../../ui/verdict-text.ts";
import { headlineParts } from "./gap.ts";
import type { Gap } from "./gap.ts";
import { partName } from "./parts.ts";
import type { ValuePrint } from "./value-print.ts";
import { missingText, peerName } from "./words.ts";

/** A piece of the headline: plain words, a value that leads to its line, or a part of the gap. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "value"; readonly text: string; readonly row: MetricValuesRow }
  | { readonly kind: "part"; readonly text: string; readonly part: string };

export interface Told {
  readonly metric: Metric;
  readonly position: Position<MetricValuesRow>;
  readonly focus: Placed<MetricValuesRow> | null;
  /** What keeps the focus out of the ranking; null where nothing does. */
  readonly apartBy: DifferenceKind | null;
  /** The headcount that the reader typed for the focus; null where none is. */
  readonly assumed: number | null;
  readonly gap: Gap | null;
  readonly print: ValuePrint;
  /** `1.25`. */
  readonly ratio: (value: number) => string;
  readonly locale: Locale;
}

// Marks where a link stands in a message, whatever the order of its words in a language.
const MARK = "\u2063";
const slot = (index: number): string => `${MARK}${String(index)}${MARK}`;

/** The screen's answer in one sentence, saying no more than the number of values allows. */
export function headline(told: Told): readonly Piece[] {
  const { focus, locale, position, print } = told;
  const links: Piece[] = [];
  const link = (piece: Piece): string => slot(links.push(piece) - 1);
  const text = ((): string => {
    if (position.n === 0 && (focus === null || focus.row.value === null)) {
      return m.compare_none({ metric: inLocale(locale, told.metric) });
    }
    if (focus === null) return "";
    const { row } = focus;
    const agency = agencyLabel(row, locale);
    if (row.value === null) {
      return m.compare_missing_value({
        agency,
        metric: inLocale(locale, told.metric),
        why: missingText(row, told.metric, locale),
      });
    }
    const value = link({ kind: "value", text: print.value(row.value), row });
    if (position.n === 1 && focus.counted) {
      const isAssumedBeside = position.rows.some((placed) => placed.row.status === "assumed");
      return isAssumedBeside ? m.compare_alone_assumed({ agency, value }) : m.compare_alone({ agency, value });
    }
    return `${lead(told, focus, agency, value)}${ratioPart(told, focus)}${gapPart(told, link)}${m.compare_end()}`;
  })();
  return text.split(MARK).flatMap((part, index): Piece[] => {
    const linked = index % 2 === 1 ? links[Number(part)] : undefined;
    if (linked !== undefined) return [linked];
    return part === "" ? [] : [{ kind: "text", text: part }];
  });
}

export function plainText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join("");
}

function lead(told: Told, focus: Placed<MetricValuesRow>, agency: string, value: string): string {
  const { row, rank_first: first, rank_last: last } = focus;
  if (told.assumed !== null) return m.compare_assumed_lead({ agency, headcount: String(told.assumed), value });
  if (!focus.counted || first === null || last === null) {
    return m.compare_uncounted_lead({
      agency,
      value,
      status: told.apartBy === null ? statusName(row.status, told.locale) : apartText(told.apartBy),
    });
  }
  const { n } = told.position;
  if (n < RANKED_FROM) return m.compare_lead({ agency, value });
  const rank = first === last ? m.compare_rank({ rank: first, n }) : m.compare_rank_range({ first, last, n });
  return `${m.compare_lead({ agency, value })}${rank}`;
}

function ratioPart({ position, ratio, locale }: Told, focus: Placed<MetricValuesRow>): string {
  if (focus.ratio === null) return "";
  const others = position.n - (focus.counted ? 1 : 0);
  if (others > 1) return m.compare_ratio_median({ others, ratio: ratio(focus.ratio) });
  const [other] = position.rows.filter((placed) => placed.counted && placed !== focus);
  return other === undefined
    ? ""
    : m.compare_ratio_pair({ other: agencyLabel(other.row, locale), ratio: ratio(focus.ratio) });
}

function gapPart({ gap, print, locale }: Told, link: (piece: Piece) => string): string {
  if (gap === null) return "";
  const peer = peerName(gap.peer, locale);
  if (!print.differs(gap.gap)) return m.compare_gap_equal({ peer });
  const size = print.gap(gap.gap);
  const said = gap.gap > 0 ? m.compare_gap_higher({ peer, gap: size }) : m.compare_gap_lower({ peer, gap: size });
  if (gap.decomposition === null) return said;
  const { parts, rest } = headlineParts(gap.decomposition);
  // A part in the direction of the gap is said by its size, one against it keeps its sign.
  const amount = (value: number): string =>
    value * gap.gap > 0 ? print.bare(Math.abs(value)) : `−${print.bare(Math.abs(value))}`;
  const named = parts
    .filter((part) => print.shows(part.gap))
    .map((part) => {
      const name = midSentence(locale, partName(part.id, gap.focusSplit?.figures.get(part.id)?.label));
      return m.compare_gap_part({ part: name, gap: link({ kind: "part", text: amount(part.gap), part: part.id }) });
    });
  if (named.length === 0) return said;
  const others = print.shows(rest) ? [m.compare_rest_part({ gap: amount(rest) })] : [];
  return `${said}${m.compare_gap_parts({ parts: list([...named, ...others], locale) })}`;
}
