import type { ResultRows } from "../engine/reader-engine.ts";

/** A table or view that a reader made, with its columns. */
export interface ReaderTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Tables from rows of table, column and type, in order. */
export function tablesOf(rows: ResultRows): ReaderTable[] {
  const tables = new Map<string, { name: string; type: string }[]>();
  for (let row = 0; row < rows.count; row++) {
    const [table, name, type] = [rows.text(row, 0) ?? "", rows.text(row, 1) ?? "", rows.text(row, 2) ?? ""];
    const columns = tables.get(table) ?? [];
    columns.push({ name, type });
    tables.set(table, columns);
  }
  return [...tables].map(([name, columns]) => ({ name, columns }));
}
