/** Rows by number, such as their lines; a row may stand under several. Order is kept. */
export function groupBy<Row>(
  rows: readonly Row[],
  keys: (row: Row) => readonly number[],
): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    for (const key of new Set(keys(row))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}

/** Rows by an id that each has for itself. */
export function indexBy<Row>(rows: readonly Row[], id: (row: Row) => string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [id(row), row]));
}
