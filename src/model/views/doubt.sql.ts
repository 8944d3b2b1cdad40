import { sql } from "../sql.ts";
import { col, defineView } from "./view.ts";

export interface DoubtRow {
  fact_id: string;
  finding_id: string;
  expected: number | null;
}

/**
 * The figure that a finding questions stands first in its `fact_ids`; the others are its witnesses
 * and stay trusted. A stated share or rate that its own amounts do not give is doubtful itself, and
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
    SELECT fact_ids[1] AS fact_id, finding_id, expected FROM finding WHERE severity = 'error' AND len(fact_ids) > 0`,
});
