import type { Example } from "./example.ts";

/** What someone finds out who only just met the tables. */
export const EXPLORER: readonly Example[] = [
  {
    zh: "每份报告有哪些报表和数字",
    en: "Statements and figures of each report",
    note: {
      zh: "figures 是读出的数字个数，source_line 是第一处",
      en: "figures counts what was read; source_line is the first of them",
    },
    sql: `select report_id, statement, origin, count(*) as figures, min(source_line) as source_line
from fact
group by all
order by report_id, source_line`,
  },
  {
    zh: "在原文里查找",
    en: "Search the source text",
    note: { zh: "换成要找的词；点 line_no 看原文", en: "Put in other words; click line_no for the text" },
    sql: `select report_id, line_no, text
from source_line
where text like '%政府采购%'
order by report_id, line_no`,
  },
  {
    zh: "最长的原因说明",
    en: "The longest explanations",
    note: {
      zh: "报告自己写的原因，点 source_line 看原文",
      en: "Reasons as the reports give them; click source_line for the text",
    },
    sql: `select report_id, label, length(text) as characters, text, source_line
from reason
order by characters desc
limit 20`,
  },
  {
    zh: "同一项目在表与文字中的数字",
    en: "The same item in tables and in words",
    note: {
      zh: "同一份报告在表里和文字里印的数，应当相等",
      en: "What one report prints in tables and in words; the two should agree",
    },
    sql: `select report_id, item, measure, fiscal_year,
  max(value) filter (origin = 'table') as in_table,
  max(value) filter (origin = 'narrative') as in_narrative,
  list(distinct source_line order by source_line) as source_lines
from fact
where item in ('expenditure.total', 'expenditure.basic', 'expenditure.project', 'income.total') and code is null
group by all
having in_table is not null and in_narrative is not null
order by report_id, item`,
  },
  {
    zh: "数字的首位（本福德定律）",
    en: "First digits (Benford)",
    note: {
      zh: "全部金额的首位数字占比与本福德定律的期望；画成条形图",
      en: "Share of first digits of all amounts against Benford; drawn as bars",
    },
    chart: { mark: "bar", x: "digit", y: "percent" },
    sql: `select regexp_extract(value_text, '[1-9]') as digit, count(*) as figures,
  round(count(*) * 100.0 / sum(count(*)) over (), 1) as percent,
  round(log10(1 + 1.0 / cast(digit as integer)) * 100, 1) as benford,
  min(source_line) as source_line
from fact
where unit = '万元' and value > 0 and regexp_extract(value_text, '[1-9]') <> ''
group by digit
order by digit`,
  },
  {
    zh: "一行里出现的所有数字（$report 第 $line 行）",
    en: "All figures of one printed line ($report, line $line)",
    note: {
      zh: "从原文一行到它的事实；点 fact_id 看位置",
      en: "From a line of the text to its facts; click a fact_id for the place",
    },
    params: { report: "zhuzhou-2020-final", line: "175" },
    sql: `select f.report_id, f.source_line, f.source_from, f.value_text, f.unit_text, f.item, f.measure, f.value, f.fact_id
from fact f
where f.report_id = $report and f.source_line = $line
order by f.source_from`,
  },
  {
    zh: "没有归到任何项目的数字",
    en: "Figures that fit no item yet",
    note: {
      zh: "读出了、但词表里没有对应项目的数字，按印出的名称计数",
      en: "Read but without a canonical item, by printed label",
    },
    sql: `select label, count(*) as figures, count(distinct report_id) as reports,
  any_value(report_id) as report_id, min(source_line) as source_line
from fact
where item is null
group by label
order by figures desc, label
limit 50`,
  },
  {
    zh: "所有表和列",
    en: "All tables and columns",
    note: {
      zh: "DuckDB 自己的目录；含你建的表",
      en: "The catalogue of DuckDB, your own tables included",
    },
    sql: `select table_name, count(*) as columns, string_agg(column_name, ', ' order by column_index) as column_names
from duckdb_columns()
where not internal and schema_name = 'main'
group by table_name
order by table_name`,
  },
];
