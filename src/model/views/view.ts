import type { SqlType } from "../tables.ts";
import type { Sql } from "../sql.ts";

export interface ViewColumn {
  /** As DESCRIBE says. */
  readonly type: SqlType | "DOUBLE" | "BOOLEAN" | "BIGINT";
  readonly zh: string;
  readonly en: string;
}

/** Exactly the columns of `Row`. */
export type ViewColumnsOf<Row> = { readonly [Name in keyof Row]-?: ViewColumn };

/**
 * A view of the contract, or one it stands on: the same text natively and in the page. `stored`
 * ones are kept as tables by the loader, since many questions read them; `"few"` of few reports only.
 */
export interface ModelView {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly columns: Readonly<Record<string, ViewColumn>>;
  readonly sql: Sql;
  readonly stored: boolean | "few";
}

/** A view whose columns are tied to its row type: a column more or less is a type error. */
export function defineView<Row>(view: {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly columns: ViewColumnsOf<Row>;
  readonly sql: Sql;
  readonly stored?: boolean | "few";
}): ModelView {
  return { ...view, stored: view.stored ?? false };
}

/** A column of a view: type, Chinese and English comment. */
export function col(type: ViewColumn["type"], zh: string, en: string): ViewColumn {
  return { type, zh, en };
}

/** The columns every view of a report’s figures begins with. */
export interface ViewReportFields {
  report_id: string;
  agency_id: string;
  fiscal_year: number;
  report_kind: "final" | "budget";
}

export const VIEW_REPORT_COLUMNS = {
  report_id: col("VARCHAR", "报告标识", "Report id"),
  agency_id: col("VARCHAR", "单位标识", "Agency id"),
  fiscal_year: col("INTEGER", "报告年度", "Fiscal year of the report"),
  report_kind: col("VARCHAR", "报告类型", "final or budget"),
} as const;
