import { sql } from "../sql.ts";
import { col, defineView, VIEW_REPORT_COLUMNS } from "./view.ts";
import type { ViewReportFields } from "./view.ts";

export interface InputRow extends ViewReportFields {
  item: string;
  code: string | null;
  measure: string;
  value: number | null;
  precision: number | null;
  lo: number | null;
  hi: number | null;
  unit: string;
  contradicted: boolean;
  fact_id: string;
  fact_ids: string[];
  statement: string;
  origin: string;
  column_label: string;
  source_line: number;
}

/**
 * How near a statement is to the quantity itself: a table before a sentence before an annex, and
 * among tables the one that is about the item. 04–06 tell of appropriations only, so that they
 * stand after 01–03 for totals; 06 is the home of economic classes, 07 of three public.
 */
const STATEMENT_RANK = sql`CASE
        WHEN fact.statement = 'three_public' AND starts_with(fact.item, 'three_public.') THEN 0
        WHEN fact.statement = 'general_budget_basic' AND fact.item = 'expenditure.economic' THEN 0
        WHEN fact.statement IN ('government_fund', 'state_capital') AND ends_with(fact.item, '.' || fact.statement) THEN 0
        WHEN fact.statement = 'expenditure' AND starts_with(fact.item, 'expenditure.') THEN 1
        WHEN fact.statement = 'income' AND starts_with(fact.item, 'income.') THEN 1
        WHEN fact.statement = 'income_expenditure_summary' THEN 2
        WHEN fact.statement = 'general_budget_expenditure' THEN 3
        WHEN fact.statement = 'appropriation_summary' THEN 4
        WHEN fact.statement = 'general_budget_basic' THEN 5
        WHEN fact.statement IN ('government_fund', 'state_capital') THEN 6
        ELSE 7 END`;

/** Sums of money move by less than half a unit of their last digit; people and cars are counted, not rounded. */
const HALF_UNIT = sql`CASE WHEN unit IN ('万元', '%', '平方米') THEN precision * 0.5 ELSE 0 END`;

