import type { Locale } from "../../i18n/locale.ts";
import { inLocale } from "../../i18n/locale.ts";

interface InBoth {
  readonly zh: string;
  readonly en: string;
}

/** A statement to start from. Only tables and views of the data contract are named. */
export interface Example extends InBoth {
  /** What to know when reading the result: its first line, as a comment. */
  readonly note: InBoth;
  /** Columns in two languages stand as `…_zh`. */
  readonly sql: string;
}

/** The statement as a reader of this language gets it. */
export function exampleText(example: Example, locale: Locale): string {
  const sql = locale === "zh" ? example.sql : example.sql.replace(/\b(name|note|message)_zh\b/g, "$1_en");
  return `-- ${inLocale(locale, example.note)}\n${sql}`;
}

export interface ExampleGroup extends InBoth {
  readonly id: "analyst" | "bureau" | "explorer";
  readonly examples: readonly Example[];
}

/** Examples by what their reader wants to find out. */
export const EXAMPLES: readonly ExampleGroup[] = [
  {
    id: "analyst",
    zh: "政策分析",
    en: "Policy analyst",
    examples: [
      {
        zh: "人均基本支出与人均工资福利",
        en: "Basic expenditure and wages per head",
        note: {
          zh: "可比口径 ÷ 在职人员；没有数的单位也留在表里，看 status 和说明",
          en: "Comparable basis per person in service; an agency without a value keeps its row: see status and note",
        },
        sql: `select agency.short_name, v.fiscal_year, metric.name_zh, round(v.value, 2) as value, metric.unit,
  v.status, v.bias, v.note_zh, v.fact_ids, v.report_id
from metric_value v
join metric using (metric_id)
join agency using (agency_id)
where v.metric_id in ('per_staff.basic', 'per_staff.wages')
  and v.basis = 'comparable' and v.denominator = 'in_service' and v.report_kind = 'final'
order by metric.name_zh, v.value desc nulls last`,
      },
      {
        zh: "工资福利支出逐款对比",
        en: "Wages, class by class",
        note: {
          zh: "经济分类 301 下各款，每家一列，单位万元；空值是没有列支或没有披露",
          en: "Classes under 301, a column per agency, in 10 000 yuan; null is not spent or not disclosed",
        },
        sql: `pivot (
  select e.code, e.label, agency.short_name, e.amount
  from economic_class e
  join agency using (agency_id)
  where e.report_kind = 'final' and e.measure = 'final'
    and starts_with(e.code, '301') and length(e.code) = 5
)
on short_name using sum(amount) group by code
order by code`,
      },
      {
        zh: "基本支出由哪些数字算出",
        en: "The printed figures behind a metric",
        note: {
          zh: "每个指标值带着它的事实；点 fact_id 看原文",
          en: "A metric value carries its facts; click a fact_id for the printed line",
        },
        sql: `select v.report_id, v.status, fact.label, fact.measure, fact.value, fact.unit, fact.fact_id, fact.source_line
from (
  select report_id, status, unnest(fact_ids) as fact_id
  from metric_value
  where metric_id = 'per_staff.basic' and basis = 'comparable' and denominator = 'in_service'
) v
join fact on fact.fact_id = v.fact_id
order by v.report_id, fact.source_line`,
      },
    ],
  },
  {
    id: "bureau",
    zh: "财政监督",
    en: "Finance bureau",
    examples: [
      {
        zh: "差额一万元以上的核查发现",
        en: "Findings of 10 000 yuan or more",
        note: {
          zh: "单位万元；点 source_lines 看涉及的各行",
          en: "In 10 000 yuan; click source_lines for the lines involved",
        },
        sql: `select report_id, severity, rule_id, stated, expected, difference, unit, message_zh, source_lines
from finding
where unit = '万元' and abs(difference) >= 1
order by abs(difference) desc`,
      },
      {
        zh: "支出决算偏离年初预算",
        en: "Final expenditure against initial budget",
        note: {
          zh: "合计支出：决算 ÷ 年初预算；年初预算为零或未披露时不可算，留空",
          en: "Total: final ÷ initial budget; null where that is zero or not disclosed",
        },
        sql: `select report_id, initial_budget, adjusted_budget, final,
  round(final / nullif(initial_budget, 0) * 100, 1) as percent_of_initial,
  stated_completion, initial_line, final_line
from execution
where item = 'expenditure.total' and report_kind = 'final'
order by abs(final / nullif(initial_budget, 0) - 1) desc nulls last`,
      },
      {
        zh: "“三公”预算、决算与每人次接待费",
        en: "Three public: budget, final, price per visitor",
        note: {
          zh: "金额万元，单价元/人次；0 ÷ 0 不是完成率，留空",
          en: "Amounts in 10 000 yuan, price in yuan per visitor; 0 ÷ 0 is no rate and stays null",
        },
        sql: `select t.report_id, t.item, t.budget, t.budget_measure, t.final,
  round(t.final / nullif(t.budget, 0) * 100, 1) as percent_of_budget,
  round(t.final * 10000 / nullif(visitors.value, 0), 0) as yuan_per_visitor,
  t.final_fact_id, t.source_line
from three_public t
left join quantity visitors
  on visitors.report_id = t.report_id and visitors.item = 'reception.visitors' and t.item = 'three_public.reception'
where t.report_kind = 'final'
order by t.report_id, t.item`,
      },
      {
        zh: "哪些指标因未披露而缺",
        en: "What is missing because it was not disclosed",
        note: { zh: "指标的全部输入都没有披露，按指标组列出", en: "Metrics whose inputs are not disclosed, by group" },
        sql: `select v.report_id, metric.metric_group, count(*) as metrics, string_agg(metric.name_zh, '、') as names
from (select distinct report_id, metric_id from metric_value where status = 'undisclosed' and basis = 'reported') v
join metric using (metric_id)
group by all
order by metrics desc, v.report_id`,
      },
    ],
  },
  {
    id: "explorer",
    zh: "数据探索",
    en: "Explorer",
    examples: [
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
    ],
  },
];
