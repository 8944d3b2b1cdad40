import { ident, join, literal, sql } from "../sql.ts";
import type { Sql, SqlValue } from "../sql.ts";

const SEPARATOR = "|";

type ListType = "VARCHAR" | "INTEGER" | "BOOLEAN";

/**
 * A constant table as SQL: one text with a row a line, split by the engine. `VALUES` would say the
 * same, but a parser and binder that meet four thousand constants one by one cost the page a tenth
 * of a second at every start; one constant costs nothing.
 *
 * @param columns names and types, in order.
 * @param rows cells in that order; null and the empty text both become NULL.
 * @throws TypeError when a text holds the separator or a line break.
 */
export function valueList(
  columns: Readonly<Record<string, ListType>>,
  rows: readonly (readonly (SqlValue | undefined)[])[],
): Sql {
  const lines = rows.map((row) => row.map(cellText).join(SEPARATOR));
  const selected = Object.entries(columns).map(([name, type], index) => {
    const cell = sql`nullif(cells[${literal(index + 1)}], '')`;
    return sql`${type === "VARCHAR" ? cell : sql`${cell}::${join([ident(type)], "")}`} AS ${ident(name)}`;
  });
  return sql`
    SELECT ${join(selected, ",\n      ")}
    FROM (
      SELECT string_split(unnest(string_split(${literal(lines.join("\n"))}, chr(10))), ${literal(SEPARATOR)}) AS cells
    )`;
}

function cellText(cell: SqlValue | undefined): string {
  const text = cell === null || cell === undefined ? "" : String(cell);
  if (text.includes(SEPARATOR) || text.includes("\n")) {
    throw new TypeError(`a cell of a constant table holds ${SEPARATOR} or a line break: ${text}`);
  }
  return text;
}
