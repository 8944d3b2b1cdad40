import { ITEMS } from "../../domain/items.ts";
import { MEASURES } from "../../domain/measures.ts";
import { STATEMENTS } from "../../domain/statements.ts";
import { STATUSES } from "../../domain/status.ts";
import { METRICS } from "../../model/metrics/index.ts";

/** A word that columns of the model hold, and what it means. */
export interface ModelValue {
  readonly value: string;
  readonly zh: string;
  readonly en: string;
  /** Which column it stands in, in words. */
  readonly kind: { readonly zh: string; readonly en: string };
}

type Named = Readonly<Record<"id" | "zh" | "en", string>>;

const of = (list: readonly Named[], zh: string, en: string): ModelValue[] =>
  list.map((entry) => ({ value: entry.id, zh: entry.zh, en: entry.en, kind: { zh, en } }));

/** Metrics first: they are asked for most. */
export const MODEL_VALUES: readonly ModelValue[] = [
  ...of(METRICS, "指标", "metric"),
  ...of(ITEMS, "项目", "item"),
  ...of(MEASURES, "数字性质", "measure"),
  ...of(STATUSES, "状态", "status"),
  ...of(STATEMENTS, "报表", "statement"),
];
