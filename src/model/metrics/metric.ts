import type { ItemId } from "../../domain/items.ts";
import type { MeasureId } from "../../domain/measures.ts";
import type { ReportKind } from "../../domain/statements.ts";

/** Groups in the order the picker shows them. A pass-through item names the groups it touches. */
export const METRIC_GROUPS = [
  { id: "per_staff", zh: "人均", en: "Per staff" },
  { id: "three_public", zh: "“三公”经费", en: "Three public" },
  { id: "execution", zh: "预算执行", en: "Execution" },
  { id: "structure", zh: "结构", en: "Structure" },
  { id: "procurement", zh: "政府采购", en: "Procurement" },
  { id: "assets", zh: "资产", en: "Assets" },
  { id: "performance", zh: "绩效", en: "Performance" },
] as const;

/** The group of metrics that a reader defined; no entry of the dictionary is in it. */
export const USER_GROUP = { id: "user", zh: "自定义指标", en: "My metrics" } as const;

export type MetricGroupId = (typeof METRIC_GROUPS)[number]["id"] | typeof USER_GROUP.id;

/**
 * `higher_is_dearer`: more costs more. `both_ends`: either end deserves a look, as a rate far from
 * 100 %. `neutral`: a position, nothing else. None of them judges conduct.
 */
export type Polarity = "higher_is_dearer" | "both_ends" | "neutral";

/** One printed figure that a metric reads: item, class code, measure. */
export interface InputRef {
  readonly item: ItemId;
  /** Economic or function class; absent for the item as a whole. */
  readonly code?: string;
  readonly measure: MeasureId;
}

/**
 * One admissible way to feed a metric. The first way whose figures are all disclosed serves; the
 * base of a rate is never mixed from two ways.
 */
export interface InputWay {
  /** Kind of report that can answer so; absent for both. */
  readonly kind?: ReportKind;
  readonly numerator: InputRef;
  /** Absent for a metric that divides by a headcount or by nothing. */
  readonly denominator?: InputRef;
  /** Names the base where the ways differ in it: «全年预算（调整预算）». Printed with the value. */
  readonly base?: { readonly zh: string; readonly en: string };
}

/** Names of an input in messages: «未披露：在职人数». */
export interface InputName {
  readonly zh: string;
  readonly en: string;
}

/** How the two figures become the value. */
export type MetricShape =
  /** The printed figure itself. */
  | "amount"
  /** numerator ÷ denominator × factor. */
  | "ratio"
  /** (numerator ÷ denominator − 1) × 100: the denominator is last year. */
  | "change"
  /** A rate as the report states it. */
  | "stated";

/** A metric, defined once: views, picker, tooltips, generated pages and tests read this object. */
export interface Metric {
  readonly id: string;
  readonly group: MetricGroupId;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly polarity: Polarity;
  readonly shape: MetricShape;
  /** Multiplies the ratio: 100 for %, 10000 for 元 from 万元. */
  readonly factor: 1 | 100 | 10000;
  /** SQL shown to the reader, over the columns numerator and denominator_value. */
  readonly formula: string;
  readonly numeratorName: InputName;
  /** null for an amount. */
  readonly denominatorName: InputName | null;
  readonly ways: readonly InputWay[];
  /** Concept whose pass-through items are taken out on the comparable basis; null for none. */
  readonly adjusts: { readonly numerator: ItemId | null; readonly denominator: ItemId | null };
  /** Divides by one of the three selectable headcounts. */
  readonly perStaff: boolean;
  readonly caveatZh: string;
  readonly caveatEn: string;
}
