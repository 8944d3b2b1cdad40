import type { FactRow } from "../../domain/records.ts";
import { sql } from "../sql.ts";
import { among, defineQuery } from "./query.ts";
import type { ColumnsOf } from "./query.ts";

export interface FactsByIdParams {
  fact_ids: readonly string[];
}

/** A fact with numbers as numbers, and whose it is. */
export interface FactsByIdRow extends Omit<FactRow, "value" | "precision"> {
  value: number | null;
  precision: number | null;
  agency_id: string;
  short_name: string;
  /** The whole source line, personal data masked. */
  line_text: string | null;
}

export const FACT_COLUMNS = {
  fact_id: "VARCHAR",
  report_id: "VARCHAR",
  fiscal_year: "INTEGER",
  statement: "VARCHAR",
  statement_no: "VARCHAR",
  origin: "VARCHAR",
  row_no: "INTEGER",
  item: "VARCHAR",
  code: "VARCHAR",
  label: "VARCHAR",
  parent_label: "VARCHAR",
  measure: "VARCHAR",
  column_label: "VARCHAR",
  value: "DECIMAL(18,6)",
  precision: "DECIMAL(18,6)",
  unit: "VARCHAR",
  value_text: "VARCHAR",
  unit_text: "VARCHAR",
  source_line: "INTEGER",
  source_from: "INTEGER",
  source_to: "INTEGER",
} as const satisfies ColumnsOf<FactRow>;

export const factsById = defineQuery<FactsByIdParams, FactsByIdRow>({
  name: "facts-by-id",
  columns: { ...FACT_COLUMNS, agency_id: "VARCHAR", short_name: "VARCHAR", line_text: "VARCHAR" },
  sql: ({ fact_ids }) => sql`
    SELECT fact.*, report.agency_id, agency.short_name, source_line.text AS line_text
    FROM fact
    JOIN report USING (report_id)
    JOIN agency USING (agency_id)
    LEFT JOIN source_line ON source_line.report_id = fact.report_id AND source_line.line_no = fact.source_line
    WHERE ${among("fact.fact_id", fact_ids)}
    ORDER BY fact.report_id, fact.source_line, fact.source_from, fact.fact_id`,
});
