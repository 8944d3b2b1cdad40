import type { Example } from "./example.ts";

/** What analysts who benchmark agencies ask. */
export const ANALYST: readonly Example[] = [
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
  {
    zh: "每个指标里的名次",
    en: "Rank within each metric",
    note: {
      zh: "窗口函数：名次、与其他单位中位数之比；只排有数的单位",
      en: "Window functions: rank, ratio to the median of all; agencies with a value only",
    },
    sql: `select metric.name_zh, agency.short_name, round(v.value, 3) as value, metric.unit,
  rank() over same_metric as place,
  count(*) over (partition by v.metric_id) as n,
  round(v.value / median(v.value) over (partition by v.metric_id), 2) as ratio_to_median,
  v.status, v.report_id, v.fact_ids
from metric_value v
join metric using (metric_id)
join agency using (agency_id)
where v.metric_id like 'per_staff.%' and v.value is not null and v.report_kind = 'final'
  and v.basis = 'comparable' and coalesce(v.denominator, 'in_service') = 'in_service'
window same_metric as (partition by v.metric_id order by v.value desc)
order by metric.name_zh, place`,
  },
  {
    zh: "一家单位的全部指标（$agency）",
    en: "All metrics of one agency ($agency)",
    note: {
      zh: "在参数栏填单位标识；全口径与可比口径并列",
      en: "Fill in the agency id; as reported and comparable side by side",
    },
    params: { agency: "zhuzhou" },
    sql: `select metric.metric_group, metric.name_zh, metric.unit,
  max(v.value) filter (basis = 'reported') as reported,
  max(v.value) filter (basis = 'comparable') as comparable,
  any_value(v.status) as status, any_value(v.report_id) as report_id, any_value(v.fact_ids) as fact_ids
from metric_value v
join metric using (metric_id)
where v.agency_id = $agency and v.report_kind = 'final' and coalesce(v.denominator, 'in_service') = 'in_service'
group by all
order by metric.metric_group, metric.name_zh`,
  },
  {
    zh: "两家单位逐款相减（$one − $other）",
    en: "Two agencies, class by class ($one − $other)",
    note: {
      zh: "人均，单位万元/人，可比口径；一方没有数的款不作零，差额留空，缘由见状态列",
      en: "Per person in service, in 10 000 yuan, comparable basis; a missing value is no zero: see its status",
    },
    params: { one: "zhuzhou", other: "changchun" },
    sql: `with class_value as (
  from metric_value
  where metric_id like 'per_staff.%' and regexp_matches(metric_id, '[.][0-9]{5}')
    and report_kind = 'final' and basis = 'comparable' and denominator = 'in_service'
)
select metric.name_zh, round(one.value, 3) as one, round(other.value, 3) as other,
  round(one.value - other.value, 3) as difference, one.status as one_status, other.status as other_status,
  one.report_id as one_report_id, one.fact_ids as one_fact_ids,
  other.report_id as other_report_id, other.fact_ids as other_fact_ids
from (from class_value where agency_id = $one) one
full join (from class_value where agency_id = $other) other using (metric_id)
join metric using (metric_id)
where one.value is not null or other.value is not null
order by abs(difference) desc nulls last`,
  },
  {
    zh: "人员经费与公用经费的结构",
    en: "Personnel and operating shares",
    note: {
      zh: "占基本支出的百分比，同一份报告内；画成条形图",
      en: "Percent of basic expenditure within one report; drawn as bars",
    },
    chart: { mark: "bar", x: "percent_of_basic", y: "short_name", colour: "item" },
    sql: `with part as (
  select report_id, item, value, fact_id, source_line
  from fact
  where item in ('expenditure.personnel', 'expenditure.operating') and measure = 'final' and code is null
  qualify row_number() over (partition by report_id, item order by source_line) = 1
)
select agency.short_name, part.item, part.value as amount,
  round(part.value / sum(part.value) over (partition by report_id) * 100, 1) as percent_of_basic,
  report_id, part.fact_id
from part
join report using (report_id)
join agency using (agency_id)
where report.report_kind = 'final'
order by agency.short_name, part.item`,
  },
  {
    zh: "口径一换，名次怎么变",
    en: "How ranks move with the basis",
    note: {
      zh: "人均基本支出：口径 × 分母的每种组合各排一次",
      en: "Basic expenditure per head: one ranking for each basis and denominator",
    },
    sql: `select agency.short_name, v.basis, v.denominator, round(v.value, 2) as value,
  rank() over (partition by v.basis, v.denominator order by v.value desc) as place,
  v.status, v.report_id, v.fact_ids
from metric_value v
join agency using (agency_id)
where v.metric_id = 'per_staff.basic' and v.report_kind = 'final' and v.value is not null
order by v.basis, v.denominator, place`,
  },
  {
    zh: "指标的取值范围",
    en: "How far apart the agencies are",
    note: {
      zh: "每个指标：几家有数、最小、中位、最大、最大 ÷ 最小；少于两家不比",
      en: "Each metric: agencies with a value, least, median, greatest, ratio; at least two agencies",
    },
    sql: `select metric.metric_group, metric.name_zh, metric.unit, count(*) as n,
  round(min(v.value), 3) as least, round(median(v.value), 3) as middle, round(max(v.value), 3) as greatest,
  round(max(v.value) / nullif(min(v.value), 0), 2) as ratio
from metric_value v
join metric using (metric_id)
where v.basis = 'comparable' and coalesce(v.denominator, 'in_service') = 'in_service'
  and v.report_kind = 'final' and v.value is not null
group by all
having count(*) >= 2
order by ratio desc nulls last`,
  },
];
