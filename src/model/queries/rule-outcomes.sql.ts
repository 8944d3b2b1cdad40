import type { RuleOutcomeRow } from "../../domain/records.ts";
import { sql } from "../sql.ts";
import { defineQuery } from "./query.ts";

export interface RuleOutcomesParams {
  report_id: string;
}

/** Every rule held against one report, in the order of the catalogue. */
export type RuleOutcomesRow = RuleOutcomeRow;

export const ruleOutcomes = defineQuery<RuleOutcomesParams, RuleOutcomesRow>({
  name: "rule-outcomes",
  columns: {
    report_id: "VARCHAR",
    rule_id: "VARCHAR",
    outcome: "VARCHAR",
    checked: "INTEGER",
    failed: "INTEGER",
    rounding: "INTEGER",
    finding_ids: "VARCHAR[]",
  },
  sql: ({ report_id }) => sql`
    SELECT rule_outcome.* FROM rule_outcome JOIN rule USING (rule_id)
    WHERE rule_outcome.report_id = ${report_id} ORDER BY rule.position`,
});
