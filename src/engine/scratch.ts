import { ident } from "../model/sql.ts";

/**
 * A database of its own for what readers type: views on the model's tables and views. What they
 * create stays there, and `DROP TABLE fact` or `DELETE FROM fact` cannot empty the other screens.
 */
export const SCRATCH = "scratch";

/** The reader's view of a table or view of the model, unless something of that name is there. */
export function scratchView(name: string): string {
  const quoted = ident(name).text;
  return `CREATE VIEW IF NOT EXISTS ${SCRATCH}.main.${quoted} AS FROM memory.main.${quoted}`;
}

/** Whether DuckDB's text of a view says that it is the reader's view of the model's table of that name, and nothing more. */
export function isScratchView(name: string, definition: string): boolean {
  const [, source = ""] = /\bAS\s+(?:SELECT \*\s+)?FROM\s+([^;]+?)\s*;?\s*$/i.exec(definition) ?? [];
  return source.replaceAll('"', "").replace(/[()\s]/g, "") === `memory.main.${name}`;
}
