import type { Example } from "./example.ts";

/** What a finance bureau looks for. */
export const BUREAU: readonly Example[] = [
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
  {
    zh: "每份报告的核查结果",
    en: "Findings by report and severity",
    note: {
      zh: "按严重程度透视；逐条核查另列通过与无法核对的条数",
      en: "Pivoted by severity",
    },
    sql: `pivot (
  select report_id, severity, finding_id from finding
) on severity using count(finding_id) group by report_id
order by report_id`,
  },
  {
    zh: "完成率：自述与重算",
    en: "Completion rates as stated and recomputed",
    note: {
      zh: "报告自述的完成率与按它自己的决算 ÷ 预算重算的差，百分点",
      en: "Stated rate against final ÷ budget from the same report, in percentage points",
    },
    sql: `select report_id, item, budget_measure, budget, final, stated_completion,
  round(final / nullif(budget, 0) * 100, 2) as recomputed,
  round(stated_completion - final / nullif(budget, 0) * 100, 2) as points_apart,
  stated_fact_id, final_fact_id
from three_public
where stated_completion is not null
order by abs(points_apart) desc nulls last`,
  },
  {
    zh: "项目执行率低、自评分高",
    en: "Projects with low execution and high scores",
    note: {
      zh: "执行率低于 $rate %、自评 90 分以上的项目；金额单位万元",
      en: "Execution below $rate percent and a self-score of 90 or more; amounts in 10 000 yuan",
    },
    params: { rate: "95" },
    sql: `select report_id, project, budget, executed, round(execution_rate, 1) as execution_rate, score, executed_fact_id
from performance
where execution_rate < $rate and score >= 90
order by execution_rate`,
  },
  {
    zh: "与上年相比变动大的数",
    en: "Large changes on last year",
    note: {
      zh: "同一报告里印的上年数与本年数；上年为零不可算",
      en: "This and last year as one report prints them; a zero last year gives no rate",
    },
    sql: `select now.report_id, now.item, before.value as last_year, now.value as this_year, now.unit,
  now.value - before.value as change,
  round((now.value / nullif(before.value, 0) - 1) * 100, 1) as percent,
  now.fact_id, before.fact_id as before_fact_id
from fact now
join fact before on before.report_id = now.report_id and before.item = now.item
  and before.measure = 'prior_final' and before.code is not distinct from now.code
where now.measure = 'final' and now.item is not null and now.unit = '万元'
qualify row_number() over (partition by now.report_id, now.item order by now.source_line) = 1
order by abs(change) desc nulls last`,
  },
];
