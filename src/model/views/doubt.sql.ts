import { sql } from "../sql.ts";
import { col, defineView } from "./view.ts";

export interface DoubtRow {
  fact_id: string;
  finding_id: string;
}

/**
 * A stated share, growth or completion rate that disagrees with its own amounts makes the rate
 * doubtful, not the amounts: they stand in tables of their own.
 */
export const doubtView = defineView<DoubtRow>({
  name: "doubt",
  zh: "存疑的事实",
  en: "Facts that a finding of severity error makes doubtful",
  columns: {
    fact_id: col("VARCHAR", "事实标识", "Fact id"),
    finding_id: col("VARCHAR", "发现标识", "Finding id"),
  },
  sql: sql`
    WITH touched AS (
      SELECT unnest(fact_ids) AS fact_id, finding_id, category FROM finding WHERE severity = 'error'
    )
    SELECT touched.fact_id, touched.finding_id
    FROM touched
    JOIN fact USING (fact_id)
    WHERE touched.category <> 'stated_ratio' OR fact.unit = '%'`,
});
