import type { Cell } from "../../state/statement-run.svelte.ts";
import type { SourcePlace } from "../../ui/source-card.ts";

/** A part of a cell that leads to a line of a report. */
export interface CellPlace {
  readonly text: string;
  readonly place: Partial<SourcePlace>;
}

const FACT_COLUMN = /(?:^|_)fact_ids?$/;
const LINE_COLUMN = /^(?:source_lines?|line_no|[a-z]\w*_line)$/;

/** Whether cells of a column may lead to the reports. */
export function leadsToSource(column: string): boolean {
  return FACT_COLUMN.test(column) || LINE_COLUMN.test(column) || column === "report_id";
}

/**
 * Where a cell of a result leads in the reports: a column of fact ids by its facts, a column of
 * lines when the row names its report as well, a report by itself. Null for any other cell.
 *
 * @param report the row's `report_id`, null where it has none.
 */
export function cellPlaces(column: string, cell: Cell, report: string | null): CellPlace[] | null {
  const entries = Array.isArray(cell) ? (cell as readonly Cell[]) : [cell];
  if (FACT_COLUMN.test(column)) {
    const ids = entries.filter((entry) => typeof entry === "string" && entry !== "");
    return ids.length === 0
      ? null
      : ids.map((id) => ({ text: String(id), place: { fact: String(id), ...(report === null ? {} : { report }) } }));
  }
  if (report !== null && LINE_COLUMN.test(column)) {
    const lines = entries.filter((entry) => typeof entry === "number" && Number.isInteger(entry) && entry > 0);
    return lines.length === 0
      ? null
      : lines.map((line) => ({ text: String(line), place: { report, line: Number(line) } }));
  }
  if (column === "report_id" && report !== null) return [{ text: report, place: { report } }];
  return null;
}
