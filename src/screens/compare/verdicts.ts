import { comparePair } from "../../compare/index.ts";
import type { Comparand, PairVerdict } from "../../compare/index.ts";
import type { AgencyLevel } from "../../domain/statements.ts";
import type { Metric } from "../../model/metrics/index.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";
import type { PassThrough } from "./pass-through-list.ts";

const LEVELS = ["province", "prefecture", "county"] as const satisfies readonly AgencyLevel[];

/** What is known of a row beside its value. */
export interface Background {
  /** Pass-through money still inside the numerator, by report. */
  readonly passThrough: ReadonlyMap<string, number>;
  /** How a report defines the figure, where definitions differ, by report. */
  readonly definition: ReadonlyMap<string, string>;
}

export interface Verdict extends PairVerdict {
  readonly focus: MetricValuesRow;
  readonly other: MetricValuesRow;
}

export function verdictOn(focus: MetricValuesRow, other: MetricValuesRow, background: Background): Verdict {
  return { ...comparePair(comparand(focus, background), comparand(other, background)), focus, other };
}

function comparand(row: MetricValuesRow, background: Background): Comparand {
  return {
    agency: { agency_id: row.agency_id, level: LEVELS.find((level) => level === row.level) ?? null },
    report: row,
    row,
    merged_in: row.merged ? row.fiscal_year : null,
    definition: background.definition.get(row.report_id) ?? null,
    pass_through: background.passThrough.get(row.report_id) ?? null,
  };
}

/** The rows nearest in value first. */
export function nearestTo(focus: MetricValuesRow, rows: readonly MetricValuesRow[]): MetricValuesRow[] {
  const distance = (row: MetricValuesRow): number => Math.abs((row.value ?? 0) - (focus.value ?? 0));
  return rows.toSorted((a, b) => distance(a) - distance(b));
}

/** Pass-through money that the rows on show still contain, by report. */
export function moneyInside(passed: readonly PassThrough[]): ReadonlyMap<string, number> {
  return new Map(passed.filter(({ inside }) => inside > 0).map(({ report_id, inside }) => [report_id, inside]));
}

/** Two amounts of one report that differ by less than the last printed digit are the same figure. */
const SAME_WITHIN = 0.01;

/** 机关运行经费 is by some agencies the same as 公用经费 and by others less: told apart by the amounts. */
export function definitions(
  metric: Metric,
  rows: readonly MetricValuesRow[],
  parts: readonly MetricValuesRow[],
): ReadonlyMap<string, string> {
  if (metric.adjusts.numerator !== "expenditure.agency_operating") return new Map();
  const operating = new Map(
    parts.filter((row) => row.metric_id === "per_staff.operating").map((row) => [row.report_id, row.numerator]),
  );
  return new Map(
    rows.flatMap((row) => {
      const whole = operating.get(row.report_id) ?? null;
      if (row.numerator === null || whole === null) return [];
      return [[row.report_id, Math.abs(row.numerator - whole) < SAME_WITHIN ? "operating" : "narrower"] as const];
    }),
  );
}
