import type { MetricValueRow } from "../../domain/records.ts";
import { ident, sql } from "../sql.ts";
import type { Sql } from "../sql.ts";
import { col, defineView, VIEW_REPORT_COLUMNS } from "./view.ts";

/** What `metric_value` leaves out: the first fact of each side, the column it stands in, its interval. */
export interface InputSides {
  numerator_fact_id: string | null;
  denominator_fact_id: string | null;
  /** Column the numerator was taken from; of a sum the columns of its terms, joined by commas. */
  numerator_measure: string | null;
  /** null where the metric divides by a headcount or by nothing. */
  denominator_measure: string | null;
  numerator_lo: number | null;
  numerator_hi: number | null;
  denominator_lo: number | null;
  denominator_hi: number | null;
}

/** A metric’s value with what is known of each side: links lead there, and a reader’s switches compute anew. */
export interface MetricValueSourceRow extends MetricValueRow, InputSides {}

export const METRIC_VALUE_COLUMNS = {
  ...VIEW_REPORT_COLUMNS,
  metric_id: col("VARCHAR", "指标标识", "Metric id"),
  basis: col("VARCHAR", "口径", "reported, or comparable: without pass-through money"),
  denominator: col("VARCHAR", "分母人数", "Headcount divided by; null for a metric without one"),
  value: col("DOUBLE", "数值", "Value in the metric’s unit; null where status says why"),
  lo: col("DOUBLE", "下限", "Lower end from printed precision and from inputs that contradict each other"),
  hi: col("DOUBLE", "上限", "Upper end"),
  numerator: col("DOUBLE", "分子", "Numerator, pass-through money taken out on the comparable basis"),
  denominator_value: col("DOUBLE", "分母", "Denominator likewise; a headcount where denominator names one"),
  status: col("VARCHAR", "状态", "ok, stated_zero, borrowed, undisclosed, undefined, …"),
  bias: col("VARCHAR", "偏向", "Which way a borrowed input makes it err"),
  note_zh: col("VARCHAR", "说明（中）", "Base, what was taken out, what is missing, in Chinese"),
  note_en: col("VARCHAR", "说明（英）", "The same in English"),
  fact_ids: col("VARCHAR[]", "事实", "Printed figures behind the value, numerator first"),
} as const;

export const INPUT_SIDE_COLUMNS = {
  numerator_fact_id: col("VARCHAR", "分子的事实", "First fact of the numerator"),
  denominator_fact_id: col("VARCHAR", "分母的事实", "First fact of the denominator"),
  numerator_measure: col("VARCHAR", "分子性质", "Measure the numerator was taken from"),
  denominator_measure: col("VARCHAR", "分母性质", "Measure the denominator was taken from; null for a headcount"),
  numerator_lo: col("DOUBLE", "分子下限", "Lower end of the numerator"),
  numerator_hi: col("DOUBLE", "分子上限", "Upper end of the numerator"),
  denominator_lo: col("DOUBLE", "分母下限", "Lower end of the denominator"),
  denominator_hi: col("DOUBLE", "分母上限", "Upper end of the denominator"),
} as const;

