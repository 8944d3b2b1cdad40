import { QUERIES } from "./queries/opening.ts";
import type { Columns } from "./sql.ts";
import { inlined } from "./sql.ts";
import { VIEWS } from "./views/index.ts";

/** A view or named query with what it promises: checked against DESCRIBE on every engine. */
export interface Binding {
  readonly name: string;
  /** `DESCRIBE …` with all values in place, so that any engine can run it as plain text. */
  readonly describe: string;
  /** Promised names and types, in order. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** One row of DESCRIBE, as far as the check reads it. */
export interface DescribedColumn {
  readonly column_name: string;
  readonly column_type: string;
}

/** Every view and named query. The native tests and the tests in the page walk the same list. */
export function bindings(): Binding[] {
  const views = VIEWS.map((view) => ({
    name: view.name,
    describe: `DESCRIBE SELECT * FROM "${view.name}"`,
    columns: Object.entries(view.columns).map(([name, { type }]) => ({ name, type })),
  }));
  const queries = QUERIES.map(({ query, statement }) => ({
    name: query.name,
    describe: `DESCRIBE ${inlined(statement)}`,
    columns: listed(query.columns),
  }));
  return [...views, ...queries];
}

/** What differs between promise and DESCRIBE, one sentence each; empty when nothing does. */
export function columnProblems(binding: Binding, described: readonly DescribedColumn[]): string[] {
  const found = described.map(({ column_name, column_type }) => `${column_name} ${column_type}`);
  const wanted = binding.columns.map(({ name, type }) => `${name} ${type}`);
  const missing = wanted.filter((column) => !found.includes(column));
  const unexpected = found.filter((column) => !wanted.includes(column));
  const order =
    missing.length + unexpected.length === 0 && found.join() !== wanted.join()
      ? [`${binding.name}: columns come in another order: ${found.join(", ")}`]
      : [];
  return [
    ...missing.map((column) => `${binding.name}: promises ${column}, which is not there`),
    ...unexpected.map((column) => `${binding.name}: has ${column}, which is not promised`),
    ...order,
  ];
}

const listed = (columns: Columns) => Object.entries(columns).map(([name, type]) => ({ name, type }));
