import { sql } from "../sql.ts";
import { col, defineView } from "./view.ts";

export interface DoubtRow {
  fact_id: string;
  finding_id: string;
  expected: number | null;
}

/**
 * The figures that a finding questions are its `questioned_ids`, a misprint with its copies; the
 * witnesses stay trusted. A stated share or rate that its own amounts do not give is doubtful itself, and
 * leaves the amounts alone: they stand in tables of their own.
 */
export const doubtView = defineView<DoubtRow>({
  name: "doubt",
  zh: "存疑的事实",
  en: "Facts that a finding of severity error makes doubtful",
  columns: {
    fact_id: col("VARCHAR", "事实标识", "Fact id"),
    finding_id: col("VARCHAR", "发现标识", "Finding id"),
    expected: col("DECIMAL(18,6)", "应为", "Value that would agree, where the finding knows one"),
  },
  sql: sql`
    WITH questioned AS (
      SELECT unnest(questioned_ids) AS fact_id, finding_id, expected, fact_ids[1] AS first_id, witnesses
      FROM finding WHERE severity = 'error'
    )
    -- A misprint and its copies should all read the same; of a slid row or a wrong unit only the first is known.
    SELECT fact_id, finding_id, CASE WHEN fact_id = first_id OR witnesses IS NOT NULL THEN expected END AS expected
    FROM questioned`,
});
