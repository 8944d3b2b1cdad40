import type { SourceLineRow } from "../../domain/records.ts";
import { sql } from "../sql.ts";
import { defineQuery } from "./query.ts";

export interface SourceLinesParams {
  report_id: string;
}

/** The report’s text, line by line, personal data masked. */
export type SourceLinesRow = SourceLineRow;

export const sourceLines = defineQuery<SourceLinesParams, SourceLinesRow>({
  name: "source-lines",
  columns: { report_id: "VARCHAR", line_no: "INTEGER", text: "VARCHAR" },
  sql: ({ report_id }) => sql`
    SELECT report_id, line_no, text FROM source_line WHERE report_id = ${report_id} ORDER BY line_no`,
});
