import { VIEWS } from "./views/index.ts";
import type { ViewColumn } from "./views/index.ts";

/** A table as it lies in a Parquet file: base tables, and views whose rows are kept. */
export interface StoredTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, { readonly type: ViewColumn["type"]; readonly nullable: boolean }>>;
}

/**
 * The views that many questions read, as tables. A build computes their rows once, so that the
 * page neither computes them nor binds one view inside the other inside the other.
 */
export const STORED_VIEWS: readonly StoredTable[] = VIEWS.filter((view) => view.stored).map((view) => ({
  name: view.name,
  columns: Object.fromEntries(
    Object.entries(view.columns).map(([name, column]) => [name, { type: column.type, nullable: true }]),
  ),
}));
