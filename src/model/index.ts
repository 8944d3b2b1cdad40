export { bindings, columnProblems } from "./bindings.ts";
export type { Binding, DescribedColumn } from "./bindings.ts";
export { createStatements } from "./create-statements.ts";
export type { CreateOptions } from "./create-statements.ts";
export { TABLES } from "./tables.ts";
export type { TableName, TableRows } from "./tables.ts";
export { VIEWS } from "./views/index.ts";
export type { ModelView, ViewColumn } from "./views/index.ts";
