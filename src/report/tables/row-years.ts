import type { ColumnMeasure } from "./measures.ts";
import type { MeasureId } from "../../domain/measures.ts";
import type { Row } from "./cells.ts";

/** A header over the years that rows are about. */
export const YEAR_HEADER = /^(?:预算)?年[度份]$/;
const YEAR = /^(20\d{2})年?(?:度)?$/;

/**
 * The year that a row prints in a column of years, null where the table has none:
 *
 *     年度<TAB>合计<TAB>公务接待费
 *     2021<TAB>45.80<TAB>0.80
 *     ^^^^
 */
export function yearOfRow(row: Row, paths: readonly (readonly string[])[]): number | null {
  const column = paths.findIndex((path) => YEAR_HEADER.test(path.at(-1) ?? ""));
  const year = column === -1 ? undefined : YEAR.exec(row.cells[column]?.text ?? "")?.[1];
  return year === undefined ? null : Number(year);
}

const PRIOR: Partial<Record<MeasureId, MeasureId>> = {
  budget: "prior_budget",
  initial_budget: "prior_budget",
  adjusted_budget: "prior_budget",
  final: "prior_final",
  executed: "prior_final",
};

/** What a column measures in a row of that year. */
export function measureInYear({ measure, fiscalYear }: ColumnMeasure, year: number | null): ColumnMeasure {
  if (year === null || year === fiscalYear) return { measure, fiscalYear };
  const prior = PRIOR[measure];
  // A column of last year's keeps its year in the row of the report's own.
  if (year > fiscalYear) return { measure, fiscalYear: prior === undefined ? fiscalYear : year };
  return { measure: prior ?? measure, fiscalYear: year };
}
