import { ident, join, sql } from "../sql.ts";
import type { ListedStatement, Query, QueryParts, Sql } from "../sql.ts";

/** Exactly the columns of `Row`, each with the type DESCRIBE gives. */
export type ColumnsOf<Row> = { readonly [Name in keyof Row]-?: string };

/** A query whose columns are tied to its row type: a column more or less is a type error. */
export function defineQuery<Params extends object, Row>(query: {
  readonly name: string;
  readonly columns: ColumnsOf<Row>;
  readonly sql: (params: Params) => Sql;
  readonly listed?: (params: Params) => ListedStatement | null;
  readonly parts?: QueryParts<Params, Row>;
}): Query<Params, Row> {
  return query;
}

/** Parameters of a question that needs none; `{}` in a prepared result’s key. */
export type NoParams = Readonly<Record<string, never>>;

/** Whose report a row is about. Every query that lists reports starts with these columns. */
export interface ReportFields {
  report_id: string;
  agency_id: string;
  short_name: string;
  agency_name: string;
  name_en: string | null;
  level: string | null;
  fiscal_year: number;
  report_kind: "final" | "budget";
}

export const REPORT_COLUMNS = {
  report_id: "VARCHAR",
  agency_id: "VARCHAR",
  short_name: "VARCHAR",
  agency_name: "VARCHAR",
  name_en: "VARCHAR",
  level: "VARCHAR",
  fiscal_year: "INTEGER",
  report_kind: "VARCHAR",
} as const;

/** The columns of `ReportFields`, from tables that the caller names `report` and `agency`. */
export const REPORT_FIELDS = sql`report.report_id, report.agency_id, agency.short_name, agency.name AS agency_name,
    agency.name_en, agency.level, report.fiscal_year, report.report_kind`;

/** `column IN (…)` with bound values; no value selects no row. */
export function among(column: string, values: readonly string[]): Sql {
  if (values.length === 0) return sql`false`;
  const list = join(
    values.map((value) => sql`${value}`),
    ", ",
  );
  return sql`${qualified(column)} IN (${list})`;
}

/** `column = value`, or true where the caller leaves the choice open. */
export function equalsOrAny(column: string, value: string | number | null | undefined): Sql {
  return value === null || value === undefined ? sql`true` : sql`${qualified(column)} = ${value}`;
}

function qualified(column: string): Sql {
  return join(column.split(".").map(ident), ".");
}
