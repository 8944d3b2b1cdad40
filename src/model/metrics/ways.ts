import { itemOf } from "../../domain/items.ts";
import type { ItemId } from "../../domain/items.ts";
import type { MeasureId } from "../../domain/measures.ts";
import type { InputName, InputRef, InputWay } from "./metric.ts";

/** The figure `item` with its measure, of one class where a code is given. */
export function figure(item: ItemId, measure: MeasureId, code?: string): InputRef {
  return code === undefined ? { item, measure } : { item, measure, code };
}

/** What is spent in a final account; in a budget, what is planned. */
export function spent(item: ItemId, code?: string): InputWay[] {
  return [
    { kind: "final", numerator: figure(item, "final", code) },
    { kind: "budget", numerator: figure(item, "budget", code) },
    { kind: "budget", numerator: figure(item, "initial_budget", code) },
  ];
}

/** One spending as a part of another, in a final account and in a budget. */
export function partOf(part: InputPart, whole: InputPart): InputWay[] {
  return [
    { kind: "final" as const, measure: "final" as const },
    { kind: "budget" as const, measure: "budget" as const },
    { kind: "budget" as const, measure: "initial_budget" as const },
  ].map(({ kind, measure }) => ({
    kind,
    numerator: figure(part.item, measure, part.code),
    denominator: figure(whole.item, measure, whole.code),
  }));
}

export interface InputPart {
  readonly item: ItemId;
  readonly code?: string;
}

/** A count or stock (people, vehicles, visits, assets), whatever the report calls its column. */
export function counted(item: ItemId): InputWay[] {
  return [
    { kind: "final", numerator: figure(item, "final") },
    { kind: "final", numerator: figure(item, "actual") },
    { kind: "budget", numerator: figure(item, "budget") },
  ];
}

/** One amount or count of a final account per another count. */
export function perCount(numerator: ItemId, count: ItemId): InputWay[] {
  return (["final", "actual"] as const).map((measure) => ({
    kind: "final" as const,
    numerator: figure(numerator, "final"),
    denominator: figure(count, measure),
  }));
}

/** The item’s own name. */
export function named(item: ItemId): InputName {
  const { zh, en } = itemOf(item);
  return { zh, en };
}

/** Names of the budgets a rate may be based on, printed with the rate. */
export const BASES = {
  adjusted_budget: { zh: "全年预算（调整预算）", en: "adjusted (full-year) budget" },
  budget: { zh: "预算（报告未说明年初或调整）", en: "budget (the report does not say which)" },
  initial_budget: { zh: "年初预算", en: "initial budget" },
} as const;