export const inputView = defineView<InputRow>({
  name: "input",
  zh: "取用的数",
  en: "The best printed figure per report, item, class and measure",
  stored: true,
  columns: {
    ...VIEW_REPORT_COLUMNS,
    item: col("VARCHAR", "项目", "Item"),
    code: col("VARCHAR", "科目编码", "Function or economic class; null for the item as a whole"),
    measure: col("VARCHAR", "数字性质", "Measure"),
    value: col("DECIMAL(18,6)", "数值", "Value; null where a table is declared empty"),
    precision: col("DECIMAL(18,6)", "精度", "One unit of the last printed digit, the finest print of this value"),
    lo: col("DECIMAL(18,6)", "下限", "Lower end from precision and from figures that contradict it"),
    hi: col("DECIMAL(18,6)", "上限", "Upper end"),
    unit: col("VARCHAR", "单位", "Unit"),
    contradicted: col(
      "BOOLEAN",
      "存疑",
      "Another print of the same quantity differs, or a finding of severity error touches it",
    ),
    fact_id: col("VARCHAR", "事实", "The fact taken"),
    fact_ids: col("VARCHAR[]", "所有事实", "All facts behind it, the one taken first"),
    statement: col("VARCHAR", "所在报表", "Statement of the fact taken"),
    origin: col("VARCHAR", "出处", "table, narrative or annex"),
    column_label: col("VARCHAR", "栏目", "Column header of the fact taken"),
    source_line: col("INTEGER", "源行", "Line of the fact taken"),
  },
  sql: sql`
    WITH candidate AS (
      SELECT fact.report_id, report.agency_id, report.fiscal_year, report.report_kind, fact.item, fact.code,
        CASE WHEN fact.fiscal_year = report.fiscal_year THEN fact.measure
          WHEN fact.measure = 'final' THEN 'prior_final'
          WHEN fact.measure = 'budget' THEN 'prior_budget'
          ELSE fact.measure END AS measure,
        fact.value, fact.precision, fact.unit, fact.fact_id, fact.statement, fact.origin, fact.column_label,
        fact.source_line, fact.source_from,
        CASE fact.origin WHEN 'table' THEN 0 WHEN 'narrative' THEN 1 ELSE 2 END AS origin_rank,
        ${STATEMENT_RANK} AS statement_rank,
        fact.statement IN ('appropriation_summary', 'general_budget_expenditure', 'general_budget_basic',
          'government_fund', 'state_capital')
          OR (fact.origin <> 'table' AND fact.item IN ('expenditure.total', 'expenditure.basic',
            'expenditure.project', 'expenditure.function')
            AND (contains(fact.label, '一般公共预算') OR contains(fact.label, '财政拨款'))) AS appropriation_only
      FROM fact
      JOIN report USING (report_id)
      WHERE fact.item IS NOT NULL AND fact.item NOT IN ('project', 'project.indicator')
        AND (fact.fiscal_year = report.fiscal_year
          OR (fact.fiscal_year = report.fiscal_year - 1
            AND fact.measure IN ('final', 'budget', 'prior_final', 'prior_budget')))
        AND (fact.parent_label IS NULL OR fact.code IS NOT NULL OR starts_with(fact.item, 'three_public.'))
    ), weighed AS (
      -- A fund’s own table printed empty says more than the 0.00 of a column elsewhere.
      SELECT *, value IS NULL AND ends_with(item, '.' || statement)
          AND coalesce(max(abs(value)) OVER (PARTITION BY report_id, item, code, measure), 0) = 0 AS declared_empty
      FROM candidate
    ), best AS (
      SELECT * FROM weighed
      QUALIFY row_number() OVER (
        PARTITION BY report_id, item, code, measure
        ORDER BY value IS NULL AND NOT declared_empty, origin_rank, statement_rank, precision, source_line, source_from, fact_id
      ) = 1
    ), narrower AS (
      SELECT report_id, item, code, measure, unit, min(value) AS lowest, max(value) AS highest,
        max(precision) AS precision
      FROM candidate
      WHERE origin = 'table' AND appropriation_only AND value IS NOT NULL
      GROUP BY report_id, item, code, measure, unit
    ), compared AS (
      SELECT best.report_id, best.item, best.code, best.measure,
        min(candidate.precision) FILTER (candidate.value = best.value) AS precision,
        min(candidate.value) AS lowest,
        max(candidate.value) AS highest,
        bool_or(abs(candidate.value - best.value) > greatest(candidate.precision, best.precision)) AS differs
      FROM best
      JOIN candidate ON candidate.report_id = best.report_id AND candidate.item = best.item
        AND candidate.code IS NOT DISTINCT FROM best.code AND candidate.measure = best.measure
        AND candidate.unit = best.unit
        AND (candidate.appropriation_only = best.appropriation_only OR candidate.value = best.value)
        -- An annex tells of parts in the words of the whole; of people it speaks as the report does.
        AND (candidate.origin <> 'annex' OR best.origin = 'annex' OR starts_with(best.item, 'headcount.'))
      LEFT JOIN narrower ON narrower.report_id = best.report_id AND narrower.item = best.item
        AND narrower.code IS NOT DISTINCT FROM best.code AND narrower.measure = best.measure
        AND narrower.unit = best.unit
      WHERE candidate.value IS NOT NULL
        -- A sentence that repeats what a table of the appropriation alone prints is about that.
        AND (candidate.origin = 'table' OR best.appropriation_only OR coalesce(
          candidate.value NOT BETWEEN narrower.lowest - greatest(narrower.precision, candidate.precision)
            AND narrower.highest + greatest(narrower.precision, candidate.precision), true))
      GROUP BY best.report_id, best.item, best.code, best.measure
    ), printed AS (
      SELECT best.* EXCLUDE (precision, declared_empty), coalesce(compared.precision, best.precision) AS precision,
        coalesce(compared.differs, false) AS differs,
        CASE WHEN compared.differs THEN compared.lowest ELSE best.value END AS lowest,
        CASE WHEN compared.differs THEN compared.highest ELSE best.value END AS highest
      FROM best
      LEFT JOIN compared ON compared.report_id = best.report_id AND compared.item = best.item
        AND compared.code IS NOT DISTINCT FROM best.code AND compared.measure = best.measure
    ), questioned AS (
      SELECT fact_id, min(expected) AS lowest, max(expected) AS highest,
        bool_or(expected IS NULL) AS without_remedy
      FROM doubt GROUP BY fact_id
    ), judged AS (
      -- What a finding would have instead widens the interval; below a thousandth that is all it does.
      SELECT report_id, agency_id, fiscal_year, report_kind, item, code, measure, value, precision,
        (least(printed.lowest, coalesce(questioned.lowest, printed.lowest)) - ${HALF_UNIT})::DECIMAL(18,6) AS lo,
        (greatest(printed.highest, coalesce(questioned.highest, printed.highest)) + ${HALF_UNIT})::DECIMAL(18,6) AS hi,
        unit,
        differs OR coalesce(questioned.without_remedy
          OR greatest(abs(questioned.lowest - value), abs(questioned.highest - value)) * 1000 >= abs(value), false)
          AS contradicted,
        printed.fact_id, [printed.fact_id] AS fact_ids, statement, origin, column_label, source_line
      FROM printed
      LEFT JOIN questioned ON questioned.fact_id = printed.fact_id
    ), from_change AS (
      -- «比上年减少 0.11 万元» beside the year’s own figure tells last year’s as exactly.
      SELECT now.report_id, now.agency_id, now.fiscal_year, now.report_kind, now.item, now.code,
        'prior_final' AS measure, (now.value - change.value)::DECIMAL(18,6) AS value,
        greatest(now.precision, change.precision)::DECIMAL(18,6) AS precision,
        (now.lo - change.hi)::DECIMAL(18,6) AS lo, (now.hi - change.lo)::DECIMAL(18,6) AS hi, now.unit,
        now.contradicted OR change.contradicted AS contradicted,
        change.fact_id, [change.fact_id] AS fact_ids, change.statement, change.origin, change.column_label,
        change.source_line
      FROM judged AS now
      JOIN judged AS change ON change.report_id = now.report_id AND change.item = now.item
        AND change.code IS NOT DISTINCT FROM now.code AND change.measure = 'change' AND change.unit = now.unit
      ANTI JOIN judged AS known ON known.report_id = now.report_id AND known.item = now.item
        AND known.code IS NOT DISTINCT FROM now.code AND known.measure = 'prior_final'
      WHERE now.measure = 'final' AND now.value IS NOT NULL AND change.value IS NOT NULL
    ), kinds AS (
      -- «在职在编实有行政人员12人，事业人员5人»: where no sum is printed the kinds of those in service add up to it.
      SELECT fact.report_id, report.agency_id, report.fiscal_year, report.report_kind, fact.item,
        NULL::VARCHAR AS code, fact.measure, sum(fact.value)::DECIMAL(18,6) AS value,
        max(fact.precision) AS precision, sum(fact.value)::DECIMAL(18,6) AS lo, sum(fact.value)::DECIMAL(18,6) AS hi,
        '人' AS unit, false AS contradicted,
        arg_min(fact.fact_id, fact.source_from) AS fact_id,
        list(fact.fact_id ORDER BY fact.source_from) AS fact_ids,
        min(fact.statement) AS statement, min(fact.origin) AS origin, min(fact.column_label) AS column_label,
        min(fact.source_line)::INTEGER AS source_line
      FROM fact
      JOIN report ON report.report_id = fact.report_id AND report.fiscal_year = fact.fiscal_year
      ANTI JOIN judged AS known ON known.report_id = fact.report_id AND known.item = fact.item
      ANTI JOIN fact AS whole ON whole.report_id = fact.report_id AND whole.item = fact.item
        AND whole.label = fact.parent_label
      WHERE fact.item = 'headcount.in_service' AND fact.parent_label IS NOT NULL AND fact.value IS NOT NULL
        AND fact.origin = 'narrative'
      GROUP BY fact.report_id, report.agency_id, report.fiscal_year, report.report_kind, fact.item, fact.measure
      HAVING count(*) > 1 AND count(DISTINCT fact.source_line) = 1 AND count(DISTINCT fact.parent_label) = 1
    ), evaluated AS (
      -- One budget and one execution per project, each pair of amounts once.
      SELECT * FROM performance WHERE budget IS NOT NULL AND executed IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY report_id, budget, executed ORDER BY source_line) = 1
    ), projects AS (
      SELECT report_id, agency_id, fiscal_year, report_kind, 'project' AS item, NULL::VARCHAR AS code, stage.measure,
        sum(fact.value)::DECIMAL(18,6) AS value, max(fact.precision) AS precision,
        sum(fact.value - fact.precision * 0.5)::DECIMAL(18,6) AS lo,
        sum(fact.value + fact.precision * 0.5)::DECIMAL(18,6) AS hi, '万元' AS unit, false AS contradicted,
        arg_min(fact.fact_id, fact.source_line) AS fact_id,
        list(fact.fact_id ORDER BY fact.source_line, fact.fact_id) AS fact_ids,
        arg_min(fact.statement, fact.source_line) AS statement, arg_min(fact.origin, fact.source_line) AS origin,
        arg_min(fact.column_label, fact.source_line) AS column_label, min(fact.source_line)::INTEGER AS source_line
      FROM (
        SELECT report_id, agency_id, fiscal_year, report_kind, 'budget' AS measure, budget_fact_id AS fact_id
        FROM evaluated
        UNION ALL
        SELECT report_id, agency_id, fiscal_year, report_kind, 'executed', executed_fact_id FROM evaluated
      ) AS stage
      JOIN (SELECT fact_id, value, precision, statement, origin, column_label, source_line FROM fact) AS fact USING (fact_id)
      GROUP BY report_id, agency_id, fiscal_year, report_kind, stage.measure
    ), scored AS (
      SELECT report_id, row_no, label, parent_label, statement, origin
      FROM fact
      WHERE item = 'project.indicator' AND value IS NOT NULL AND measure IN ('score', 'max_score')
      GROUP BY report_id, row_no, label, parent_label, statement, origin
      HAVING count(DISTINCT measure) = 2 AND count(*) = 2
    ), indicators AS (
      SELECT fact.report_id, report.agency_id, report.fiscal_year, report.report_kind, fact.item, NULL::VARCHAR AS code,
        fact.measure, sum(fact.value)::DECIMAL(18,6) AS value, max(fact.precision) AS precision,
        sum(fact.value)::DECIMAL(18,6) AS lo, sum(fact.value)::DECIMAL(18,6) AS hi, '分' AS unit,
        false AS contradicted, arg_min(fact.fact_id, fact.source_line) AS fact_id,
        list(fact.fact_id ORDER BY fact.source_line, fact.fact_id) AS fact_ids,
        arg_min(fact.statement, fact.source_line) AS statement, arg_min(fact.origin, fact.source_line) AS origin,
        arg_min(fact.column_label, fact.source_line) AS column_label, min(fact.source_line)::INTEGER AS source_line
      FROM fact
      JOIN scored ON scored.report_id = fact.report_id AND scored.row_no = fact.row_no AND scored.label = fact.label
        AND scored.parent_label IS NOT DISTINCT FROM fact.parent_label AND scored.statement = fact.statement
        AND scored.origin = fact.origin
      JOIN report ON report.report_id = fact.report_id
      WHERE fact.item = 'project.indicator' AND fact.measure IN ('score', 'max_score')
      GROUP BY fact.report_id, report.agency_id, report.fiscal_year, report.report_kind, fact.item, fact.measure
    )
    SELECT * FROM judged
    UNION ALL BY NAME SELECT * FROM from_change
    UNION ALL BY NAME SELECT * FROM kinds
    UNION ALL BY NAME SELECT * FROM projects
    UNION ALL BY NAME SELECT * FROM indicators`,
});
