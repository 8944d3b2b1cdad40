import { inLocale } from "../i18n/locale.ts";
import type { Locale } from "../i18n/locale.ts";
import { initialsOf } from "../i18n/pinyin-initials.ts";
import { METRIC_GROUPS, USER_GROUP } from "../model/metrics/index.ts";
import type { Metric } from "../model/metrics/index.ts";
import { PINYIN_INITIALS } from "../model/pinyin-initials.ts";
import type { SelectGroup } from "./select.ts";

/**
 * Metrics as options of a `Select`, by group, the reader's own first: found by the name in either
 * language, by pinyin initials and by id.
 */
export function metricOptions(
  metrics: readonly Metric[],
  locale: Locale,
  unit: (unit: string) => string,
): SelectGroup<string>[] {
  return [USER_GROUP, ...METRIC_GROUPS]
    .map((group) => ({
      label: inLocale(locale, group),
      options: metrics
        .filter((metric) => metric.group === group.id)
        .map((metric) => ({
          value: metric.id,
          label: inLocale(locale, metric),
          hint: unit(metric.unit),
          keys: `${metric.zh} ${metric.en} ${PINYIN_INITIALS[metric.id] ?? initialsOf(metric.zh)}`,
        })),
    }))
    .filter((group) => group.options.length > 0);
}
