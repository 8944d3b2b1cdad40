import { ident, inlined, join, literal, sql } from "./sql.ts";
import type { ListedStatement, Sql } from "./sql.ts";

/**
 * What a question is about where its statement is the same for all: tables that an engine fills before
 * it runs the statement. One that binds values is planned at every run, which takes as long as to run it.
 */
export const LISTS = {
  /** Metrics, each on one basis and by one headcount, null for a metric that divides by none. */
  asked_reading: ["metric_id", "basis", "denominator"],
  asked_report: ["report_id"],
} as const;

export type ListName = keyof typeof LISTS;

/** The rows of a list, cells in the order of its columns. */
export type ListRows = readonly (readonly (string | null)[])[];

/** Rows by list. */
export type Lists = Partial<Readonly<Record<ListName, ListRows>>>;

const NAMES = Object.keys(LISTS) as ListName[]; // an object's own keys are its keys

/** Gives the table expression of a list. */
export type ListOf = (name: ListName) => Sql;

/** The list itself, its values bound: for an engine that keeps no such tables. */
function spelt(name: ListName, rows: ListRows): Sql {
  const columns = LISTS[name];
  const names = join(columns.map(ident), ", ");
  // Without rows it still has its columns.
  const lines = [columns.map(() => null), ...rows].map(
    (row) =>
      sql`(${join(
        row.map((cell) => sql`${cell}::VARCHAR`),
        ", ",
      )})`,
  );
  return sql`(SELECT ${names} FROM (VALUES ${join(lines, ", ")}) AS each (${names}))`;
}

/**
 * A question's statement in both forms.
 *
 * @param statement of the same question about whatever its lists hold; binds nothing that differs from
 *   question to question but what few questions differ in.
 */
export function listedForms<Params extends object>(
  listsOf: (params: Params) => Lists,
  statement: (params: Params, list: ListOf) => Sql,
): { readonly sql: (params: Params) => Sql; readonly listed: (params: Params) => ListedStatement } {
  return {
    sql: (params) => {
      const lists = listsOf(params);
      return statement(params, (name) => spelt(name, lists[name] ?? []));
    },
    listed: (params) => ({ text: inlined(statement(params, askedRows)), fill: fillStatement(listsOf(params)) }),
  };
}

/**
 * Texts of rows that no question asks for and that stay, and where they lie beside those that are. A
 * statement is planned by what the lists may hold: by these that is any text, and null. Planned by the least
 * and greatest text of one question, it would cut the next one's short. They lie on both sides of the rows
 * asked for, so that no plan takes it for settled which there are: a list is often empty when its statement is planned.
 */
const BOUNDS = [
  { text: "", aside: -1 },
  { text: "\u9fa5".repeat(40), aside: 1 },
  { text: null, aside: 1 },
] as const;

const ASKED = 0;

/** The rows asked for. The others are left out before anything is joined: a join reads no more of a table than lies between its least and greatest key. */
function askedRows(name: ListName): Sql {
  return sql`(SELECT ${join(LISTS[name].map(ident), ", ")} FROM ${ident(name)} WHERE aside = ${ASKED})`;
}

const line = (cells: readonly (string | null)[]): string => `(${cells.map((cell) => literal(cell).text).join(", ")})`;

/** Makes the lists on a connection; nobody else sees them. */
export const CREATE_LISTS: readonly string[] = NAMES.flatMap((name) => [
  `CREATE TEMP TABLE ${name} (${LISTS[name].map((column) => `${column} VARCHAR`).join(", ")}, aside INTEGER NOT NULL)`,
  `INSERT INTO ${name} VALUES ${BOUNDS.map(({ text, aside }) => `(${LISTS[name].map(() => literal(text).text).join(", ")}, ${aside})`).join(", ")}`,
]);

/** Puts other rows in place of those of the question before. */
function fillStatement(lists: Lists): string {
  return NAMES.flatMap((name) => {
    const rows = lists[name];
    if (rows === undefined) return [];
    const cells = LISTS[name].join(", ");
    const values = rows.map(line).join(", ");
    return [
      `DELETE FROM ${name} WHERE aside = ${ASKED}`,
      ...(rows.length === 0
        ? []
        : [`INSERT INTO ${name} SELECT ${cells}, ${ASKED} FROM (VALUES ${values}) AS each (${cells})`]),
    ];
  }).join(";\n");
}