/** What is said of a value, and every fact behind it: many texts to plan, and left out where thousands of values are asked for. */
const TEXTS = sql`
  nullif(concat_ws('；',
    CASE WHEN base_zh IS NOT NULL AND has_lower THEN '分母：' || base_zh END,
    CASE WHEN upper_fact_id IS NOT NULL AND out_zh IS NOT NULL THEN '已剔除过手资金：' || out_zh END,
    CASE WHEN status = 'not_applicable' THEN CASE report_kind WHEN 'budget' THEN '预算报告没有此项' ELSE '此类报告没有此项' END END,
    CASE WHEN status = 'undefined' AND shape = 'change' AND merger_line IS NOT NULL
      THEN '单位合并成立，没有可比的上年数' END,
    CASE WHEN status = 'undefined' AND has_lower AND lower_value = 0
      THEN CASE WHEN upper_value = 0 THEN '0 ÷ 0，不可算' ELSE '基数为 0，不可算' END END,
    CASE WHEN status = 'unclear_basis' AND NOT has_lower AND shape = 'ratio'
      THEN '报告自述完成 ' || rtrim(rtrim(stated_value::VARCHAR, '0'), '.') || '%，未披露预算金额' END,
    CASE WHEN status = 'unclear_basis' AND shape = 'stated' THEN '报告没有披露这一完成率的预算金额' END,
    CASE WHEN status = 'empty_table_declared' THEN '报表为空，报告声明无此项收支' END,
    CASE WHEN status = 'undisclosed' AND upper_fact_id IS NULL THEN '未披露：' || numerator_zh || '；披露后可算' END,
    CASE WHEN status = 'undisclosed' AND NOT per_staff AND shape IN ('ratio', 'change') AND NOT has_lower
      THEN '未披露：' || denominator_zh || '；披露后可算' END,
    CASE WHEN per_staff AND status <> 'not_applicable' THEN staff_zh END,
    CASE WHEN status IN ('contradicted', 'borrowed') AND upper_doubtful THEN '分子存疑，见核查' END,
    CASE WHEN status = 'contradicted' AND lower_doubtful AND NOT per_staff THEN '分母存疑，见核查' END,
    CASE WHEN status = 'contradicted' AND stated_differs
      THEN '报告自述 ' || rtrim(rtrim(stated_value::VARCHAR, '0'), '.') || '%，与所列金额不符' END), '') AS note_zh,
  nullif(concat_ws('; ',
    CASE WHEN base_en IS NOT NULL AND has_lower THEN 'base: ' || base_en END,
    CASE WHEN upper_fact_id IS NOT NULL AND out_en IS NOT NULL THEN 'pass-through money taken out: ' || out_en END,
    CASE WHEN status = 'not_applicable' THEN CASE report_kind WHEN 'budget' THEN 'a budget has no such figure'
      ELSE 'this kind of report has no such figure' END END,
    CASE WHEN status = 'undefined' AND shape = 'change' AND merger_line IS NOT NULL
      THEN 'formed by a merger: no comparable last year' END,
    CASE WHEN status = 'undefined' AND has_lower AND lower_value = 0
      THEN CASE WHEN upper_value = 0 THEN '0 ÷ 0 is not a rate' ELSE 'the base is 0' END END,
    CASE WHEN status = 'unclear_basis' AND NOT has_lower AND shape = 'ratio'
      THEN 'the report states ' || rtrim(rtrim(stated_value::VARCHAR, '0'), '.') || ' % without the budget it is based on' END,
    CASE WHEN status = 'unclear_basis' AND shape = 'stated' THEN 'the budget behind this rate is not disclosed' END,
    CASE WHEN status = 'empty_table_declared' THEN 'the table is empty and declared to be so' END,
    CASE WHEN status = 'undisclosed' AND upper_fact_id IS NULL
      THEN 'not disclosed: ' || numerator_en || '; disclose it to compute' END,
    CASE WHEN status = 'undisclosed' AND NOT per_staff AND shape IN ('ratio', 'change') AND NOT has_lower
      THEN 'not disclosed: ' || denominator_en || '; disclose it to compute' END,
    CASE WHEN per_staff AND status <> 'not_applicable' THEN staff_en END,
    CASE WHEN status IN ('contradicted', 'borrowed') AND upper_doubtful THEN 'the numerator is in doubt, see the audit' END,
    CASE WHEN status = 'contradicted' AND lower_doubtful AND NOT per_staff
      THEN 'the denominator is in doubt, see the audit' END,
    CASE WHEN status = 'contradicted' AND stated_differs
      THEN 'the report states ' || rtrim(rtrim(stated_value::VARCHAR, '0'), '.') || ' %, which its amounts do not give' END), '') AS note_en,
  list_concat(coalesce(upper_fact_ids, []::VARCHAR[]), out_fact_ids, lower_fact_ids,
    CASE WHEN (status = 'unclear_basis' AND shape = 'ratio' AND NOT has_lower) OR (status = 'contradicted' AND stated_differs)
      THEN stated_fact_ids ELSE []::VARCHAR[] END) AS fact_ids,`;

