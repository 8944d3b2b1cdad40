import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { SQLNamespace } from "@codemirror/lang-sql";
import type { Locale } from "../../i18n/locale.ts";
import { inLocale } from "../../i18n/locale.ts";
import { MODEL_VALUES } from "./model-values.ts";
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

/** Letters of any script, digits and the underscore. */
const WORD = /^[\p{L}\p{N}_]*$/u;

/** What is searched is name and meaning, so that typing 源行 finds source_line; what is shown and put in is the name. */
function named(name: string, meaning: string): Pick<Completion, "label" | "displayLabel" | "apply"> {
  return meaning === "" ? { label: name } : { label: `${name} ${meaning}`, displayLabel: name, apply: name };
}

function columnCompletion(column: SchemaColumn, locale: Locale, table?: string): Completion {
  const of = table === undefined ? "" : ` · ${table}`;
  const meaning = inLocale(locale, column);
  return {
    ...named(column.name, column.zh),
    type: "property",
    detail: `${meaning === "" ? "" : `${meaning} · `}${column.type}${of}`,
  };
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
  const words = new Set(statement.toLowerCase().match(/[\p{L}_][\p{L}\p{N}_]*/gu));
  return schema.filter((entry) => words.has(entry.name.toLowerCase()));
}

const ALIAS =
  /\b(?:from|join)\s+([\p{L}_][\p{L}\p{N}_.]*)\s+(?:as\s+)?([\p{L}_][\p{L}\p{N}_]*)|\bas\s+([\p{L}_][\p{L}\p{N}_]*)|(?:\bwith\s+(?:recursive\s+)?|\)\s*,\s*)([\p{L}_][\p{L}\p{N}_]*)\s+as\s*\(/giu;
const NO_ALIAS = new Set(
  "on using where group order join left right full inner cross natural limit having qualify window union and or as positional asof semi anti lateral sample tablesample pivot unpivot select".split(
    " ",
  ),
);

/** Names that a statement itself gives: aliases of tables, of columns, common table expressions. */
export function aliasesIn(statement: string): { readonly name: string; readonly of: string | null }[] {
  const found = new Map<string, string | null>();
  for (const [, table, tableAlias, columnAlias, expression] of statement.matchAll(ALIAS)) {
    const name = tableAlias ?? columnAlias ?? expression;
    if (name === undefined || NO_ALIAS.has(name.toLowerCase())) continue;
    found.set(name, tableAlias === undefined ? null : (table ?? null));
  }
  return [...found].map(([name, of]) => ({ name, of }));
}

/**
 * Columns of the tables that the statement around the cursor names, wherever the cursor stands in
 * it, names that the statement gives, and functions. What stands behind a dot is left to the
 * language's own completion.
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
    if (isInText(context)) return null;
    const word = context.matchBefore(/[\p{L}\p{N}_.]*/u);
    if (word === null || word.text.includes(".") || (word.text === "" && !context.explicit)) return null;
    const text = context.state.doc.toString();
    const span = statementAt(text, context.pos);
    const statement = span === null ? "" : text.slice(span.from, span.to);
    const columns = new Map<string, Completion>();
    for (const entry of namedIn(statement, schema)) {
      for (const column of entry.columns) {
        if (!columns.has(column.name)) columns.set(column.name, columnCompletion(column, locale, entry.name));
      }
    }
    const aliases = aliasesIn(statement)
      .filter(({ name }) => !columns.has(name) && name !== word.text)
      .map(({ name, of }): Completion => ({ label: name, type: "variable", ...(of === null ? {} : { detail: of }) }));
    return { from: word.from, options: [...columns.values(), ...aliases, ...functions], validFor: WORD };
  };
}

/** Whether the cursor stands in a text constant. */
function isInText(context: CompletionContext): boolean {
  return syntaxTree(context.state).resolveInner(context.pos, -1).name === "String";
}

/** Words that columns of the model hold: metric ids, bases, statuses and the like, each with its meaning. */
export function valueSource(locale: Locale): CompletionSource {
  const options = MODEL_VALUES.map(({ value, zh, en, kind }): Completion => ({
    ...named(value, zh),
    type: "constant",
    detail: `${inLocale(locale, { zh, en })} · ${inLocale(locale, kind)}`,
  }));
  return (context: CompletionContext): CompletionResult | null => {
    if (!isInText(context)) return null;
    const word = context.matchBefore(/[\p{L}\p{N}_.-]*/u);
    if (word === null) return null;
    return { from: word.from, options, validFor: /^[\p{L}\p{N}_.-]*$/u };
  };
}
