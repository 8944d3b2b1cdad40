import { FEW_REPORTS } from "./few-reports.ts";
import { VIEWS } from "./views/index.ts";
import type { ModelView, ViewColumn } from "./views/index.ts";

/** A table as it lies in a Parquet file: base tables, and views whose rows are kept. */
export interface StoredTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, { readonly type: ViewColumn["type"]; readonly nullable: boolean }>>;
}

/** Whether a view's rows are kept as a table with so many reports: of many, those of `"few"` are not. */
export function isStored({ stored }: ModelView, reports: number): boolean {
  return stored === "few" ? reports <= FEW_REPORTS : stored;
}

/**
 * The views that many questions read, as tables. A build computes their rows once, so that the
 * page neither computes them nor binds one view inside the other inside the other.
 */
export function storedViews(reports: number): StoredTable[] {
  return VIEWS.filter((view) => isStored(view, reports)).map((view) => ({
    name: view.name,
    columns: Object.fromEntries(
      Object.entries(view.columns).map(([name, column]) => [name, { type: column.type, nullable: true }]),
    ),
  }));
}
