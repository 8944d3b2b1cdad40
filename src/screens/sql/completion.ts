import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import type { SQLNamespace } from "@codemirror/lang-sql";
import type { Locale } from "../../i18n/locale.ts";
import { inLocale } from "../../i18n/locale.ts";
import type { SchemaColumn, SchemaEntry } from "./schema.ts";
import { statementAt } from "./statements.ts";

/** Functions worth offering: name, Chinese and English meaning. Any other works as well. */
const FUNCTIONS = [
  ["count", "计数", "number of rows"],
  ["sum", "合计", "sum"],
  ["avg", "平均", "mean"],
  ["median", "中位数", "median"],
  ["min", "最小", "smallest"],
  ["max", "最大", "largest"],
  ["quantile_cont", "分位数", "quantile"],
  ["stddev_samp", "标准差", "standard deviation"],
  ["round", "四舍五入", "round"],
  ["abs", "绝对值", "absolute value"],
  ["coalesce", "取第一个非空", "first that is not null"],
  ["nullif", "相等则为空", "null when equal"],
  ["length", "长度", "length"],
  ["starts_with", "以…开头", "begins with"],
  ["contains", "包含", "contains"],
  ["substring", "截取", "part of a text"],
  ["replace", "替换", "replace"],
  ["regexp_matches", "正则匹配", "matches a pattern"],
  ["string_agg", "拼接文本", "join texts"],
  ["list", "汇成列表", "collect into a list"],
  ["unnest", "展开列表", "rows of a list"],
  ["list_contains", "列表包含", "list contains"],
  ["row_number", "行号", "row number"],
  ["rank", "名次", "rank"],
  ["lag", "上一行", "row before"],
  ["lead", "下一行", "row after"],
  ["any_value", "任取一值", "any value"],
  ["arg_max", "最大处的值", "value where another is largest"],
  ["arg_min", "最小处的值", "value where another is smallest"],
] as const;

function columnCompletion(column: SchemaColumn, locale: Locale, table?: string): Completion {
  const of = table === undefined ? "" : ` · ${table}`;
  return { label: column.name, type: "property", detail: `${inLocale(locale, column)} · ${column.type}${of}` };
}

/** Tables, views and their columns, for what stands behind a dot or an alias. */
export function namespaceOf(schema: readonly SchemaEntry[], locale: Locale): SQLNamespace {
  return Object.fromEntries(
    schema.map((entry) => [
      entry.name,
      {
        self: { label: entry.name, type: "type", detail: inLocale(locale, entry) },
        children: entry.columns.map((column) => columnCompletion(column, locale)),
      },
    ]),
  );
}

/** The tables and views that a statement names. */
export function namedIn(statement: string, schema: readonly SchemaEntry[]): SchemaEntry[] {
  const words = new Set(statement.toLowerCase().match(/[a-z_]\w*/g));
  return schema.filter((entry) => words.has(entry.name));
}

/**
 * Columns of the tables that the statement around the cursor names, wherever the cursor stands in
 * it, and functions. What stands behind a dot is left to the language's own completion.
 */
export function columnSource(schema: readonly SchemaEntry[], locale: Locale): CompletionSource {
  const functions: Completion[] = FUNCTIONS.map(([label, zh, en]) => ({
    label,
    type: "function",
    detail: inLocale(locale, { zh, en }),
    apply: `${label}(`,
    boost: -1,
  }));
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\w.]*/);
    if (word === null || word.text.includes(".") || (word.text === "" && !context.explicit)) return null;
    const text = context.state.doc.toString();
    const span = statementAt(text, context.pos);
    const named = span === null ? [] : namedIn(text.slice(span.from, span.to), schema);
    const columns = new Map<string, Completion>();
    for (const entry of named) {
      for (const column of entry.columns) {
        if (!columns.has(column.name)) columns.set(column.name, columnCompletion(column, locale, entry.name));
      }
    }
    return { from: word.from, options: [...columns.values(), ...functions], validFor: /^\w*$/ };
  };
}
