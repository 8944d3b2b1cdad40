/** Rows by a key, each group in the order of the rows. */
export function groupRows<Row, Key>(rows: readonly Row[], key: (row: Row) => Key): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const own = key(row);
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [row]);
    else group.push(row);
  }
  return groups;
}

/** Values by a key that is unique among them; of several with one key the last. */
export function indexRows<Row, Key, Value>(
  rows: readonly Row[],
  entry: (row: Row) => readonly [Key, Value],
): ReadonlyMap<Key, Value> {
  return new Map(rows.map(entry));
}

/** The rows that belong to some reports. */
export function rowsOfReports<Row extends { readonly report_id: string }>(
  rows: readonly Row[],
  reports: readonly { readonly report_id: string }[],
): readonly Row[] {
  const ids = new Set(reports.map((report) => report.report_id));
  return rows.filter((row) => ids.has(row.report_id));
}

/** The different values among those of the rows, in their own order. */
export function distinct<Row, Value>(rows: readonly Row[], value: (row: Row) => Value): readonly Value[] {
  return [...new Set(rows.map(value))].toSorted();
}
