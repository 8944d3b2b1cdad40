import { sql } from "../sql.ts";
import { among, defineQuery } from "./query.ts";

export interface ReasonsParams {
  readonly report_ids: readonly string[];
}

/** An explanation as a report prints it: of an item, of a class, or of neither where none was recognised. */
export interface ReasonsRow {
  report_id: string;
  item: string | null;
  code: string | null;
  label: string;
  text: string;
  source_line: number;
}

export const reasons = defineQuery<ReasonsParams, ReasonsRow>({
  name: "reasons",
  columns: {
    report_id: "VARCHAR",
    item: "VARCHAR",
    code: "VARCHAR",
    label: "VARCHAR",
    text: "VARCHAR",
    source_line: "INTEGER",
  },
  sql: ({ report_ids }) => sql`
    SELECT report_id, item, code, label, text, source_line
    FROM reason
    WHERE ${among("report_id", report_ids)}
    ORDER BY report_id, source_line, label`,
});
