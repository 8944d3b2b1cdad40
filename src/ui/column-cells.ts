import type { TableColumn } from "./data-table.ts";
import { plainNumber } from "./table-cells.ts";
import type { TableTexts } from "./twin.ts";

/** The texts of all rows, whatever of them is on the page; numbers as a spreadsheet reads them, nothing where there is none. */
export function columnCells<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): TableTexts {
  return {
    header: columns.map(({ label }) => label),
    rows: rows.map((row) => columns.map((column) => plainNumber(column.text?.(row) ?? ""))),
  };
}
