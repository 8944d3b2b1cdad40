import { ECONOMIC_CLASSES, ECONOMIC_GROUPS } from "../../model/metrics/index.ts";
import type { MetricLine } from "./agency.svelte.ts";

/** One economic class per head, beside the other agencies. */
export interface ClassLine extends MetricLine {
  readonly code: string;
  /** 类, of which the following 款 are parts. */
  readonly isGroup: boolean;
}

/** Metrics of the dictionary that divide a whole 类. */
const GROUP_METRICS: Readonly<Record<string, string>> = {
  "301": "per_staff.wages",
  "302": "per_staff.goods_services",
  "303": "per_staff.households",
};

/**
 * The classes that this agency or another one discloses, each 类 followed by its 款. What nobody
 * books has no line; what only others book has one, since that is a difference too.
 */
export function classLines(lineOf: (metric: string) => MetricLine | null): readonly ClassLine[] {
  return ECONOMIC_GROUPS.flatMap((group) => {
    const metric = GROUP_METRICS[group.code];
    if (metric === undefined) return [];
    const parts = ECONOMIC_CLASSES.filter(({ code }) => code.startsWith(group.code));
    return [{ code: group.code, metric }, ...parts.map(({ code }) => ({ code, metric: `per_staff.${code}` }))].flatMap(
      ({ code, metric: id }): ClassLine[] => {
        const line = lineOf(id);
        if (line === null || (line.row.numerator === null && line.n === 0)) return [];
        const isZeroForAll = (line.row.numerator ?? 0) === 0 && (line.placed?.peer_median ?? 0) === 0;
        return isZeroForAll ? [] : [{ ...line, code, isGroup: code === group.code }];
      },
    );
  });
}
