import { adjustmentNote } from "../model/assumption.ts";
import * as m from "../i18n/generated/messages.js";
import { inLocale } from "../i18n/locale.ts";
import type { Locale } from "../i18n/locale.ts";
import type { AdjustmentsRow } from "../model/queries/index.ts";
import type { AppState } from "../state/app.svelte.ts";
import type { Assumption, AssumptionKind, UnknownAssumption } from "../state/assumptions.svelte.ts";
import type { ScreenId } from "../state/routes/index.ts";
import type { Basis } from "../domain/status.ts";
import { denominatorName } from "./denominator-name.ts";
import { reportName } from "./report-name.ts";

/** «忻州 2021 决算 在职 60 人»: one assumption in the reader's language. */
export function assumptionText(assumption: Assumption, app: AppState): string {
  const { assumptions, format, locale } = app;
  const report = (id: string): string => {
    const row = assumptions.reportOf(id);
    return row === null ? id : reportName(row, locale);
  };
  switch (assumption.kind) {
    case "headcount":
      return m.assumption_headcount({
        report: report(assumption.report_id),
        denominator: denominatorName(assumption.denominator),
        n: format.number(assumption.n, 0),
      });
    case "borrow":
      return m.assumption_borrow();
    case "kept_in": {
      const item = assumptions.itemOf(assumption.adjustment_id);
      if (item === null) return assumption.adjustment_id;
      return m.assumption_kept_in({
        report: report(item.report_id),
        item: locale === "en" ? item.label_en : item.label_zh,
        amount: format.money(item.amount_wan, 2),
      });
    }
    case "own":
      return `${report(assumption.own.report_id)}${locale === "zh" ? " " : ", "}${inLocale(locale, adjustmentNote(assumption.own))}`;
  }
}

/** «读者选择不剔除：社会保险补贴»: what a value still holds. */
export function leftInText(items: readonly AdjustmentsRow[], locale: Locale): string {
  const names = items.map((item) => (locale === "en" ? item.label_en : item.label_zh));
  return m.assumption_left_in_items({ list: names.join(locale === "zh" ? "、" : ", ") });
}

export function unknownAssumptionText({ kind, text }: UnknownAssumption): string {
  return {
    report: m.assumption_unknown_report,
    adjustment: m.assumption_unknown_item,
    headcount: m.assumption_unknown_headcount,
  }[kind]({ text });
}

const MONEY: readonly AssumptionKind[] = ["kept_in", "own"];
const STAFF: readonly AssumptionKind[] = ["headcount", "borrow"];

interface Limit {
  /** What does not act, or not everywhere on the screen. */
  readonly kinds: readonly AssumptionKind[];
  readonly why: () => string;
  /** Whether it acts nowhere on the screen. */
  readonly nowhere: boolean;
}

/** Where a screen cannot honour an assumption; a screen that is not listed honours all. */
const LIMITS: Readonly<Partial<Record<ScreenId, readonly Limit[]>>> = {
  overview: [{ kinds: MONEY, why: m.assumption_limit_three_public, nowhere: false }],
  "three-public": [{ kinds: MONEY, why: m.assumption_limit_three_public, nowhere: false }],
  execution: [
    { kinds: STAFF, why: m.assumption_limit_no_staff, nowhere: true },
    { kinds: ["own"], why: m.assumption_limit_functions, nowhere: false },
  ],
  agency: [{ kinds: MONEY, why: m.assumption_limit_flow, nowhere: false }],
  audit: [{ kinds: [...STAFF, ...MONEY], why: m.assumption_limit_audit, nowhere: true }],
  source: [{ kinds: [...STAFF, ...MONEY], why: m.assumption_limit_source, nowhere: true }],
  sql: [{ kinds: [...STAFF, ...MONEY], why: m.assumption_limit_sql, nowhere: true }],
};

const REPORTED: Limit = { kinds: MONEY, why: m.assumption_limit_reported, nowhere: true };

function limitsOn(screen: ScreenId, basis: Basis | null): readonly Limit[] {
  return [...(LIMITS[screen] ?? []), ...(basis === "reported" ? [REPORTED] : [])];
}

/** The basis that a screen shows now; null where it has no choice of one. */
function basisOf(app: AppState, screen: ScreenId): Basis | null {
  const values: object = app.url.values(screen);
  if (!("basis" in values)) return null;
  return values.basis === "reported" || values.basis === "comparable" ? values.basis : null;
}

/** Sentences on what is in force and does not act on the screen shown, each with its reason. */
export function assumptionLimits(app: AppState): readonly string[] {
  const { screen } = app.url;
  if (screen === null) return [];
  const kinds = new Set(app.assumptions.all.map(({ kind }) => kind));
  return limitsOn(screen, basisOf(app, screen))
    .filter((limit) => limit.kinds.some((kind) => kinds.has(kind)))
    .map((limit) => limit.why());
}

/** What an export says of the assumptions that act on the screen shown; empty where none does. */
export function assumptionNotes(app: AppState): readonly string[] {
  const { screen } = app.url;
  if (screen === null) return [];
  const idle = limitsOn(screen, basisOf(app, screen)).flatMap(({ kinds, nowhere }) => (nowhere ? kinds : []));
  const acting = app.assumptions.all.filter(({ kind }) => !idle.includes(kind));
  if (acting.length === 0) return [];
  const list = acting.map((each) => assumptionText(each, app)).join(app.locale === "zh" ? "；" : "; ");
  return [m.assumption_export({ list })];
}
