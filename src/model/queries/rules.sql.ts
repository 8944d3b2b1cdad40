import type { RuleRow } from "../../domain/records.ts";
import { sql } from "../sql.ts";
import { defineQuery } from "./query.ts";
import type { NoParams } from "./query.ts";

/** The catalogue of the audit, in its order. */
export type RulesRow = RuleRow;

export const rules = defineQuery<NoParams, RulesRow>({
  name: "rules",
  columns: {
    rule_id: "VARCHAR",
    position: "INTEGER",
    category: "VARCHAR",
    category_zh: "VARCHAR",
    category_en: "VARCHAR",
    severity: "VARCHAR",
    statement_zh: "VARCHAR",
    statement_en: "VARCHAR",
    inputs_zh: "VARCHAR",
    inputs_en: "VARCHAR",
  },
  sql: () => sql`SELECT * FROM rule ORDER BY position`,
});
