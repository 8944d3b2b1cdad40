/** A piece of SQL with its bound values: text with `?`, values in order. */
export class Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];

  constructor(text: string, values: readonly SqlValue[] = []) {
    this.text = text;
    this.values = values;
  }
}

export type SqlValue = string | number | boolean | null;

/** A table, view or column name, quoted. The only way to splice a name into `sql`. */
export function ident(name: string): Sql {
  return new Sql(`"${name.replaceAll('"', '""')}"`);
}

/** Several pieces, separated. */
export function join(parts: readonly Sql[], separator: string): Sql {
  return new Sql(
    parts.map((part) => part.text).join(separator),
    parts.flatMap((part) => part.values),
  );
}

/** SQL from a literal: nested `Sql` is spliced, every other value is bound with `?`. */
export function sql(strings: TemplateStringsArray, ...slots: readonly (Sql | SqlValue)[]): Sql {
  let text = strings[0] ?? "";
  const values: SqlValue[] = [];
  slots.forEach((slot, index) => {
    if (slot instanceof Sql) {
      text += slot.text;
      values.push(...slot.values);
    } else {
      text += "?";
      values.push(slot);
    }
    text += strings[index + 1] ?? "";
  });
  return new Sql(text, values);
}

/** A string constant in SQL text, for views: a view cannot hold bound values. */
export function literal(value: string | number | null): Sql {
  if (value === null) return new Sql("NULL");
  return new Sql(typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`);
}

/** Column names and SQL types of a view or query, in order; the type is what DESCRIBE says. */
export type Columns = Readonly<Record<string, string>>;

/** A view of the contract: same text natively and in the page. */
export interface View {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly columns: Columns;
  readonly sql: Sql;
}

/** An answer holds the rows of its parts one after the other, so what was asked together is known one by one. */
export interface QueryParts<Params extends object, Row> {
  /** The questions about one thing each, by the name of the thing, in the order of the answer. */
  readonly of: (params: Params) => ReadonlyMap<string, Params>;
  /** The thing that a row is about. */
  readonly nameOf: (row: Row) => string;
  /** The question about some of its things only. */
  readonly only: (params: Params, names: ReadonlySet<string>) => Params;
}

/** A question as a statement that binds nothing: an engine that keeps it planned fills its lists and runs it. */
export interface ListedStatement {
  readonly text: string;
  /** Puts what is asked in the lists that the statement reads: see model/lists.ts. */
  readonly fill: string;
}

/**
 * A named question that a screen asks. `Params` is a plain JSON object (it keys the prepared
 * results), `Row` the type of its rows by column name.
 */
export interface Query<Params extends object, Row> {
  readonly name: string;
  readonly columns: Columns;
  readonly sql: (params: Params) => Sql;
  /** The same for an engine that asks it again and again; null or absent where it is planned anew each time. */
  readonly listed?: (params: Params) => ListedStatement | null;
  /** Where a question names several things: how its answer is made of the answers about one thing each. */
  readonly parts?: QueryParts<Params, Row>;
  /** Phantom: carries the row type, never set. */
  readonly row?: Row;
}

/** The statement with its values written into the text. No statement of the model has a `?` of its own. */
export function inlined(statement: Sql): string {
  const parts = statement.text.split("?");
  if (parts.length !== statement.values.length + 1) throw new TypeError("a statement has a ? that binds no value");
  return parts
    .map((part, index) => {
      const value = statement.values[index];
      if (value === undefined) return part;
      return part + (typeof value === "boolean" ? String(value) : literal(value).text);
    })
    .join("");
}
