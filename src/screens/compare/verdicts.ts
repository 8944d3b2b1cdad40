import { comparePair, isCounted, operatingCostDefinition } from "../../compare/index.ts";
import type { Comparand, PairVerdict, PassThroughMoney } from "../../compare/index.ts";
import { agencyLevel } from "../../domain/statements.ts";
import type { Metric } from "../../model/metrics/index.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";
import { DEFINING_METRIC, definesOtherwise } from "../../state/grid-standing.ts";
import type { PassThrough } from "./pass-through-list.ts";

/** What is known of a row beside its value. */
export interface Background {
  /** Pass-through money still inside the value, by report. */
  readonly passThrough: ReadonlyMap<string, PassThroughMoney>;
  /** How a report defines the figure, where definitions differ, by report. */
  readonly definition: ReadonlyMap<string, string>;
}

export interface Verdict extends PairVerdict {
  readonly focus: MetricValuesRow;
  readonly other: MetricValuesRow;
}

export function verdictOn(focus: MetricValuesRow, other: MetricValuesRow, background: Background): Verdict {
  return { ...comparePair(comparandOf(focus, background), comparandOf(other, background)), focus, other };
}

export function comparandOf(row: MetricValuesRow, background: Background): Comparand {
  return {
    agency: { agency_id: row.agency_id, level: agencyLevel(row.level) },
    report: row,
    row,
    merged_in: row.merged ? row.fiscal_year : null,
    definition: background.definition.get(row.report_id) ?? null,
    pass_through: background.passThrough.get(row.report_id) ?? null,
  };
}

/** So many verdicts are told, that on the peer among them. */
const MOST_VERDICTS = 3;

/** On the peer first, then on the others that count, the nearest in value first. */
export function verdictsOn(
  focus: MetricValuesRow,
  peer: MetricValuesRow | null,
  rows: readonly MetricValuesRow[],
  background: Background,
): Verdict[] {
  const distance = (row: MetricValuesRow): number => Math.abs((row.value ?? 0) - (focus.value ?? 0));
  const others = rows.filter((row) => row !== focus && row !== peer && isCounted(row));
  return [...(peer === null ? [] : [peer]), ...others.toSorted((a, b) => distance(a) - distance(b))]
    .slice(0, MOST_VERDICTS)
    .map((row) => verdictOn(focus, row, background));
}

/** Pass-through money that the rows on show still contain, by report. */
export function moneyInside(passed: readonly PassThrough[]): ReadonlyMap<string, PassThroughMoney> {
  return new Map(
    passed.flatMap(({ report_id, inside }) =>
      inside.numerator === 0 && inside.denominator === 0 ? [] : [[report_id, inside] as const],
    ),
  );
}

/**
 * How each report defines 机关运行经费; empty for other metrics, and while `parts` are not known.
 *
 * @param parts rows of `DEFINING_METRIC`, among others.
 */
export function definitions(
  metric: Metric,
  rows: readonly MetricValuesRow[],
  parts: readonly MetricValuesRow[],
): ReadonlyMap<string, string> {
  if (!definesOtherwise(metric)) return new Map();
  const operating = new Map(
    parts.filter((row) => row.metric_id === DEFINING_METRIC).map((row) => [row.report_id, row.numerator]),
  );
  return new Map(
    rows.flatMap((row) => {
      const whole = operating.get(row.report_id);
      const definition = whole === undefined ? null : operatingCostDefinition(row.numerator, whole);
      return definition === null ? [] : [[row.report_id, definition] as const];
    }),
  );
}
