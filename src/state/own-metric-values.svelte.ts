import type { Basis, Denominator } from "../domain/status.ts";
import type { ReportKind } from "../domain/statements.ts";
import type { Metric } from "../model/metrics/index.ts";
import { isUserMetric } from "../model/formula/index.ts";
import { userMetricParams, userMetricValues } from "../model/queries/index.ts";
import type { MetricValuesRow } from "../model/queries/index.ts";
import type { AppState } from "./app.svelte.ts";
import { distinct } from "./group-rows.ts";
import { followQueries } from "./query-list.svelte.ts";

/** Which values of a reader's own metrics are wanted. */
export interface OwnValuesChoice {
  readonly metrics: readonly Metric[];
  readonly kinds: readonly ReportKind[];
  /** null: both. */
  readonly basis: Basis | null;
  /** For metrics by staff. */
  readonly denominator: Denominator;
  /** Absent: every report. */
  readonly report_ids?: readonly string[];
}

/** Values of a reader's own metrics, for screens that show those of the dictionary beside them. */
export function followOwnValues(
  app: AppState,
  choice: () => OwnValuesChoice | null,
): { readonly rows: readonly MetricValuesRow[] } {
  const list = followQueries(app.engine, userMetricValues, () => {
    const wanted = choice();
    return (wanted?.metrics ?? [])
      .filter(isUserMetric)
      .flatMap((metric) => distinct(wanted?.kinds ?? [], (kind) => kind).map((kind) => userMetricParams(metric, kind)));
  });
  const rows = $derived.by(() => {
    const wanted = choice();
    if (wanted === null) return [];
    return list.rows.filter(
      (row) =>
        (wanted.basis === null || row.basis === wanted.basis) &&
        (row.denominator === null || row.denominator === wanted.denominator) &&
        (wanted.report_ids === undefined || wanted.report_ids.includes(row.report_id)),
    );
  });
  return {
    get rows() {
      return rows;
    },
  };
}