/** Every basis and headcount that a metric has. */
const ALL_READINGS = sql`(VALUES
        (false, 'reported', NULL), (false, 'comparable', NULL),
        (true, 'reported', 'in_service'), (true, 'comparable', 'in_service'),
        (true, 'reported', 'in_service_plus_temporary'), (true, 'comparable', 'in_service_plus_temporary'),
        (true, 'reported', 'establishment'), (true, 'comparable', 'establishment')
      ) AS choice (per_staff, basis, denominator) ON choice.per_staff = metric.per_staff`;

/**
 * Status, first that applies:
 *
 *  1. `not_applicable`  the report’s kind has no such figure (a budget has no final)
 *  2. `undefined`       a change across a merger
 *  3. `unclear_basis`   only a rate is stated, the budget it is based on is not disclosed
 *  4. `undisclosed`     an input is missing; the note says which
 *  5. `empty_table_declared`  an input’s table is printed empty with a declaration
 *  6. `undefined`       the base is zero, 0 ÷ 0 included
 *  7. `borrowed`        the headcount is another report’s
 *  8. `unclear_basis`   a stated rate that does not name its base; a base of unknown kind
 *  9. `contradicted`    inputs contradict each other or a finding of severity error touches them
 * 10. `stated_zero`     the numerator is printed as zero
 * 11. `ok`
 *
 * Sums are DECIMAL; only the final ratios are DOUBLE. `metric_input` holds what a report brings to a
 * metric; basis, headcount and arithmetic are done here. Of many reports its rows (several hundred
 * each) are not kept: asked for one metric it reads that metric's inputs.
 *
 * @param reports a table of reports. A question after some reports hands in these: a condition on the
 *   finished rows would be looked at after all joins.
 * @param isBrief leaves out the notes and `fact_ids`.
 * @param readings a table of metric_id, basis and denominator: only these. What is read of each report is
 *   then looked up by them alone, whatever the statement is planned with.
 */
