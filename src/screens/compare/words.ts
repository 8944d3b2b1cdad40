import { SIZE_BANDS } from "../../compare/index.ts";
import type { LikenessReason, Position, SizeBandId } from "../../compare/index.ts";
import type { Basis, Denominator } from "../../domain/status.ts";
import type { Format } from "../../i18n/format.ts";
import * as m from "../../i18n/generated/messages.js";
import type { Locale } from "../../i18n/locale.ts";
import { inLocale } from "../../i18n/locale.ts";
import type { Metric } from "../../model/metrics/index.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";
import { STATEMENTS } from "../../domain/statements.ts";
import { agencyLabel } from "../../ui/metric-value.ts";
import { statusName } from "../../ui/status-text.ts";
import { list } from "../../ui/verdict-text.ts";
import type { Peer } from "./gap.ts";
import type { Trial } from "./rankings.ts";
import { canAssume } from "../../model/assumption.ts";
import { denominatorName } from "../../ui/denominator-name.ts";
import type { ValuePrint } from "./value-print.ts";

function basisName(basis: Basis): string {
  return basis === "comparable" ? m.basis_comparable() : m.basis_reported();
}

/** «可比口径 ÷ 在职». */
export function readingName(reading: { readonly basis: Basis; readonly denominator: Denominator | null }): string {
  const basis = basisName(reading.basis);
  return reading.denominator === null
    ? basis
    : m.compare_line_basis_staff({ basis, denominator: denominatorName(reading.denominator) });
}

/** An agency's name, with the mark that its value rests on what the reader assumed. */
export function markedLabel(row: MetricValuesRow, locale: Locale): string {
  const agency = agencyLabel(row, locale);
  return row.status === "assumed" ? m.compare_assumed_mark({ agency }) : agency;
}

export function peerName(peer: Peer, locale: Locale): string {
  return peer.kind === "median" ? m.compare_median_name() : markedLabel(peer.row, locale);
}

/** What so many values allow to be said. */
export function tierText(position: Position<MetricValuesRow>, print: ValuePrint, format: Format): string {
  const { tier, n, median_interval: interval, cutoff } = position;
  switch (tier) {
    case "none":
      return m.compare_tier_none();
    case "alone":
      return m.compare_tier_alone();
    case "pair":
      return m.compare_tier_pair();
    case "few":
      return m.compare_tier_few({ n });
    case "some":
      return interval === null
        ? m.compare_tier_few({ n })
        : m.compare_tier_some({
            n,
            lo: print.bare(interval.lo),
            hi: print.bare(interval.hi),
            coverage: format.percent(interval.coverage * 100, 0),
          });
    case "many":
      return cutoff === null || position.no_spread
        ? m.compare_tier_many_flat({ n })
        : m.compare_tier_many({ n, cutoff: format.number(cutoff, 2) });
  }
}

/** «20–49 人». */
export function sizeName(id: SizeBandId): string {
  const at = SIZE_BANDS.findIndex((band) => band.id === id);
  const from = SIZE_BANDS[at]?.from ?? 0;
  const next = SIZE_BANDS[at + 1]?.from;
  if (next === undefined) return m.compare_size_from({ from });
  return from === 0 ? m.compare_size_under({ to: next }) : m.compare_size_between({ from, to: next - 1 });
}

/** Why an agency is like the one in focus: «同级、人数 1.2 倍». */
export function likenessText(reasons: readonly LikenessReason[], format: Format, locale: Locale): string {
  return list(
    reasons.map((reason) => {
      switch (reason.kind) {
        case "same_level":
          return m.compare_like_level();
        case "other_level":
          return m.compare_like_other_level();
        case "same_province":
          return m.compare_like_province();
        case "same_year":
          return m.compare_like_year();
        case "same_size_band":
          return m.compare_like_band();
        case "unknown_size":
          return m.compare_like_unknown();
        case "headcount":
          return m.compare_like_headcount({ ratio: format.number(reason.ratio, 1) });
        case "basic":
          return m.compare_like_basic({ ratio: format.number(reason.ratio, 1) });
      }
    }),
    locale,
  );
}

/** Which way turns an order round: the headcount taken otherwise, else basis and headcount. */
export function trialName(trial: Trial, nameOf: (agencyId: string) => string, format: Format): string {
  return trial.otherwise === null
    ? readingName(trial)
    : m.compare_swap_headcount({
        agency: nameOf(trial.otherwise.agency_id),
        n: format.number(trial.otherwise.headcount, 0),
      });
}

/** The note of a row in the reader's language, else the name of its status. */
function whyText(row: MetricValuesRow, locale: Locale): string {
  return (locale === "en" ? row.note_en : row.note_zh) ?? statusName(row.status, locale);
}

/** What a row without value lacks; where it is a headcount alone, which one. */
export function missingText(row: MetricValuesRow, metric: Metric, locale: Locale): string {
  return row.denominator !== null && canAssume(row, metric)
    ? m.compare_no_headcount({ denominator: denominatorName(row.denominator) })
    : whyText(row, locale);
}

/** Where a figure is printed: «表 06», «文字», «附件». */
export function statementText(statement: string | null, reportKind: "final" | "budget"): string {
  if (statement === "narrative") return m.compare_source_narrative();
  if (statement === "annex") return m.compare_source_annex();
  const known = STATEMENTS.find((each) => each.id === statement);
  const no = reportKind === "final" ? known?.finalNo : known?.budgetNo;
  return no === undefined || no === null ? (statement ?? "") : m.compare_source_table({ no: no.replace(/^b/, "") });
}

/** The name of what the metric counts, or of what it divides by. */
export function inputName(metric: Metric, side: "numerator" | "denominator", locale: Locale): string {
  const name = side === "numerator" ? metric.numeratorName : metric.denominatorName;
  return name === null ? "" : inLocale(locale, name);
}
