import type { Position } from "../../compare/index.ts";
import type { MetricStandingsRow, MetricValuesRow, ReportsRow } from "../../model/queries/index.ts";

/** Of thousands of rows facts are not asked. */
const NO_FACTS: MetricValuesRow["fact_ids"] = [];

/** Reports, and where each stands among them. */
export interface OrderedReports {
  readonly rows: readonly ReportsRow[];
  readonly placeOf: ReadonlyMap<string, number>;
}

export function orderedReports(rows: readonly ReportsRow[]): OrderedReports {
  return { rows, placeOf: new Map(rows.map((row, place) => [row.report_id, place])) };
}

/**
 * Standings with the names of their reports, in the order of the reports; those of an unknown
 * report are left out.
 */
export function standingRows(standings: readonly MetricStandingsRow[], reports: OrderedReports): MetricValuesRow[] {
  // Reports are several times as many as standings: these are put in order, not looked for by all of those. By
  // index: until the loops are compiled, which takes several metrics, an iterator takes twice as long.
  const placed = new Int32Array(reports.rows.length);
  for (let index = 0; index < standings.length; index += 1) {
    const place = reports.placeOf.get(standings[index]?.report_id ?? "");
    if (place !== undefined) placed[place] = index + 1;
  }
  const rows: MetricValuesRow[] = [];
  for (let place = 0; place < placed.length; place += 1) {
    const report = reports.rows[place];
    const standing = standings[(placed[place] ?? 0) - 1];
    if (report === undefined || standing === undefined) continue;
    // Written out: thousands of rows made by spreading others take five times as long.
    rows.push({
      report_id: report.report_id,
      agency_id: report.agency_id,
      fiscal_year: report.fiscal_year,
      report_kind: report.report_kind,
      metric_id: standing.metric_id,
      basis: standing.basis,
      denominator: standing.denominator,
      value: standing.value,
      lo: standing.lo,
      hi: standing.hi,
      numerator: standing.numerator,
      denominator_value: standing.denominator_value,
      status: standing.status,
      bias: standing.bias,
      note_zh: null,
      note_en: null,
      fact_ids: NO_FACTS,
      agency_name: report.agency_name,
      short_name: report.short_name,
      name_en: report.name_en,
      level: report.level,
      disclosure: report.disclosure,
      merged: report.merger_line !== null,
      latest_final: report.latest_final,
      numerator_fact_id: null,
      denominator_fact_id: null,
      numerator_measure: standing.numerator_measure,
      denominator_measure: standing.denominator_measure,
      numerator_lo: standing.numerator_lo,
      numerator_hi: standing.numerator_hi,
      denominator_lo: standing.denominator_lo,
      denominator_hi: standing.denominator_hi,
      numerator_statement: null,
      numerator_label: null,
      numerator_text: null,
      numerator_unit_text: null,
      numerator_line: null,
      denominator_report_id: null,
      denominator_statement: null,
      denominator_label: null,
      denominator_text: null,
      denominator_unit_text: null,
      denominator_line: null,
    });
  }
  return rows;
}

/** Rows by their report, the last one of each. */
export function byReport<Row extends { readonly report_id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.report_id, row]));
}

/** What was read besides of some rows; of another metric, basis or headcount it says nothing of them. */
export function detailsOn(rows: readonly MetricValuesRow[], details: readonly MetricValuesRow[]): MetricValuesRow[] {
  const [row] = rows;
  return details.filter(
    (each) => each.metric_id === row?.metric_id && each.basis === row.basis && each.denominator === row.denominator,
  );
}

/** Rows with what was read of some of them, by report, in their place. */
export function withDetails(
  rows: readonly MetricValuesRow[],
  details: ReadonlyMap<string, MetricValuesRow>,
): readonly MetricValuesRow[] {
  return details.size === 0 ? rows : rows.map((row) => details.get(row.report_id) ?? row);
}

/** The rows that have a rank. */
export const countedRows = ({ rows }: Position<MetricValuesRow>): MetricValuesRow[] =>
  rows.filter((placed) => placed.counted).map(({ row }) => row);

/** The same of a position: no details change a place in it. */
export function positionWithDetails(
  position: Position<MetricValuesRow>,
  details: ReadonlyMap<string, MetricValuesRow>,
): Position<MetricValuesRow> {
  if (details.size === 0) return position;
  const rows = position.rows.map((placed) => {
    const row = details.get(placed.row.report_id);
    return row === undefined ? placed : { ...placed, row };
  });
  return { ...position, rows };
}
