import type { FactRow } from "../../domain/records.ts";
import { sql } from "../sql.ts";
import { FACT_COLUMNS } from "./facts-by-id.sql.ts";
import { defineQuery } from "./query.ts";

export interface SourceFactsParams {
  report_id: string;
}

/** Every fact of a report in the order of the text, with the findings that touch it. */
export interface SourceFactsRow extends Omit<FactRow, "value" | "precision"> {
  value: number | null;
  precision: number | null;
  item_zh: string | null;
  item_en: string | null;
  measure_zh: string;
  measure_en: string;
  finding_ids: string[];
}

export const sourceFacts = defineQuery<SourceFactsParams, SourceFactsRow>({
  name: "source-facts",
  columns: {
    ...FACT_COLUMNS,
    item_zh: "VARCHAR",
    item_en: "VARCHAR",
    measure_zh: "VARCHAR",
    measure_en: "VARCHAR",
    finding_ids: "VARCHAR[]",
  },
  sql: ({ report_id }) => sql`
    SELECT fact.*, item.zh AS item_zh, item.en AS item_en, measure.zh AS measure_zh, measure.en AS measure_en,
      coalesce(touching.finding_ids, []::VARCHAR[]) AS finding_ids
    FROM fact
    JOIN measure USING (measure)
    LEFT JOIN item ON item.item = fact.item
    LEFT JOIN (
      SELECT fact_id, list(finding_id ORDER BY finding_id) AS finding_ids
      FROM (SELECT DISTINCT unnest(fact_ids) AS fact_id, finding_id FROM finding WHERE report_id = ${report_id})
      GROUP BY fact_id
    ) AS touching ON touching.fact_id = fact.fact_id
    WHERE fact.report_id = ${report_id}
    ORDER BY fact.source_line, fact.source_from, fact.fact_id`,
});
