import { initialsOf } from "../../i18n/pinyin-initials.ts";
import { METRIC_GROUPS, USER_GROUP } from "../../model/metrics/index.ts";
import type { Metric, MetricGroupId } from "../../model/metrics/index.ts";
import { PINYIN_INITIALS } from "../../model/pinyin-initials.ts";
import { SCHEMA } from "../sql/schema.ts";
import type { SchemaEntry } from "../sql/schema.ts";

/** What a metric is found by: both names, pinyin initials, id and classes. */
function keysOf(metric: Metric): readonly string[] {
  const codes = metric.ways.flatMap(({ numerator }) => numerator.code ?? []);
  return [metric.zh, metric.en, metric.id, PINYIN_INITIALS[metric.id] ?? initialsOf(metric.zh), ...codes];
}

function finds(keys: readonly string[], wanted: readonly string[]): boolean {
  const text = keys.join(" ").toLocaleLowerCase();
  return wanted.every((word) => text.includes(word));
}

const wordsOf = (find: string): readonly string[] =>
  find
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");

export interface FoundGroup {
  readonly id: MetricGroupId;
  readonly zh: string;
  readonly en: string;
  readonly metrics: readonly Metric[];
}

/** Metrics whose names, codes or id contain every word, by group; all of them for no words. */
export function findMetrics(all: readonly Metric[], find: string): readonly FoundGroup[] {
  const wanted = wordsOf(find);
  return [USER_GROUP, ...METRIC_GROUPS]
    .map((group) => ({
      ...group,
      metrics: all.filter((metric) => metric.group === group.id && finds(keysOf(metric), wanted)),
    }))
    .filter((group) => group.metrics.length > 0);
}

/** Tables and views that contain every word in their names, comments or columns; those columns alone when the table itself does not. */
export function findTables(find: string): readonly SchemaEntry[] {
  const wanted = wordsOf(find);
  return SCHEMA.flatMap((entry) => {
    if (finds([entry.name, entry.zh, entry.en], wanted)) return [entry];
    const columns = entry.columns.filter((column) => finds([column.name, column.zh, column.en], wanted));
    return columns.length === 0 ? [] : [{ ...entry, columns }];
  });
}
