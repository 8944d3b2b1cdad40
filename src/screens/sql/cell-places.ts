import type { Cell } from "../../state/statement-run.svelte.ts";
import type { SourcePlace } from "../../ui/source-card.ts";

/** A part of a cell that leads to a line of a report. */
export interface CellPlace {
  readonly text: string;
  readonly place: Partial<SourcePlace>;
}

const FACT_COLUMN = /(?:^|_)fact_ids?$/;
const LINE_COLUMN = /^(?:source_lines?|line_no|[a-z]\w*_line)$/;

/**
 * Where a cell of a result leads in the reports: a column of fact ids by its facts, a column of
 * lines when the row names its report as well. Null for any other cell.
 */
export function cellPlaces(column: string, cell: Cell, row: Readonly<Record<string, Cell>>): CellPlace[] | null {
  const report = typeof row["report_id"] === "string" ? row["report_id"] : null;
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
  return null;
}
