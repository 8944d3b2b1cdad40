import { TABLES } from "./tables.ts";
import type { Table } from "./tables.ts";
import { VIEWS } from "./views/index.ts";
import type { ModelView } from "./views/index.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|");

function tableSection(table: Table): string[] {
  return [
    `### \`${table.name}\` ${table.zh} · ${table.en}`,
    "",
    "| 列 column | 类型 type | 说明 meaning |",
    "| --- | --- | --- |",
    ...Object.entries(table.columns).map(
      ([name, column]) =>
        `| \`${name}\` | ${column.type}${column.nullable ? ", null" : ""} | ${cell(`${column.zh} · ${column.en}`)} |`,
    ),
    "",
  ];
}

function viewSection(view: ModelView): string[] {
  return [
    `### \`${view.name}\` ${view.zh} · ${view.en}`,
    "",
    "| 列 column | 类型 type | 说明 meaning |",
    "| --- | --- | --- |",
    ...Object.entries(view.columns).map(
      ([name, column]) => `| \`${name}\` | ${column.type} | ${cell(`${column.zh} · ${column.en}`)} |`,
    ),
    "",
  ];
}

/** TABLES.md: every table and view with its columns, generated from their definitions. */
export function tablesMarkdown(): string {
  return [
    "# 表与视图 · Tables and views",
    "",
    "由 `npm run docs` 依定义生成，勿手工修改。Generated from the definitions by `npm run docs`; do not edit. `npm run sql -- --print <view>` prints a view’s SQL.",
    "",
    "## 基础表 · Base tables (Parquet)",
    "",
    ...TABLES.flatMap(tableSection),
    "## 视图 · Views",
    "",
    ...VIEWS.flatMap(viewSection),
  ].join("\n");
}
