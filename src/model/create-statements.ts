import { ident, literal, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";
import { isStored } from "./stored.ts";
import { TABLES } from "./tables.ts";
import type { Table } from "./tables.ts";
import { VIEWS } from "./views/index.ts";
import type { ModelView } from "./views/index.ts";

export interface CreateOptions {
  /** Create the base tables, empty. Default false: the loader brings them filled. */
  readonly tables?: boolean;
  /**
   * Keep the stored views as tables. Default true; false leaves every view live, for checking;
   * `"loaded"`: the loader brings them filled, as it does the base tables.
   */
  readonly store?: boolean | "loaded";
  /** How many reports the base tables hold, since of many not all views are stored. Default: few. */
  readonly reports?: number;
  /** Add zh/en comments to tables, views and columns. Default true. */
  readonly comments?: boolean;
}

/**
 * The statements that make the model in a DuckDB, in order: base tables (where asked), views with
 * the stored ones kept as tables, comments (all in the last statement). The same text natively and in the page; no extension
 * is used. Run after the base tables are filled, since stored views are computed here.
 */
export function createStatements(options: CreateOptions = {}): string[] {
  const { tables = false, store = true, comments = true, reports = 0 } = options;
  const isKept = (view: ModelView): boolean => store !== false && isStored(view, reports);
  return [
    ...(tables ? TABLES.map(createTable) : []),
    ...VIEWS.filter((view) => store !== "loaded" || !isKept(view)).map((view) => createView(view, isKept(view))),
    ...(comments ? [commentStatement(isKept)] : []),
  ];
}

function createTable(table: Table): string {
  const columns = Object.entries(table.columns).map(
    ([name, column]) => `${ident(name).text} ${column.type}${column.nullable ? "" : " NOT NULL"}`,
  );
  return `CREATE TABLE ${ident(table.name).text} (${columns.join(", ")})`;
}

function createView(view: ModelView, isKept: boolean): string {
  if (view.sql.values.length > 0) throw new TypeError(`view ${view.name} binds values: a view cannot`);
  const kind = isKept ? "TABLE" : "VIEW";
  return `CREATE OR REPLACE ${kind} ${ident(view.name).text} AS\n${view.sql.text.trim()}`;
}

/** All comments as one text of many statements: one round trip to a worker instead of hundreds. */
function commentStatement(isKept: (view: ModelView) => boolean): string {
  return [...TABLES.flatMap(tableComments), ...VIEWS.flatMap((view) => viewComments(view, isKept(view)))].join(";\n");
}

const comment = (on: string, name: Sql, zh: string, en: string): string =>
  sql`COMMENT ON `.text + `${on} ${name.text} IS ${literal(`${zh} · ${en}`).text}`;

function tableComments(table: Table): string[] {
  return [
    comment("TABLE", ident(table.name), table.zh, table.en),
    ...Object.entries(table.columns).map(([name, column]) =>
      comment("COLUMN", sql`${ident(table.name)}.${ident(name)}`, column.zh, column.en),
    ),
  ];
}

function viewComments(view: ModelView, isKept: boolean): string[] {
  return [
    comment(isKept ? "TABLE" : "VIEW", ident(view.name), view.zh, view.en),
    ...Object.entries(view.columns).map(([name, column]) =>
      comment("COLUMN", sql`${ident(view.name)}.${ident(name)}`, column.zh, column.en),
    ),
  ];
}
