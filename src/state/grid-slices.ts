import { FEW_REPORTS } from "../model/few-reports.ts";
import type { MetricGridParams, MetricGridRow } from "../model/queries/index.ts";
import type { Slices } from "./query.svelte.ts";
import { ownRow } from "./grid-row.ts";

/** Metrics of one question over many reports: all at once hold more than a browser gives. */
const SLICE = 16;

/** The metrics of one question after the other, each a run of those before. */
function slicesOf(params: MetricGridParams): MetricGridParams[] {
  const count = Math.max(1, Math.ceil(params.metric_ids.length / SLICE));
  return Array.from({ length: count }, (_, index) => ({
    ...params,
    metric_ids: params.metric_ids.slice(index * SLICE, (index + 1) * SLICE),
  }));
}

/** Answers to slices as one: an agency's report is the same in each. */
function joined(answers: readonly (readonly MetricGridRow[])[]): MetricGridRow[] {
  const [first = [], ...others] = answers;
  const rows = first.map(ownRow);
  const byReport = new Map(rows.map((row) => [row.report_id, row]));
  for (const answer of others) {
    for (const more of answer) {
      const row = byReport.get(more.report_id);
      if (row === undefined) continue;
      row.values.push(...more.values);
      row.los.push(...more.los);
      row.his.push(...more.his);
      row.numerators.push(...more.numerators);
      row.denominators.push(...more.denominators);
      row.statuses.push(...more.statuses);
    }
  }
  return rows;
}

/** How many metrics of many reports are asked for: in slices, one after the other; null where there are few reports. */
export function gridSlices(reports: number): Slices<MetricGridParams, MetricGridRow> | null {
  return reports <= FEW_REPORTS ? null : { of: slicesOf, joined };
}