export function metricValuesOf(
  reports: Sql,
  { isBrief = false, readings = null }: { readonly isBrief?: boolean; readonly readings?: Sql | null } = {},
): Sql {
  const wanted = (table: Sql, column: "metric_id" | "denominator"): Sql =>
    readings === null
      ? table
      : sql`(SELECT * FROM ${table} WHERE ${ident(column)} IN (SELECT ${ident(column)} FROM ${readings}))`;
  return sql`
    WITH first_way AS (
      SELECT metric_id, report_kind, min(way) AS way FROM metric_way GROUP BY metric_id, report_kind
    ), reading AS (
      -- Few rows, whatever the number of reports: every join that reports go through takes its time.
      SELECT metric.*, choice.basis, choice.denominator, kind.report_kind, first_way.way AS first_way
      FROM metric
      JOIN ${
        readings === null
          ? ALL_READINGS
          : sql`${readings} AS choice ON choice.metric_id = metric.metric_id
        AND metric.per_staff = (choice.denominator IS NOT NULL)`
      }
      CROSS JOIN (VALUES ('final'), ('budget')) AS kind (report_kind)
      LEFT JOIN first_way ON first_way.metric_id = metric.metric_id AND first_way.report_kind = kind.report_kind
    ), asked AS (
      SELECT report.report_id, report.agency_id, report.fiscal_year, report.report_kind, reading.metric_id,
        reading.metric_group, reading.shape, reading.factor, reading.per_staff, reading.unit AS metric_unit,
        reading.numerator_zh, reading.numerator_en, reading.denominator_zh, reading.denominator_en,
        reading.numerator_concept, reading.denominator_concept, reading.first_way,
        reading.basis, reading.denominator, staff.value AS staff_value, staff.lo AS staff_lo, staff.hi AS staff_hi,
        staff.status AS staff_status, staff.bias AS staff_bias, staff.note_zh AS staff_zh, staff.note_en AS staff_en,
        staff.fact_ids AS staff_fact_ids,
        merger.source_line AS merger_line
      FROM ${reports} AS report
      JOIN reading ON reading.report_kind = report.report_kind
      LEFT JOIN ${wanted(sql`staff_denominator`, "denominator")} AS staff
        ON staff.report_id = report.report_id AND staff.denominator = reading.denominator
      LEFT JOIN merger ON merger.report_id = report.report_id
    ), keyed AS (
      -- Keys of the joins below, null where nothing may join: a condition on the left side alone would
      -- turn a hash join into a loop over all pairs. Without any figure the first way is told of.
      SELECT asked.*, fed.* EXCLUDE (report_id, metric_id, way),
        way.way, way.numerator_measure, way.denominator_measure, way.base_zh, way.base_en,
        CASE WHEN asked.basis = 'comparable' THEN asked.numerator_concept END AS upper_out_item,
        CASE WHEN asked.basis = 'comparable' THEN asked.denominator_concept END AS lower_out_item
      FROM asked
      LEFT JOIN ${wanted(sql`metric_input`, "metric_id")} AS fed ON fed.report_id = asked.report_id AND fed.metric_id = asked.metric_id
      LEFT JOIN metric_way AS way ON way.metric_id = asked.metric_id AND way.report_kind = asked.report_kind
        AND way.way = coalesce(fed.way, asked.first_way)
    ), joined AS (
      SELECT keyed.* REPLACE (
          keyed.upper_value - coalesce(out_upper.amount, 0) AS upper_value,
          keyed.upper_lo - coalesce(out_upper.amount + out_upper.half_unit, 0) AS upper_lo,
          keyed.upper_hi - coalesce(out_upper.amount - out_upper.half_unit, 0) AS upper_hi,
          coalesce(keyed.lower_fact_id, keyed.staff_fact_ids[1]) AS lower_fact_id,
          coalesce(keyed.lower_fact_ids, keyed.staff_fact_ids, []::VARCHAR[]) AS lower_fact_ids,
          coalesce(keyed.lower_value - coalesce(out_lower.amount, 0), keyed.staff_value) AS lower_value,
          coalesce(keyed.lower_lo - coalesce(out_lower.amount + out_lower.half_unit, 0), keyed.staff_lo) AS lower_lo,
          coalesce(keyed.lower_hi - coalesce(out_lower.amount - out_lower.half_unit, 0), keyed.staff_hi) AS lower_hi,
          coalesce(keyed.lower_doubtful, false) OR coalesce(keyed.staff_status = 'contradicted', false)
            AS lower_doubtful),
        keyed.lower_fact_id IS NOT NULL OR keyed.staff_value IS NOT NULL AS has_lower,
        nullif(concat_ws('、', out_upper.label_zh,
          CASE WHEN out_lower.label_zh IS DISTINCT FROM out_upper.label_zh THEN out_lower.label_zh END), '') AS out_zh,
        nullif(concat_ws(', ', out_upper.label_en,
          CASE WHEN out_lower.label_en IS DISTINCT FROM out_upper.label_en THEN out_lower.label_en END), '') AS out_en,
        list_concat(coalesce(out_upper.fact_ids, []::VARCHAR[]),
          CASE WHEN out_lower.fact_ids IS DISTINCT FROM out_upper.fact_ids
            THEN coalesce(out_lower.fact_ids, []::VARCHAR[]) ELSE []::VARCHAR[] END) AS out_fact_ids,
        -- Cut off instead of rounded is still the same rate: 10.5 for 10.556.
        coalesce(keyed.shape = 'ratio' AND keyed.lower_value <> 0
          AND abs(keyed.factor * keyed.upper_value::DOUBLE / keyed.lower_value::DOUBLE - keyed.stated_value::DOUBLE)
            > keyed.stated_precision::DOUBLE
          AND (keyed.stated_base = CASE keyed.denominator_measure WHEN 'initial_budget' THEN 'initial_budget' ELSE 'adjusted_budget' END
            OR keyed.stated_base_value = keyed.lower_value), false) AS stated_differs
      FROM keyed
      LEFT JOIN adjustment_effect AS out_upper ON out_upper.report_id = keyed.report_id
        AND out_upper.item = keyed.upper_out_item AND out_upper.metric_group = keyed.metric_group
        AND out_upper.measure = keyed.numerator_measure AND out_upper.side = 'numerator'
      LEFT JOIN adjustment_effect AS out_lower ON out_lower.report_id = keyed.report_id
        AND out_lower.item = keyed.lower_out_item AND out_lower.metric_group = keyed.metric_group
        AND out_lower.measure = keyed.denominator_measure AND out_lower.side = 'denominator'
    ), ruled AS (
      SELECT *,
        CASE
          WHEN way IS NULL THEN 'not_applicable'
          WHEN shape = 'change' AND merger_line IS NOT NULL AND upper_fact_id IS NOT NULL THEN 'undefined'
          WHEN shape = 'ratio' AND NOT per_staff AND upper_fact_id IS NOT NULL AND NOT has_lower AND stated_value IS NOT NULL
            AND metric_group = 'three_public' THEN 'unclear_basis'
          WHEN upper_fact_id IS NULL OR (shape IN ('ratio', 'change') AND NOT has_lower) THEN 'undisclosed'
          WHEN upper_value IS NULL OR (shape IN ('ratio', 'change') AND lower_value IS NULL) THEN 'empty_table_declared'
          WHEN shape IN ('ratio', 'change') AND lower_value = 0 THEN 'undefined'
          WHEN per_staff AND staff_status = 'borrowed' THEN 'borrowed'
          WHEN shape = 'stated' AND NOT budget_known THEN 'unclear_basis'
          WHEN shape = 'ratio' AND base_zh IS NOT NULL AND denominator_measure = 'budget' THEN 'unclear_basis'
          WHEN upper_doubtful OR lower_doubtful OR stated_differs THEN 'contradicted'
          WHEN upper_value = 0 THEN 'stated_zero'
          ELSE 'ok' END AS status
      FROM joined
    ), computed AS (
      SELECT *,
        (status = 'ok' OR status = 'stated_zero' OR status = 'borrowed' OR status = 'contradicted'
            OR status = 'unclear_basis')
          AND upper_value IS NOT NULL AND (shape IN ('amount', 'stated') OR lower_value <> 0) AS computable,
        upper_value::DOUBLE AS numerator,
        lower_value::DOUBLE AS denominator_value,
        -- A count or an amount printed as zero is not below zero, whatever its rounding.
        CASE WHEN upper_value >= 0 THEN greatest(upper_lo, 0) ELSE upper_lo END::DOUBLE AS n_lo,
        upper_hi::DOUBLE AS n_hi, lower_lo::DOUBLE AS d_lo, lower_hi::DOUBLE AS d_hi,
        CASE shape WHEN 'change' THEN 1 ELSE 0 END AS less
      FROM ruled
    )
    SELECT report_id, agency_id, fiscal_year, report_kind, metric_id, basis, denominator,
      CASE WHEN NOT computable THEN NULL WHEN shape IN ('amount', 'stated') THEN numerator
        ELSE factor * (numerator / denominator_value - less) END AS value,
      CASE WHEN NOT computable THEN NULL WHEN shape IN ('amount', 'stated') THEN n_lo
        ELSE factor * (n_lo / CASE WHEN n_lo < 0 THEN nullif(d_lo, 0) ELSE d_hi END - less) END AS lo,
      CASE WHEN NOT computable THEN NULL WHEN shape IN ('amount', 'stated') THEN n_hi
        WHEN d_lo <= 0 THEN NULL
        ELSE factor * (n_hi / CASE WHEN n_hi < 0 THEN d_hi ELSE d_lo END - less) END AS hi,
      numerator, denominator_value, status,
      CASE WHEN status = 'borrowed' THEN staff_bias END AS bias,
      ${isBrief ? sql`` : TEXTS}
      upper_fact_id AS numerator_fact_id,
      lower_fact_id AS denominator_fact_id,
      numerator_measure, denominator_measure, n_lo AS numerator_lo, n_hi AS numerator_hi, d_lo AS denominator_lo,
      d_hi AS denominator_hi
    FROM computed`;
}

export const metricValueSourceView = defineView<MetricValueSourceRow>({
  name: "metric_value_source",
  zh: "指标值（含出处）",
  en: "Metric values with the first fact, column and interval of each side",
  stored: "few",
  columns: {
    ...METRIC_VALUE_COLUMNS,
    ...INPUT_SIDE_COLUMNS,
  },
  sql: metricValuesOf(sql`report`),
});
