import { TABLES, VIEWS } from "../../model/index.ts";
import type { ReaderTable } from "../../state/reader-tables.svelte.ts";

/** A column as the schema list and the completion name it. */
export interface SchemaColumn {
  readonly name: string;
  readonly type: string;
  readonly zh: string;
  readonly en: string;
}

/** `own`: what the reader made or dropped here. */
export type SchemaGroup = "table" | "view" | "helper" | "own";

/** A table or view that a statement may read. */
export interface SchemaEntry {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly group: SchemaGroup;
  readonly columns: readonly SchemaColumn[];
}

/** The views of the data contract; the others are steps on the way to them. */
const CONTRACT = [
  "metric_value",
  "metric",
  "headcount",
  "three_public",
  "execution",
  "performance",
  "economic_class",
  "function_class",
];

interface Described {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly columns: Readonly<Record<string, Omit<SchemaColumn, "name">>>;
}

function entry(of: Described, group: SchemaGroup): SchemaEntry {
  const columns = Object.entries(of.columns).map(([name, { type, zh, en }]) => ({ name, type, zh, en }));
  return { name: of.name, zh: of.zh, en: of.en, group, columns };
}

/** All tables and views, in the order in which they are listed. */
export const SCHEMA: readonly SchemaEntry[] = [
  ...TABLES.map((table) => entry(table, "table")),
  ...VIEWS.filter((view) => CONTRACT.includes(view.name))
    .toSorted((one, other) => CONTRACT.indexOf(one.name) - CONTRACT.indexOf(other.name))
    .map((view) => entry(view, "view")),
  ...VIEWS.filter((view) => !CONTRACT.includes(view.name)).map((view) => entry(view, "helper")),
];

/** The reader's own tables for the same list; they carry no comments. */
export function ownEntries(tables: readonly ReaderTable[]): SchemaEntry[] {
  return tables.map(({ name, columns }) => ({
    name,
    zh: "",
    en: "",
    group: "own",
    columns: columns.map((column) => ({ ...column, zh: "", en: "" })),
  }));
}
